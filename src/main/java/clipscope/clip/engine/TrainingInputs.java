package clipscope.clip.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.tower.TransformerShape;
import clipscope.embedding.FloatMatrix;
import java.nio.FloatBuffer;
import java.util.List;

/// What the methods of `training.py` take beside weights, as arrays under the names of their arguments.
///
/// **Thread:** Confined to the thread of its network.
///
/// @param textFrom where the text tower's weights begin in those of the network
/// @param networkEnd where they end
/// @param fixed how many weights stay as they are
record TrainingInputs(Lesson lesson, int textFrom, int networkEnd, int fixed) {

    private static final double AVERAGE = 0.999; // how much of it a step leaves

    NDList batch(NDManager scope, TrainingBatch batch) {
        FloatMatrix truth = batch.truth();
        NDArray matrix = scope.create(FloatBuffer.wrap(truth.toArray()), new Shape(truth.rows(), truth.columns()));
        NDList inputs = images(scope, batch.images());
        inputs.add(named(kept(scope, batch), "kept"));
        inputs.addAll(texts(scope, batch.texts()));
        inputs.add(named(matrix, "truth"));
        return inputs;
    }

    /// {@return pixels (N, 3, S, S)}
    NDList images(NDManager scope, List<PixelTensor> images) {
        int size = lesson.shape().image().imageSize();
        FloatBuffer values = FloatBuffer.allocate(images.size() * 3 * size * size);
        images.forEach(each -> each.putInto(values));
        return new NDList(named(scope.create(values.flip(), new Shape(images.size(), 3, size, size)), "pixels"));
    }

    /// {@return ids (N, L), short texts filled up with zeros, since no text looks past its end; and ends (N)}
    NDList texts(NDManager scope, List<List<Integer>> texts) {
        int length = texts.stream().mapToInt(List::size).max().orElse(0);
        long[] ids = new long[texts.size() * length];
        for (int t = 0; t < texts.size(); t++) {
            for (int i = 0; i < texts.get(t).size(); i++) {
                ids[t * length + i] = texts.get(t).get(i);
            }
        }
        long[] ends = texts.stream().mapToLong(each -> each.size() - 1).toArray();
        return new NDList(
                named(scope.create(ids, new Shape(texts.size(), length)), "ids"), named(scope.create(ends), "ends"));
    }

    /// {@return the patches that are looked at (N, K), K = 0 for all}
    private static NDArray kept(NDManager scope, TrainingBatch batch) {
        int count = batch.kept().isEmpty() ? 0 : batch.kept().getFirst().size();
        long[] kept = batch.kept().stream()
                .flatMapToLong(each -> each.stream().mapToLong(Integer::longValue))
                .toArray();
        return scope.create(kept, new Shape(batch.images().size(), count));
    }

    NDArray sizes(NDManager scope) {
        TransformerShape vision = lesson.shape().image().transformer();
        TransformerShape text = lesson.shape().text().transformer();
        NDArray sizes = scope.create(new double[] {
            textFrom,
            vision.heads(),
            TowerProgram.code(vision.activation()),
            text.heads(),
            TowerProgram.code(text.activation()),
            vision.epsilon(),
            text.epsilon(),
            lesson.shape().image().patchSize(),
            lesson.products().scalarType(),
            fixed,
            networkEnd,
            lesson.loss() == ContrastiveLoss.SIGMOID ? 1 : 0
        });
        return named(sizes, "sizes");
    }

    /// @param step from 1
    NDArray settings(NDManager scope, int step, double learningRate) {
        AdamW optimiser = lesson.optimiser();
        NDArray settings = scope.create(new double[] {
            step,
            learningRate,
            optimiser.beta1(),
            optimiser.beta2(),
            optimiser.epsilon(),
            optimiser.decay(),
            Math.log(optimiser.maxLogitScale()),
            optimiser.maxGradientLength(),
            1 - Math.min(AVERAGE, (1.0 + step) / (10 + step)) // short at first, while it moves far
        });
        return named(settings, "settings");
    }

    /// The name is how DJL knows which argument an array is; those ending in `[]` become one list.
    static NDArray named(NDArray array, String name) {
        array.setName(name);
        return array;
    }
}
