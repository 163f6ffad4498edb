package clipscope.clip.layout;

import clipscope.clip.tower.NetworkShape;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The `config.json` of Hugging Face: which kind of model it describes, and its network.
///
/// @param wholeModel the name of the class of such models, with both towers
record HuggingFaceConfig(String wholeModel, NetworkShape network) {

    private static final Texts TEXTS = Texts.beside(HuggingFaceConfig.class);

    static final String FILE = "config.json";

    /// Kinds of models by their `model_type`.
    private static final Map<String, String> KINDS =
            Map.of("clip", "CLIPModel", "metaclip_2", "MetaClip2Model", "siglip", "SiglipModel");

    /// {@return whether it describes a model of two towers, or at least names its kind}
    static boolean describesAModel(JsonFields root) throws ProblemException {
        return root.text("model_type").isPresent()
                || root.texts("architectures").contains("CLIPModel")
                || (root.isObject("text_config") && root.isObject("vision_config"));
    }

    /// Reads and checks the file.
    ///
    /// @throws ProblemException if it is no model's, one of a kind we do not run, or not possible
    static HuggingFaceConfig read(JsonFields root, Path folder, FactSheet facts) throws ProblemException {
        String kind = kind(root, folder);
        return new HuggingFaceConfig(
                KINDS.getOrDefault(kind, kind),
                kind.equals("siglip")
                        ? SiglipConfig.read(root, folder, facts)
                        : ClipConfig.read(root, kind, folder, facts));
    }

    private static String kind(JsonFields root, Path folder) throws ProblemException {
        if (!describesAModel(root)) {
            throw Fault.notAModel(folder, TEXTS.get("none.clip"));
        }
        String kind = root.text("model_type").orElse("clip");
        if (kind.equals("siglip2")) {
            throw Fault.unsupported(folder, TEXTS.get("other.naflex"));
        }
        String whole = KINDS.get(kind);
        if (whole == null) {
            throw Fault.unsupported(folder, TEXTS.get("other.type", kind));
        }
        List<String> architectures = root.texts("architectures");
        if (!architectures.isEmpty() && !architectures.contains(whole)) {
            throw Fault.unsupported(folder, TEXTS.get("other.part", architectures.getFirst()));
        }
        return kind;
    }
}
