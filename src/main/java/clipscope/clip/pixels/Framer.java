package clipscope.clip.pixels;

import clipscope.image.PixelImage;
import java.util.List;
import java.util.Optional;

/// Shows pictures to one image tower in other framings than its own, in the same size and colours.
///
/// **Thread:** Immutable.
public final class Framer {

    private final Preprocessor own;
    private final int width; // of what the tower takes
    private final int height;

    public Framer(Preprocessor own) {
        this.own = own;
        Preprocessing settings = own.settings();
        this.width = settings.crop().map(Crop::width).orElse(settings.width());
        this.height = settings.crop().map(Crop::height).orElse(settings.height());
    }

    /// {@return the framing that the model was trained with}
    public Framing own() {
        return switch (own.settings().mode()) {
            case SHORTEST_EDGE -> Framing.CROP;
            case LONGEST_EDGE -> Framing.PAD;
            case SQUASH -> Framing.SQUASH;
        };
    }

    /// {@return the picture as the image tower takes it: one tensor, or five}
    public List<PixelTensor> apply(PixelImage image, Framing framing) {
        if (framing != Framing.FIVE_CROPS) {
            return List.of(of(framing).apply(image));
        }
        return FiveCrops.of(image.width(), image.height(), width, height)
                .cut(image, own.settings().resample())
                .stream()
                .map(own::normalise)
                .toList();
    }

    /// {@return the parts of a picture of this size that the tower is shown}
    public List<CropBox> boxes(int pictureWidth, int pictureHeight, Framing framing) {
        return framing == Framing.FIVE_CROPS
                ? FiveCrops.of(pictureWidth, pictureHeight, width, height).boxes()
                : List.of(of(framing).cropBox(pictureWidth, pictureHeight));
    }

    /// {@return a tensor turned back into a picture: the very pixels that were normalised}
    public PixelImage picture(PixelTensor tensor) {
        float[] values = tensor.toArray();
        int pixels = tensor.width() * tensor.height();
        byte[] rgb = new byte[3 * pixels];
        for (int channel = 0; channel < 3; channel++) {
            float mean = own.settings().mean().get(channel);
            float std = own.settings().std().get(channel);
            for (int i = 0; i < pixels; i++) {
                double value = 255.0 * (values[channel * pixels + i] * std + mean);
                rgb[3 * i + channel] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
        }
        return PixelImage.adopt(tensor.width(), tensor.height(), rgb);
    }

    private Preprocessor of(Framing framing) {
        if (framing == own()) {
            return own;
        }
        Preprocessing settings = own.settings();
        boolean whole = framing == Framing.SQUASH;
        return new Preprocessor(new Preprocessing(
                switch (framing) {
                    case CROP, FIVE_CROPS -> ResizeMode.SHORTEST_EDGE;
                    case SQUASH -> ResizeMode.SQUASH;
                    case PAD -> ResizeMode.LONGEST_EDGE;
                },
                width,
                height,
                settings.resample(),
                whole ? Optional.empty() : Optional.of(new Crop(width, height, Crop.Rounding.DOWN)),
                settings.mean(),
                settings.std()));
    }
}
