package clipscope.clip.engine;

import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.weights.WeightSource;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.ProblemException;
import java.util.List;

/// The signatures that the loader is written against.
public final class Network implements AutoCloseable {

    private final WeightSource weights;

    private Network(WeightSource weights) {
        this.weights = weights;
    }

    public static Network open(NetworkSpec spec, WeightSource weights, boolean bf16) throws ProblemException {
        return new Network(weights);
    }

    public FloatMatrix encodeImages(List<PixelTensor> images) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    public FloatMatrix encodeTexts(List<List<Integer>> ids) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    public double logitScale() {
        throw new UnsupportedOperationException();
    }

    public static boolean bf16IsFaster(TowerSpec vision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        weights.close();
    }
}
