package clipscope.clip.pixels;

import clipscope.image.PixelImage;

/// Turns pictures into what a model's vision tower takes: resize, centre crop, normalise.
///
/// **Thread:** Immutable.
///
/// **Source:** `CLIPImageProcessor.preprocess` of Hugging Face transformers, the variant on NumPy and
/// Pillow.
public final class Preprocessor {

    private static final int LEVELS = 256;

    private final Preprocessing settings;
    private final Resampler resampler;
    private final float[][] normalised;

    public Preprocessor(Preprocessing settings) {
        this.settings = settings;
        this.resampler = new Resampler(settings.resample());
        this.normalised = new float[3][LEVELS];
        for (int channel = 0; channel < 3; channel++) {
            float mean = settings.mean().get(channel);
            float std = settings.std().get(channel);
            for (int level = 0; level < LEVELS; level++) {
                float share = (float) (level * (1 / 255.0)); // the reference multiplies in double, then rounds
                normalised[channel][level] = (share - mean) / std;
            }
        }
    }

    /// {@return the picture as the model takes it}
    public PixelTensor apply(PixelImage image) {
        PixelImage seen = cropped(image);
        int plane = seen.width() * seen.height();
        byte[] rgb = seen.toBytes();
        float[] values = new float[3 * plane]; // (3, height, width)
        for (int channel = 0; channel < 3; channel++) {
            float[] table = normalised[channel];
            for (int i = 0; i < plane; i++) {
                values[channel * plane + i] = table[rgb[3 * i + channel] & 0xff];
            }
        }
        return PixelTensor.adopt(seen.width(), seen.height(), values);
    }

    /// {@return the picture resized, before cropping}
    ///
    /// **Memory:** a narrow strip becomes very large here; [#cropped] has no such need.
    ///
    /// @throws ArithmeticException if it would be larger than an array can be
    public PixelImage resized(PixelImage image) {
        Size size = resizedSize(image.width(), image.height());
        Window whole = new Window(0, 0, Math.toIntExact(size.width()), Math.toIntExact(size.height()));
        return resampler.resize(image, size.width(), size.height(), whole);
    }

    /// {@return what the model sees: the picture resized and cropped}
    ///
    /// Equal to cropping [#resized], at the price of the crop only.
    public PixelImage cropped(PixelImage image) {
        if (!settings.centreCrop()) {
            return resized(image);
        }
        Size size = resizedSize(image.width(), image.height());
        Window crop = window(size);
        Window inside = inside(crop, size);
        PixelImage part = resampler.resize(image, size.width(), size.height(), inside);
        return inside.equals(crop) ? part : padded(part, crop, inside);
    }

    /// {@return the part of a picture of that size that the model sees}
    public CropBox cropBox(int width, int height) {
        if (!settings.centreCrop()) {
            return new CropBox(0, 0, width, height);
        }
        Size size = resizedSize(width, height);
        Window inside = inside(window(size), size);
        double across = (double) width / size.width();
        double down = (double) height / size.height();
        return new CropBox(
                inside.left() * across, inside.top() * down, inside.width() * across, inside.height() * down);
    }

    private record Size(long width, long height) {}

    private Size resizedSize(int width, int height) {
        if (settings.mode() == ResizeMode.SQUASH) {
            return new Size(settings.width(), settings.height());
        }
        long edge = settings.width();
        return width <= height ? new Size(edge, edge * height / width) : new Size(edge * width / height, edge);
    }

    private Window window(Size size) {
        return new Window(
                Math.floorDiv(size.width() - settings.cropWidth(), 2),
                Math.floorDiv(size.height() - settings.cropHeight(), 2),
                settings.cropWidth(),
                settings.cropHeight());
    }

    private static Window inside(Window crop, Size size) {
        return new Window(
                Math.max(crop.left(), 0), Math.max(crop.top(), 0), (int) Math.min(crop.width(), size.width()), (int)
                        Math.min(crop.height(), size.height()));
    }

    /// The reference fills what the picture does not cover with black, before normalising.
    private static PixelImage padded(PixelImage part, Window crop, Window inside) {
        byte[] result = new byte[crop.width() * crop.height() * 3];
        int left = (int) (inside.left() - crop.left());
        int top = (int) (inside.top() - crop.top());
        for (int y = 0; y < part.height(); y++) {
            part.copy(y * part.width() * 3, result, ((y + top) * crop.width() + left) * 3, part.width() * 3);
        }
        return PixelImage.adopt(crop.width(), crop.height(), result);
    }
}
