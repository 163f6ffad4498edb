package clipscope.doctor;

import java.util.Set;

/// Instructions of processors that matrix products gain from.
public enum ProcessorFeature {
    AVX2("AVX2", "avx2"),
    AVX512("AVX-512", "avx512f"),
    AVX512_BF16("AVX-512 bf16", "avx512_bf16"),
    AMX("AMX", "amx_tile"),
    AMX_BF16("AMX bf16", "amx_bf16"),
    NEON("NEON", "asimd"),
    ARM_BF16("Arm bf16", "bf16"),
    SVE("SVE", "sve");

    /// What computes in bfloat16 itself; other processors emulate it.
    static final Set<ProcessorFeature> FOR_BF16 = Set.of(AVX512_BF16, AMX_BF16, ARM_BF16);

    private static final Set<ProcessorFeature> OF_ARM = Set.of(NEON, ARM_BF16, SVE);

    private final String words;
    private final String flag;

    ProcessorFeature(String words, String flag) {
        this.words = words;
        this.flag = flag;
    }

    /// {@return its usual name}
    public String words() {
        return words;
    }

    /// {@return its name in Linux' `/proc/cpuinfo`}
    public String flag() {
        return flag;
    }

    /// {@return whether processors of an architecture can have it}
    boolean of(String architecture) {
        boolean arm = architecture.equals("aarch64") || architecture.startsWith("arm");
        return arm == OF_ARM.contains(this);
    }
}
