package clipscope.train.drawing;

import clipscope.image.PixelImage;
import java.util.SplittableRandom;

/// Draws scenes as square pictures. The same scene gives the same pixels on every machine.
///
/// **Thread:** Thread-safe: it holds only the size.
public final class Rasteriser {

    /// The band of a ring, as a part of its radius.
    private static final double RING_WIDTH = 0.4;

    private final int size;

    /// @param size the side of the pictures, in pixels
    public Rasteriser(int size) {
        this.size = size;
    }

    /// {@return the picture, its edges smooth}
    public PixelImage draw(Scene scene) {
        float[] canvas = new float[3 * size * size]; // (size, size, 3)
        fill(canvas, scene.background());
        for (Figure figure : scene.figures()) {
            ink(canvas, figure);
        }
        for (int i = 0; i < scene.grain().blur(); i++) {
            blur(canvas, 1, 0);
            blur(canvas, 0, 1);
        }
        return toPixels(canvas, scene.grain());
    }

    private void fill(float[] canvas, Background background) {
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                Rgb shade = background.plain() ? background.from() : background.at((x + 0.5) / size, (y + 0.5) / size);
                mix(canvas, x, y, shade, 1);
            }
        }
    }

    private void ink(float[] canvas, Figure figure) {
        double radius = figure.radius() * size;
        double centreX = figure.x() * size;
        double centreY = figure.y() * size;
        double wide = Math.sqrt(figure.form().stretch());
        Polygon outline = figure.shape()
                .outline()
                .placed(Math.toRadians(figure.form().tilt()), radius * wide, radius / wide, centreX, centreY);
        double reach = radius * Math.max(wide, 1 / wide) + 1;
        int toX = (int) Math.min(size, centreX + reach + 1);
        int toY = (int) Math.min(size, centreY + reach + 1);
        for (int y = (int) Math.max(0, centreY - reach); y < toY; y++) {
            for (int x = (int) Math.max(0, centreX - reach); x < toX; x++) {
                ink(canvas, x, y, figure, outline.signedDistance(x + 0.5, y + 0.5), radius);
            }
        }
    }

    /// Inks one pixel whose centre lies at a distance from the outline.
    private void ink(float[] canvas, int x, int y, Figure figure, double distance, double radius) {
        if (figure.shape() == Shape.RING) {
            mix(canvas, x, y, figure.ink(), covered(band(distance, RING_WIDTH * radius)));
            return;
        }
        switch (figure.form().line()) {
            case Figure.Line.Filled() -> mix(canvas, x, y, figure.ink(), covered(distance));
            case Figure.Line.Outlined(double width) ->
                mix(canvas, x, y, figure.ink(), covered(band(distance, Math.max(1, width * radius))));
            case Figure.Line.Edged(double width, Rgb edge) -> {
                mix(canvas, x, y, figure.ink(), covered(distance));
                mix(canvas, x, y, edge, covered(band(distance, Math.max(1, width * radius))));
            }
            case Figure.Line.Patterned(Pattern pattern, double period, Rgb second) -> {
                double step = Math.max(4, period * radius);
                mix(canvas, x, y, figure.ink(), covered(distance));
                if (pattern.covers((x - figure.x() * size) / step, (y - figure.y() * size) / step)) {
                    mix(canvas, x, y, second, covered(distance));
                }
            }
        }
    }

    /// {@return the signed distance to the band of a width that lies inside the outline, along it}
    private static double band(double distance, double width) {
        return Math.abs(distance + width / 2) - width / 2;
    }

    /// {@return the part of a pixel that lies inside, as if the edge were straight}
    private static double covered(double distance) {
        return Math.clamp(0.5 - distance, 0.0, 1.0);
    }

    private void mix(float[] canvas, int x, int y, Rgb ink, double share) {
        if (share > 0) {
            int i = 3 * (y * size + x);
            canvas[i] += (float) share * (ink.red() - canvas[i]);
            canvas[i + 1] += (float) share * (ink.green() - canvas[i + 1]);
            canvas[i + 2] += (float) share * (ink.blue() - canvas[i + 2]);
        }
    }

    /// Mixes each pixel with the two beside it in one direction: a quarter, a half, a quarter. Those at the
    /// border stay as they are.
    private void blur(float[] canvas, int stepX, int stepY) {
        float[] before = canvas.clone();
        int step = 3 * (stepY * size + stepX);
        for (int y = stepY; y < size - stepY; y++) {
            for (int i = 3 * (y * size + stepX); i < 3 * (y * size + size - stepX); i++) {
                canvas[i] = 0.25f * before[i - step] + 0.5f * before[i] + 0.25f * before[i + step];
            }
        }
    }

    private PixelImage toPixels(float[] canvas, Scene.Grain grain) {
        SplittableRandom random = new SplittableRandom(grain.seed());
        byte[] rgb = new byte[canvas.length];
        for (int i = 0; i < rgb.length; i++) {
            double noise = grain.noise() == 0 ? 0 : grain.noise() * random.nextGaussian();
            rgb[i] = (byte) Math.round(Math.clamp(canvas[i] + noise, 0, 255));
        }
        return PixelImage.adopt(size, size, rgb);
    }
}
