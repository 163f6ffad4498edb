package clipscope.train;

import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.image.PixelImage;
import java.util.List;
import java.util.Optional;

/// The size of the bundled model, and what it does to pictures before it looks at them.
final class NanoModel {

    static final String NAME = "clipscope-nano";

    static final int IMAGE_SIZE = 64;

    private static final int PATCH_SIZE = 16;
    private static final int CONTEXT = 32;
    private static final int DIMENSIONS = 128;
    private static final double EPSILON = 1e-5; // torch.nn.LayerNorm's default
    private static final TransformerShape VISION = new TransformerShape(160, 640, 4, 5, EPSILON, Activation.GELU);
    private static final TransformerShape TEXT = new TransformerShape(128, 512, 2, 4, EPSILON, Activation.GELU);

    /// As CLIP does it: the middle square. A circle stays round whatever the picture's format is.
    static final Preprocessing PREPROCESSING = new Preprocessing(
            ResizeMode.SHORTEST_EDGE,
            IMAGE_SIZE,
            IMAGE_SIZE,
            Resample.BICUBIC,
            Optional.of(new Crop(IMAGE_SIZE, IMAGE_SIZE, Crop.Rounding.DOWN)),
            List.of(0.5f, 0.5f, 0.5f),
            List.of(0.27f, 0.27f, 0.27f));

    private static final Preprocessor PREPROCESSOR = new Preprocessor(PREPROCESSING);

    private NanoModel() {}

    /// {@return its size with a vocabulary}
    static ClipShape shape(int vocabularySize) {
        return new ClipShape(
                new ClipVision(VISION, IMAGE_SIZE, PATCH_SIZE, DIMENSIONS),
                new ClipText(TEXT, vocabularySize, CONTEXT, DIMENSIONS));
    }

    static PixelTensor pixels(PixelImage picture) {
        return PREPROCESSOR.apply(picture);
    }
}
