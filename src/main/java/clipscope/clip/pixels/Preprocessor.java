package clipscope.clip.pixels;

import clipscope.image.PixelImage;

/// Turns pictures into what a vision tower takes: resize, centre crop, divide by 255, normalise.
///
/// The order and the rounding are those of Hugging Face's `CLIPImageProcessor`; the pixels equal Pillow's.
///
/// **Thread:** Immutable.
///
/// **Memory:** grows with the width of the result times the rows that it is made from, never with the
/// resized picture: 1 × 5000 pixels with the shorter edge at 224 would be 752 MB.
public final class Preprocessor {

    private final Preprocessing settings;
    private final float[] normalised; // (channel, value): there are only 256 values

    public Preprocessor(Preprocessing settings) {
        this.settings = settings;
        this.normalised = new float[3 * 256];
        for (int channel = 0; channel < 3; channel++) {
            float mean = settings.mean().get(channel);
            float std = settings.std().get(channel);
            for (int value = 0; value < 256; value++) {
                float share = (float) (value * (1 / 255.0)); // a product in double, as in `rescale`
                normalised[256 * channel + value] = (share - mean) / std;
            }
        }
    }

    public Preprocessing settings() {
        return settings;
    }

    /// {@return the picture as the vision tower takes it}
    public PixelTensor apply(PixelImage image) {
        return normalise(cropped(image));
    }

    /// {@return the picture after the resize, before the crop}
    ///
    /// @throws ArithmeticException if it would be larger than an array can be: ask for [#cropped] instead
    public PixelImage resized(PixelImage image) {
        return Resize.apply(
                image,
                Window.whole(resizedWidth(image.width(), image.height())),
                Window.whole(resizedHeight(image.width(), image.height())),
                settings.resample());
    }

    /// {@return the pixels that the model sees: the picture after resize and crop}
    public PixelImage cropped(PixelImage image) {
        if (!settings.centreCrop()) {
            return resized(image);
        }
        return Resize.apply(
                image,
                Window.centre(resizedWidth(image.width(), image.height()), settings.cropWidth()),
                Window.centre(resizedHeight(image.width(), image.height()), settings.cropHeight()),
                settings.resample());
    }

    /// {@return the part of a picture of this size that the model sees}
    public CropBox cropBox(int width, int height) {
        if (!settings.centreCrop()) {
            return new CropBox(0, 0, width, height);
        }
        long resizedWidth = resizedWidth(width, height);
        long resizedHeight = resizedHeight(width, height);
        double across = (double) width / resizedWidth;
        double down = (double) height / resizedHeight;
        return new CropBox(
                Window.centre(resizedWidth, settings.cropWidth()).first() * across,
                Window.centre(resizedHeight, settings.cropHeight()).first() * down,
                settings.cropWidth() * across,
                settings.cropHeight() * down);
    }

    private long resizedWidth(int width, int height) {
        return switch (settings.mode()) {
            case SQUASH -> settings.width();
            case SHORTEST_EDGE -> inProportion(width, height);
        };
    }

    private long resizedHeight(int width, int height) {
        return switch (settings.mode()) {
            case SQUASH -> settings.height();
            case SHORTEST_EDGE -> inProportion(height, width);
        };
    }

    /// {@return the new length of an edge when the shorter one gets the target's; cut, not rounded}
    private long inProportion(long edge, long other) {
        long target = settings.width();
        return edge <= other ? target : (long) ((double) (target * edge) / other);
    }

    private PixelTensor normalise(PixelImage image) {
        byte[] rgb = image.toBytes();
        int pixels = image.width() * image.height();
        float[] values = new float[3 * pixels]; // (3, height, width)
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < pixels; i++) {
                values[channel * pixels + i] = normalised[256 * channel + (rgb[3 * i + channel] & 0xff)];
            }
        }
        return PixelTensor.adopt(image.width(), image.height(), values);
    }
}
