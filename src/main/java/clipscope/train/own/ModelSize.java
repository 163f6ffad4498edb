package clipscope.train.own;

import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.tower.WeightSpec;
import java.util.Locale;

/// How large a model is that is trained from nothing.
///
/// **Thread:** Immutable.
public enum ModelSize {
    /// For drawings and icons, in minutes.
    SMALL(64, 8, 128),
    /// For pictures with more in them, in an hour or two.
    MEDIUM(96, 12, 192),
    /// For thousands of photographs, over night.
    LARGE(128, 16, 256);

    private static final int CONTEXT = 77; // as in CLIP

    private final int imageSize;
    private final int patchSize;
    private final int dimensions;

    ModelSize(int imageSize, int patchSize, int dimensions) {
        this.imageSize = imageSize;
        this.patchSize = patchSize;
        this.dimensions = dimensions;
    }

    private static TransformerShape tower(int width, int layers, int heads) {
        double epsilon = 1e-5; // torch.nn.LayerNorm's default
        return new TransformerShape(width, 4 * width, layers, heads, epsilon, Activation.GELU);
    }

    private TransformerShape vision() {
        return switch (this) {
            case SMALL -> tower(128, 4, 2);
            case MEDIUM -> tower(256, 6, 4);
            case LARGE -> tower(384, 10, 6);
        };
    }

    private TransformerShape text() {
        return switch (this) {
            case SMALL -> tower(128, 3, 2);
            case MEDIUM -> tower(192, 4, 3);
            case LARGE -> tower(256, 6, 4);
        };
    }

    /// {@return the side of its pictures, in pixels}
    public int imageSize() {
        return imageSize;
    }

    /// {@return the name in commands}
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return its network with a vocabulary}
    ClipShape shape(int vocabularySize) {
        return new ClipShape(
                new ClipVision(vision(), imageSize, patchSize, dimensions),
                new ClipText(text(), vocabularySize, CONTEXT, dimensions));
    }

    /// {@return how many numbers are learned with a vocabulary of the usual size}
    public long parameters() {
        return parameters(shape(Foundation.MOST_PIECES));
    }

    static long parameters(ClipShape shape) {
        return shape.network().weights().stream()
                .map(WeightSpec::shape)
                .mapToLong(each -> each.stream().reduce(1L, Math::multiplyExact))
                .sum();
    }

    /// {@return what it does to pictures: as CLIP, the middle square}
    Preprocessing preprocessing() {
        return Preprocessing.clip(imageSize);
    }
}
