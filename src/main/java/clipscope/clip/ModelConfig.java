package clipscope.clip;

import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a model's `config.json` says about its network.
///
/// Published files leave out every key that equals its default, so the defaults here are part of the
/// format.
///
/// **Thread:** Immutable.
///
/// **Source:** `configuration_clip.py` of huggingface/transformers.
///
/// @param network the sizes
/// @param endToken the id of the end token where the vocabulary decides it; empty where the tokenizer does
public record ModelConfig(NetworkShape network, Optional<Integer> endToken) {

    private static final int CLIP_VOCABULARY = 49_408; // simple_tokenizer.py of openai/CLIP
    private static final int CLIP_END_TOKEN = 49_407; // its last piece

    private static final int IMAGE_SIZE = 224; // pixels, by default
    private static final int PATCH_SIZE = 32;

    private static final int MAX_WIDTH = 16_384; // six times the widest of them, bigG's 2,560
    private static final int MAX_LAYERS = 1_000;
    private static final int MAX_SIDE = 8_192; // pixels
    private static final int MAX_CONTEXT = 65_536;
    private static final int MAX_VOCABULARY = 10_000_000;

    /// Reads and checks the file.
    ///
    /// @throws ProblemException if it is no CLIP model's, of a kind we do not run, or not possible
    public static ModelConfig read(Path file) throws ProblemException {
        JsonFields root = JsonFields.read(file);
        checkKind(root, file);
        JsonFields text = part(root, "text", file);
        JsonFields vision = part(root, "vision", file);
        checkImage(vision, file);
        int context = text.count("max_position_embeddings", 77, MAX_CONTEXT);
        if (context < 2) {
            throw bad(file, "a context of %d tokens has no room for start and end".formatted(context));
        }
        int dimensions = root.count("projection_dim", 512, MAX_WIDTH);
        NetworkShape network = new NetworkShape(
                new ClipVision(
                        tower(vision, new Defaults("vision", 768, 3_072, 12), file),
                        vision.count("image_size", IMAGE_SIZE, MAX_SIDE),
                        vision.count("patch_size", PATCH_SIZE, MAX_SIDE),
                        dimensions),
                new ClipText(
                        tower(text, new Defaults("text", 512, 2_048, 8), file),
                        text.count("vocab_size", CLIP_VOCABULARY, MAX_VOCABULARY),
                        context,
                        dimensions));
        return new ModelConfig(network, endToken(network));
    }

    /// The end token's id in a config is no help: the old ones all say 2, which is wrong, and newer ones
    /// may mean it.
    ///
    /// **Source:** pull request 24773 of huggingface/transformers.
    private static Optional<Integer> endToken(NetworkShape network) {
        return network.text().vocabularySize() == CLIP_VOCABULARY ? Optional.of(CLIP_END_TOKEN) : Optional.empty();
    }

    private static void checkKind(JsonFields root, Path file) throws ProblemException {
        Optional<String> type = root.text("model_type");
        boolean clip = type.isPresent()
                ? type.get().equals("clip")
                : root.texts("architectures").contains("CLIPModel")
                        || (root.isObject("text_config") && root.isObject("vision_config"));
        if (!clip && type.isPresent()) {
            throw unsupported(file, "a model of type " + type.get());
        }
        if (!clip) {
            throw new ProblemException(
                    new Problem.NotAModel(folder(file), "its config.json is not that of a CLIP model"));
        }
        List<String> architectures = root.texts("architectures");
        if (!architectures.isEmpty() && !architectures.contains("CLIPModel")) {
            throw unsupported(file, "only a part of a model, or one with another head: " + architectures.getFirst());
        }
    }

    /// The older key, where it is present, replaces the newer one as a whole: what it leaves out has its
    /// default, even if the newer one gives another value.
    ///
    /// **Source:** `CLIPConfig.__init__` in `configuration_clip.py`.
    private static JsonFields part(JsonFields root, String name, Path file) throws ProblemException {
        String key = name + "_config";
        JsonFields part = root.object(key).orElseGet(() -> root.emptyObject(key));
        checkPart(part, name, file);
        Optional<JsonFields> older = root.object(key + "_dict");
        if (older.isPresent()) {
            checkPart(older.get(), name, file);
        }
        return older.orElse(part);
    }

    private static void checkPart(JsonFields part, String name, Path file) throws ProblemException {
        String expected = "clip_%s_model".formatted(name);
        String type = part.text("model_type").orElse(expected);
        if (!type.equals(expected)) {
            throw unsupported(file, "its %s tower is of type %s".formatted(name, type));
        }
    }

    private static TransformerShape tower(JsonFields part, Defaults defaults, Path file) throws ProblemException {
        int width = part.count("hidden_size", defaults.width(), MAX_WIDTH);
        int heads = part.count("num_attention_heads", defaults.heads(), MAX_WIDTH);
        if (width % heads != 0) {
            throw bad(
                    file,
                    "the %s tower is %d wide and has %d heads, which does not divide evenly"
                            .formatted(defaults.name(), width, heads));
        }
        String activation = part.text("hidden_act").orElse("quick_gelu");
        return new TransformerShape(
                width,
                part.count("intermediate_size", defaults.mlpWidth(), 4 * MAX_WIDTH),
                part.count("num_hidden_layers", 12, MAX_LAYERS),
                heads,
                part.number("layer_norm_eps", 1e-5, 1e-15, 1), // torch.nn.LayerNorm's default
                Activation.named(activation)
                        .orElseThrow(() -> unsupported(
                                file, "its %s tower has the activation %s".formatted(defaults.name(), activation))));
    }

    private static void checkImage(JsonFields vision, Path file) throws ProblemException {
        int image = vision.count("image_size", IMAGE_SIZE, MAX_SIDE);
        int patch = vision.count("patch_size", PATCH_SIZE, MAX_SIDE);
        if (image % patch != 0) {
            throw bad(file, "images of %d pixels do not divide into patches of %d".formatted(image, patch));
        }
        int channels = vision.count("num_channels", 3, MAX_WIDTH);
        if (channels != 3) {
            throw unsupported(file, "it takes images of %d channels".formatted(channels));
        }
    }

    private static ProblemException unsupported(Path file, String part) {
        return new ProblemException(new Problem.UnsupportedModel(folder(file), part));
    }

    private static ProblemException bad(Path file, String reason) {
        return new ProblemException(new Problem.BadModelFile(file, reason));
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    /// The defaults in which the two towers differ: those of ViT-B/32.
    private record Defaults(String name, int width, int mlpWidth, int heads) {}
}
