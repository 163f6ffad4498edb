package clipscope.clip.layout;

import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.SiglipText;
import clipscope.clip.tower.SiglipVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;

/// The `config.json` of a SigLIP model, or of a SigLIP 2 model with a fixed image size.
///
/// **Source:** `configuration_siglip.py` of huggingface/transformers, defaults included.
final class SiglipConfig {

    private static final Texts TEXTS = Texts.beside(SiglipConfig.class);

    private static final String ACTIVATION = "gelu_pytorch_tanh";
    private static final double EPSILON = 1e-6;
    private static final TransformerConfig VISION =
            new TransformerConfig("tower.image", 768, 3_072, 12, 12, EPSILON, ACTIVATION);
    private static final TransformerConfig TEXT =
            new TransformerConfig("tower.text", 768, 3_072, 12, 12, EPSILON, ACTIVATION);

    private SiglipConfig() {}

    /// {@return the network that the file asks for}
    ///
    /// @throws ProblemException if it is of a kind we do not run, or not possible
    static NetworkShape read(JsonFields root, Path folder, FactSheet facts) throws ProblemException {
        SubConfigs parts = SubConfigs.of(root, "siglip", folder);
        if (!parts.vision().flag("vision_use_head", true)) {
            throw Fault.unsupported(folder, TEXTS.get("other.pooling"));
        }
        PatchConfig patches = PatchConfig.read(parts.vision(), 16, folder, facts);
        TransformerShape vision = VISION.read(parts.vision(), folder, facts);
        TransformerShape text = TEXT.read(parts.text(), folder, facts);
        int dimensions = parts.text().count("projection_size", text.width(), Limits.WIDTH);
        if (dimensions != vision.width()) {
            throw Fault.bad(root.file(), TEXTS.get("bad.dimensions", dimensions, vision.width()));
        }
        facts.derive(TEXTS.get("fact.dimensions"), dimensions, TEXTS.get("from.width"));
        return new NetworkShape(
                new SiglipVision(vision, patches.imageSize(), patches.patchSize()),
                new SiglipText(
                        text,
                        ClipConfig.vocabulary(parts.text(), 32_000, facts),
                        ClipConfig.context(parts.text(), 64, facts),
                        dimensions));
    }
}
