package clipscope.train.world;

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
final class NanoShape {

    static final int CONTEXT = 32;

    private static final int PATCH_SIZE = 8;
    private static final int DIMENSIONS = 192;
    private static final double EPSILON = 1e-5; // torch.nn.LayerNorm's default
    private static final TransformerShape VISION = new TransformerShape(192, 768, 6, 3, EPSILON, Activation.GELU);
    private static final TransformerShape TEXT = new TransformerShape(128, 512, 3, 2, EPSILON, Activation.GELU);

    /// As CLIP does it: the middle square. A circle stays round whatever the picture's format is.
    static final Preprocessing PREPROCESSING = new Preprocessing(
            ResizeMode.SHORTEST_EDGE,
            DrawnWorld.SIDE,
            DrawnWorld.SIDE,
            Resample.BICUBIC,
            Optional.of(new Crop(DrawnWorld.SIDE, DrawnWorld.SIDE, Crop.Rounding.DOWN)),
            List.of(0.5f, 0.5f, 0.5f),
            List.of(0.27f, 0.27f, 0.27f));

    private static final Preprocessor PREPROCESSOR = new Preprocessor(PREPROCESSING);

    private NanoShape() {}

    /// {@return its size with a vocabulary}
    static ClipShape of(int vocabularySize) {
        return new ClipShape(
                new ClipVision(VISION, DrawnWorld.SIDE, PATCH_SIZE, DIMENSIONS),
                new ClipText(TEXT, vocabularySize, CONTEXT, DIMENSIONS));
    }

    static PixelTensor pixels(PixelImage picture) {
        return PREPROCESSOR.apply(picture);
    }
}
