package clipscope.clip.weights.layout;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.TensorEntry;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the layout of a checkpoint by its names, and the sizes of OpenAI's networks by its shapes.
///
/// **Source:** `build_model` in `clip/model.py` of openai/CLIP.
public final class LayoutReader {

    private static final Texts TEXTS = Texts.beside(LayoutReader.class);

    private static final int HEAD_WIDTH = 64;
    private static final int RES_NET_STRIDE = 32; // pixels of the image for each position that is pooled
    private static final int RES_NET_STAGES = 4;
    private static final int MAX_DIMENSION = 1 << 20; // the largest vocabulary has 900,000 tokens
    private static final Pattern HUGGING_FACE = Pattern.compile("(text_model|vision_model)\\..+");
    private static final Set<String> NO_WEIGHTS =
            Set.of("input_resolution", "context_length", "vocab_size", "attn_mask");
    private static final String MASK = ".attn_mask";

    private final Checkpoint checkpoint;
    private final Map<String, TensorEntry> tensors;
    private final String textPrefix;

    private LayoutReader(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.tensors = checkpoint.tensors();
        this.textPrefix = tensors.containsKey("text.token_embedding.weight") ? "text." : "";
    }

    /// {@return the layout of a checkpoint}
    ///
    /// @throws ProblemException if the names are OpenAI's, but a shape fits no network
    public static Layout of(Checkpoint checkpoint) throws ProblemException {
        return new LayoutReader(checkpoint).layout();
    }

    /// {@return whether a tensor of OpenAI's files is something else than a weight}
    static boolean isNoWeight(String name) {
        return NO_WEIGHTS.contains(name) || name.endsWith(MASK);
    }

    private Layout layout() throws ProblemException {
        boolean vit = tensors.containsKey("visual.proj");
        boolean resNet = tensors.containsKey("visual.attnpool.positional_embedding");
        boolean text = tensors.containsKey(textPrefix + "token_embedding.weight");
        if (!vit && !resNet && !text && tensors.keySet().stream().anyMatch(HUGGING_FACE.asMatchPredicate())) {
            return new Layout.HuggingFace();
        }
        List<String> unknown = tensors.keySet().stream()
                .filter(name -> !isNoWeight(name) && OpenAiName.of(name, resNet).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            return new Layout.Unknown(unknown);
        }
        if (vit == resNet || !text) { // a part of a network, or none
            return new Layout.Unknown(new ArrayList<>(tensors.keySet()));
        }
        return vit ? new Layout.OpenAiVit(vit(), text()) : new Layout.OpenAiResNet(resNet(), text());
    }

    private Layout.VitSizes vit() throws ProblemException {
        int width = dimension("visual.conv1.weight", 4, 0);
        int patch = dimension("visual.conv1.weight", 4, 3);
        int grid = grid("visual.positional_embedding");
        return new Layout.VitSizes(
                width, layers("visual.transformer.resblocks."), width / HEAD_WIDTH, patch, patch * grid);
    }

    private Layout.ResNetSizes resNet() throws ProblemException {
        List<Integer> layers = new ArrayList<>();
        for (int stage = 1; stage <= RES_NET_STAGES; stage++) {
            layers.add(layers("visual.layer%d.".formatted(stage)));
        }
        int width = dimension("visual.layer1.0.conv1.weight", 4, 0);
        int pooled = dimension("visual.attnpool.positional_embedding", 2, 1);
        return new Layout.ResNetSizes(
                layers, width, pooled / HEAD_WIDTH, grid("visual.attnpool.positional_embedding") * RES_NET_STRIDE);
    }

    private Layout.TextSizes text() throws ProblemException {
        int width = dimension(textPrefix + "ln_final.weight", 1, 0);
        String matrix = textPrefix + "text_projection";
        return new Layout.TextSizes(
                width,
                layers(textPrefix + "transformer.resblocks."),
                width / HEAD_WIDTH,
                dimension(textPrefix + "positional_embedding", 2, 0),
                dimension(textPrefix + "token_embedding.weight", 2, 0),
                tensors.containsKey(matrix) ? dimension(matrix, 2, 1) : dimension(matrix + ".weight", 2, 0));
    }

    /// {@return how many different numbers follow the prefix}
    private int layers(String prefix) {
        Pattern layer = Pattern.compile(Pattern.quote(prefix) + "([0-9]+)\\..*");
        return (int) tensors.keySet().stream()
                .map(layer::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .count();
    }

    /// {@return the side of the square of positions, of which there is one more for the whole image}
    private int grid(String name) throws ProblemException {
        int positions = dimension(name, 2, 0) - 1;
        int side = (int) Math.round(Math.sqrt(Math.max(0, positions)));
        if (side == 0 || side * side != positions) {
            throw bad(TEXTS.get("positions", name, positions));
        }
        return side;
    }

    private int dimension(String name, int dimensions, int index) throws ProblemException {
        TensorEntry tensor = Optional.ofNullable(tensors.get(name)).orElseThrow(() -> bad(TEXTS.get("lacks", name)));
        if (tensor.shape().size() != dimensions || tensor.shape().get(index) > MAX_DIMENSION) {
            throw bad(TEXTS.get("shape", name, tensor.shape()));
        }
        return tensor.shape().get(index).intValue();
    }

    private ProblemException bad(String reason) {
        return new ProblemException(new Problem.BadModelFile(checkpoint.location(), reason));
    }
}
