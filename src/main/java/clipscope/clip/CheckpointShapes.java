package clipscope.clip;

import clipscope.clip.engine.NetworkSpec;
import clipscope.clip.engine.TowerSpec;
import clipscope.clip.weights.DType;
import clipscope.clip.weights.TensorEntry;
import clipscope.clip.weights.WeightSource;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tensors that a network needs, by name, with their shapes.
///
/// **Source:** the parameters of `CLIPModel` in `modeling_clip.py` of huggingface/transformers;
/// `pre_layrnorm` is
/// spelt so there.
///
/// @param shapes from name to shape, outermost dimension first
record CheckpointShapes(Map<String, List<Long>> shapes) {

    private static final int NAMED = 5; // how many missing tensors a problem lists
    private static final Set<DType> FLOATING = Set.of(DType.F32, DType.F16, DType.BF16);

    CheckpointShapes {
        shapes = Map.copyOf(shapes);
    }

    /// {@return what a network of these sizes needs}
    static CheckpointShapes of(NetworkSpec spec) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        long side = spec.imageSize() / spec.patchSize(); // patches
        long vision = spec.vision().width();
        long text = spec.text().width();
        shapes.put("vision_model.embeddings.class_embedding", List.of(vision));
        shapes.put("vision_model.embeddings.patch_embedding.weight", List.of(vision, 3L, (long) spec.patchSize(), (long)
                spec.patchSize()));
        shapes.put("vision_model.embeddings.position_embedding.weight", List.of(side * side + 1, vision));
        layerNorm(shapes, "vision_model.pre_layrnorm", vision);
        blocks(shapes, "vision_model", spec.vision());
        layerNorm(shapes, "vision_model.post_layernorm", vision);
        shapes.put("visual_projection.weight", List.of((long) spec.dimensions(), vision));
        shapes.put("text_model.embeddings.token_embedding.weight", List.of((long) spec.vocabularySize(), text));
        shapes.put("text_model.embeddings.position_embedding.weight", List.of((long) spec.contextLength(), text));
        blocks(shapes, "text_model", spec.text());
        layerNorm(shapes, "text_model.final_layer_norm", text);
        shapes.put("text_projection.weight", List.of((long) spec.dimensions(), text));
        shapes.put("logit_scale", List.of());
        return new CheckpointShapes(shapes);
    }

    private static void blocks(Map<String, List<Long>> shapes, String tower, TowerSpec spec) {
        long width = spec.width();
        for (int i = 0; i < spec.layers(); i++) {
            String block = "%s.encoder.layers.%d.".formatted(tower, i);
            for (String projection : List.of("q_proj", "k_proj", "v_proj", "out_proj")) {
                linear(shapes, block + "self_attn." + projection, width, width);
            }
            layerNorm(shapes, block + "layer_norm1", width);
            layerNorm(shapes, block + "layer_norm2", width);
            linear(shapes, block + "mlp.fc1", spec.mlpWidth(), width);
            linear(shapes, block + "mlp.fc2", width, spec.mlpWidth());
        }
    }

    private static void linear(Map<String, List<Long>> shapes, String name, long out, long in) {
        shapes.put(name + ".weight", List.of(out, in));
        shapes.put(name + ".bias", List.of(out));
    }

    private static void layerNorm(Map<String, List<Long>> shapes, String name, long width) {
        shapes.put(name + ".weight", List.of(width));
        shapes.put(name + ".bias", List.of(width));
    }

    /// Checks that the file has all of them. What it has besides, such as the `position_ids` of old files,
    /// is ignored.
    ///
    /// @throws ProblemException naming the tensors that are missing, or one of another shape or kind
    void check(WeightSource weights) throws ProblemException {
        List<String> missing = shapes.keySet().stream()
                .filter(name -> !weights.names().contains(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw bad(weights, "it lacks " + list(missing));
        }
        for (Map.Entry<String, List<Long>> expected : shapes.entrySet()) {
            check(weights, weights.entry(expected.getKey()), expected.getValue());
        }
    }

    private static void check(WeightSource weights, TensorEntry found, List<Long> shape) throws ProblemException {
        boolean oneNumber = shape.isEmpty() && found.shape().equals(List.of(1L)); // as some converters write a scalar
        if (!found.shape().equals(shape) && !oneNumber) {
            throw bad(
                    weights,
                    "%s has the shape %s, but the configuration asks for %s"
                            .formatted(found.name(), found.shape(), shape));
        }
        if (!FLOATING.contains(found.dtype())) {
            throw bad(weights, "%s holds %s, not F32, F16 or BF16".formatted(found.name(), found.dtype()));
        }
    }

    private static String list(List<String> names) {
        List<String> shown = names.subList(0, Math.min(NAMED, names.size()));
        String more = names.size() > NAMED ? " and %,d more tensors".formatted(names.size() - NAMED) : "";
        return String.join(", ", shown) + more;
    }

    private static ProblemException bad(WeightSource weights, String reason) {
        return new ProblemException(new Problem.BadModelFile(weights.file(), reason));
    }
}
