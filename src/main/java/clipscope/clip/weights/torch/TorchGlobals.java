package clipscope.clip.weights.torch;

import clipscope.clip.weights.DType;
import clipscope.clip.weights.pickle.PickleValue.Global;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names that a weight file of PyTorch's may ask for. None of them is ever called.
final class TorchGlobals {

    static final String ORDERED_DICT = "collections.OrderedDict";
    static final String REBUILD = "torch._utils._rebuild_tensor";
    static final String REBUILD_V2 = "torch._utils._rebuild_tensor_v2";
    static final String REBUILD_V3 = "torch._utils._rebuild_tensor_v3";
    static final String PARAMETER = "torch._utils._rebuild_parameter";
    static final String PARAMETER_WITH_STATE = "torch._utils._rebuild_parameter_with_state";
    static final String FROM_TYPE = "torch._tensor._rebuild_from_type_v2";

    private static final Map<String, DType> STORAGES = Map.ofEntries(
            Map.entry("DoubleStorage", DType.F64),
            Map.entry("FloatStorage", DType.F32),
            Map.entry("HalfStorage", DType.F16),
            Map.entry("BFloat16Storage", DType.BF16),
            Map.entry("LongStorage", DType.I64),
            Map.entry("IntStorage", DType.I32),
            Map.entry("ShortStorage", DType.I16),
            Map.entry("CharStorage", DType.I8),
            Map.entry("ByteStorage", DType.U8),
            Map.entry("BoolStorage", DType.BOOL),
            Map.entry("UntypedStorage", DType.U8)); // its length is in bytes
    private static final Set<String> STORAGE_MODULES = Set.of("torch", "torch.cuda", "torch.storage");

    private static final Map<String, DType> TYPES = Map.ofEntries(
            Map.entry("torch.float64", DType.F64),
            Map.entry("torch.float32", DType.F32),
            Map.entry("torch.float16", DType.F16),
            Map.entry("torch.bfloat16", DType.BF16),
            Map.entry("torch.float8_e4m3fn", DType.F8_E4M3),
            Map.entry("torch.float8_e5m2", DType.F8_E5M2),
            Map.entry("torch.int64", DType.I64),
            Map.entry("torch.int32", DType.I32),
            Map.entry("torch.int16", DType.I16),
            Map.entry("torch.int8", DType.I8),
            Map.entry("torch.uint64", DType.U64),
            Map.entry("torch.uint32", DType.U32),
            Map.entry("torch.uint16", DType.U16),
            Map.entry("torch.uint8", DType.U8),
            Map.entry("torch.bool", DType.BOOL));

    private static final Set<String> OTHERS = Set.of(
            ORDERED_DICT,
            REBUILD,
            REBUILD_V2,
            REBUILD_V3,
            PARAMETER,
            PARAMETER_WITH_STATE,
            FROM_TYPE,
            "torch.Tensor",
            "torch.nn.parameter.Parameter",
            "torch.nn.parameter.Buffer",
            "torch.Size",
            "torch.device",
            "torch.jit._pickle.build_boollist", // typed lists among the attributes of a TorchScript module
            "torch.jit._pickle.build_doublelist",
            "torch.jit._pickle.build_intlist",
            "torch.jit._pickle.build_tensorlist",
            "torch.jit._pickle.restore_type_tag",
            "builtins.set", // Python 3 writes it so, and Python 2 as below
            "builtins.frozenset",
            "__builtin__.set",
            "__builtin__.frozenset",
            "_codecs.encode"); // how protocol 2 writes bytes

    private TorchGlobals() {}

    static boolean allows(Global global) {
        return OTHERS.contains(global.path())
                || TYPES.containsKey(global.path())
                || storage(global).isPresent()
                || isScriptClass(global);
    }

    /// {@return the type of a storage's elements, by the class of the storage}
    static Optional<DType> storage(Global global) {
        return STORAGE_MODULES.contains(global.module())
                ? Optional.ofNullable(STORAGES.get(global.name()))
                : Optional.empty();
    }

    static Optional<DType> type(Global global) {
        return Optional.ofNullable(TYPES.get(global.path()));
    }

    /// {@return whether it is a class of a TorchScript archive, whose source lies in the archive itself}
    static boolean isScriptClass(Global global) {
        return global.module().equals("__torch__") || global.module().startsWith("__torch__.");
    }
}
