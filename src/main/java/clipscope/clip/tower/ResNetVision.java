package clipscope.clip.tower;

import java.util.ArrayList;
import java.util.List;

/// CLIP's residual network: a stem of three convolutions, four stages of bottlenecks that pool before they
/// halve the picture, and attention in place of the last average.
///
/// **Source:** Radford et al. 2021, section 2.4; names as in OpenAI's state dictionary, `ModifiedResNet`
/// in `clip/model.py` of openai/CLIP.
///
/// @param stem C, the channels after the stem: 64 in RN50
/// @param stages how many bottlenecks each of the four stages has: 3, 4, 6, 3 in RN50
/// @param heads of the attention that pools
public record ResNetVision(int stem, List<Integer> stages, int heads, int imageSize, int dimensions)
        implements ImageTower {

    private static final int STAGES = 4;
    private static final int EXPANSION = 4; // from the narrow to the wide channels of a bottleneck
    private static final int SHRINKING = 32; // the stem by 4, the later three stages by 2 each
    private static final String TOWER = "visual.";

    public ResNetVision {
        stages = List.copyOf(stages);
        Sizes.check(imageSize, SHRINKING, dimensions);
        if (stem <= 0
                || stem % 2 != 0
                || stages.size() != STAGES
                || stages.stream().anyMatch(blocks -> blocks <= 0)
                || heads <= 0
                || SHRINKING * stem % heads != 0
                || imageSize % SHRINKING != 0) {
            throw new IllegalArgumentException(
                    "stem %d, stages %s, heads %d, image %d".formatted(stem, stages, heads, imageSize));
        }
    }

    @Override
    public int patchSize() {
        return SHRINKING;
    }

    /// {@return the channels of the last stage: 4 · 8 · C}
    @Override
    public int width() {
        return SHRINKING * stem;
    }

    @Override
    public int layers() {
        return stages.stream().mapToInt(blocks -> blocks).sum();
    }

    @Override
    public List<WeightSpec> weights() {
        List<WeightSpec> weights = new ArrayList<>();
        for (Convolution convolution : convolutions()) {
            weights.addAll(convolution.weights());
        }
        String pool = TOWER + "attnpool.";
        int width = width();
        weights.add(WeightSpec.of(
                pool + "positional_embedding", Math.addExact(1, Sizes.square(patchGrid(imageSize))), width));
        for (String projection : List.of("q_proj", "k_proj", "v_proj")) {
            weights.addAll(WeightSpec.linear(pool + projection, width, width));
        }
        weights.addAll(WeightSpec.linear(pool + "c_proj", width, dimensions));
        return List.copyOf(weights);
    }

    @Override
    public List<MatrixProduct> products() {
        List<MatrixProduct> products = new ArrayList<>();
        for (Convolution each : convolutions()) {
            products.add(new MatrixProduct(
                    Sizes.square(each.side()), each.in() * Sizes.square(each.kernel()), each.out(), 1));
        }
        products.add(new MatrixProduct(1 + Sizes.square(patchGrid(imageSize)), width(), 2 * width(), 1));
        return List.copyOf(products);
    }

    /// {@return every convolution, in the order of the program: those of a bottleneck's way, then that of its
    /// shortcut if it has one}
    private List<Convolution> convolutions() {
        List<Convolution> all = new ArrayList<>();
        int side = imageSize / 2;
        all.add(new Convolution(TOWER + "conv1", TOWER + "bn1", WeightSpec.CHANNELS, stem / 2, 3, side));
        all.add(new Convolution(TOWER + "conv2", TOWER + "bn2", stem / 2, stem / 2, 3, side));
        all.add(new Convolution(TOWER + "conv3", TOWER + "bn3", stem / 2, stem, 3, side));
        side /= 2;
        int in = stem;
        for (int stage = 0; stage < STAGES; stage++) {
            int narrow = stem << stage;
            int wide = EXPANSION * narrow;
            for (int block = 0; block < stages.get(stage); block++) {
                String name = "%slayer%d.%d.".formatted(TOWER, stage + 1, block);
                int left = block == 0 && stage > 0 ? side / 2 : side; // after the pooling
                all.add(new Convolution(name + "conv1", name + "bn1", in, narrow, 1, side));
                all.add(new Convolution(name + "conv2", name + "bn2", narrow, narrow, 3, side));
                all.add(new Convolution(name + "conv3", name + "bn3", narrow, wide, 1, left));
                if (block == 0) {
                    all.add(new Convolution(name + "downsample.0", name + "downsample.1", in, wide, 1, left));
                }
                in = wide;
                side = left;
            }
        }
        return all;
    }

    /// A convolution without bias and the batch norm behind it.
    ///
    /// @param side of its result in pixels
    private record Convolution(String name, String norm, int in, int out, int kernel, int side) {

        List<WeightSpec> weights() {
            return List.of(
                    WeightSpec.of(name + ".weight", out, in, kernel, kernel),
                    WeightSpec.of(norm + ".weight", out),
                    WeightSpec.of(norm + ".bias", out),
                    WeightSpec.of(norm + ".running_mean", out),
                    WeightSpec.of(norm + ".running_var", out));
        }
    }
}
