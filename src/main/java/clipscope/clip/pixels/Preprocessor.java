package clipscope.clip.pixels;

import clipscope.image.PixelImage;

/// Turns pictures into what an image tower takes: resize, centre crop, divide by 255, normalise.
///
/// The order is that of Hugging Face's `CLIPImageProcessor`; the pixels equal Pillow's.
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

    /// {@return the picture as the image tower takes it}
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
        return settings.crop().isEmpty()
                ? resized(image)
                : Resize.apply(
                        image,
                        across(image.width(), image.height()),
                        down(image.width(), image.height()),
                        settings.resample());
    }

    /// {@return the part of a picture of this size that the model sees}
    public CropBox cropBox(int width, int height) {
        Window across = across(width, height);
        Window down = down(width, height);
        double perColumn = (double) width / across.size();
        double perRow = (double) height / down.size();
        return new CropBox(
                across.first() * perColumn, down.first() * perRow, across.count() * perColumn, down.count() * perRow);
    }

    private Window across(int width, int height) {
        long size = resizedWidth(width, height);
        return settings.crop()
                .map(crop -> new Window(size, crop.begin(size, crop.width()), crop.width()))
                .orElseGet(() -> Window.whole(size));
    }

    private Window down(int width, int height) {
        long size = resizedHeight(width, height);
        return settings.crop()
                .map(crop -> new Window(size, crop.begin(size, crop.height()), crop.height()))
                .orElseGet(() -> Window.whole(size));
    }

    private long resizedWidth(int width, int height) {
        return switch (settings.mode()) {
            case SQUASH -> settings.width();
            case SHORTEST_EDGE -> byShorterEdge(width, height);
            case LONGEST_EDGE -> byLongerEdge(width, height);
        };
    }

    private long resizedHeight(int width, int height) {
        return switch (settings.mode()) {
            case SQUASH -> settings.height();
            case SHORTEST_EDGE -> byShorterEdge(height, width);
            case LONGEST_EDGE -> byLongerEdge(height, width);
        };
    }

    /// {@return the new length of an edge when the shorter one gets the target's; cut, not rounded}
    private long byShorterEdge(long edge, long other) {
        long target = settings.width();
        return edge <= other ? target : (long) ((double) (target * edge) / other);
    }

    /// {@return the new length of an edge when the longer one gets the target's; rounded, half to even}
    private long byLongerEdge(long edge, long other) {
        double ratio = (double) Math.max(edge, other) / settings.width();
        return Math.max(1, (long) Math.rint(edge / ratio)); // a thread of a picture keeps one pixel
    }

    /// {@return pixels that have the right size already, as the image tower takes them}
    PixelTensor normalise(PixelImage image) {
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
