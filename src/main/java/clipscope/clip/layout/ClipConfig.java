package clipscope.clip.layout;

import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;

/// The `config.json` of a CLIP model. MetaCLIP 2 has the same keys and the same network.
///
/// **Source:** `configuration_clip.py` of huggingface/transformers, defaults included.
final class ClipConfig {

    private static final Texts TEXTS = Texts.beside(ClipConfig.class);

    private static final String ACTIVATION = "quick_gelu";
    private static final double EPSILON = 1e-5; // torch.nn.LayerNorm's default
    private static final TransformerConfig VISION =
            new TransformerConfig("tower.image", 768, 3_072, 12, 12, EPSILON, ACTIVATION);
    private static final TransformerConfig TEXT =
            new TransformerConfig("tower.text", 512, 2_048, 12, 8, EPSILON, ACTIVATION);

    private ClipConfig() {}

    /// {@return the network that the file asks for}
    ///
    /// @param family `clip` or `metaclip_2`
    /// @throws ProblemException if it is of a kind we do not run, or not possible
    static NetworkShape read(JsonFields root, String family, Path folder, FactSheet facts) throws ProblemException {
        SubConfigs parts = SubConfigs.of(root, family, folder);
        int dimensions = root.count("projection_dim", 512, Limits.WIDTH);
        facts.add(TEXTS.get("fact.dimensions"), dimensions, root, "projection_dim");
        PatchConfig patches = PatchConfig.read(parts.vision(), 32, folder, facts);
        TransformerShape vision = VISION.read(parts.vision(), folder, facts);
        TransformerShape text = TEXT.read(parts.text(), folder, facts);
        return new NetworkShape(
                new ClipVision(vision, patches.imageSize(), patches.patchSize(), dimensions),
                new ClipText(
                        text, vocabulary(parts.text(), 49_408, facts), context(parts.text(), 77, facts), dimensions));
    }

    static int vocabulary(JsonFields text, int otherwise, FactSheet facts) throws ProblemException {
        int vocabulary = text.count("vocab_size", otherwise, Limits.VOCABULARY);
        facts.add(TEXTS.get("fact.vocabulary"), TEXTS.get("value.pieces", vocabulary), text, "vocab_size");
        return vocabulary;
    }

    static int context(JsonFields text, int otherwise, FactSheet facts) throws ProblemException {
        int context = text.count("max_position_embeddings", otherwise, Limits.CONTEXT);
        if (context < 2) {
            throw Fault.bad(text.file(), TEXTS.get("bad.context", context));
        }
        facts.add(TEXTS.get("fact.context"), TEXTS.get("value.tokens", context), text, "max_position_embeddings");
        return context;
    }
}
