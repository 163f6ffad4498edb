package clipscope.train.world.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Where and how a sprite is laid onto a canvas.
///
/// **Unit:** centre and size in parts of the canvas' side, angles in radians.
///
/// **Thread:** Immutable.
///
/// @param size of the whole sprite
/// @param stretch width over height
/// @param lean how far the top is shifted against the bottom, in parts of the height
/// @param wobble how far places are moved in waves, in parts of the sprite
record Stamp(
        double x,
        double y,
        double size,
        double turn,
        double stretch,
        double lean,
        boolean mirrored,
        double wobble,
        double phase) {

    /// {@return a place with some movement of every kind}
    static Stamp random(double x, double y, double size, boolean mirror, RandomGenerator random) {
        double widest = random.nextInt(6) == 0 ? 0.8 : 0.25;
        return new Stamp(
                x,
                y,
                size,
                widest * (random.nextDouble() + random.nextDouble() - 1),
                Math.exp(0.25 * (random.nextDouble() + random.nextDouble() - 1)),
                0.25 * (random.nextDouble() + random.nextDouble() - 1),
                mirror && random.nextInt(2) == 0,
                random.nextInt(3) == 0 ? 0.02 + 0.03 * random.nextDouble() : 0,
                7 * random.nextDouble());
    }

    /// Lays a sprite over what is there.
    ///
    /// @param pixels (spriteSide, spriteSide), alpha, red, green, blue, the colours times alpha
    void onto(Canvas canvas, int[] pixels, int spriteSide) {
        int side = canvas.side;
        double wide = Math.sqrt(stretch);
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        double step = spriteSide / (size * side); // sprite pixels a canvas pixel
        List<int[]> levels = new ArrayList<>(List.of(pixels));
        int levelSide = spriteSide;
        double levelStep = step;
        while (levelStep > 1.6 && levelSide % 2 == 0) {
            levels.add(halved(levels.getLast(), levelSide));
            levelSide /= 2;
            levelStep /= 2;
        }
        int[] level = levels.getLast();
        double reach = 0.5 * size * side * 1.6;
        int fromX = (int) Math.max(0, x * side - reach);
        int toX = (int) Math.min(side, x * side + reach + 1);
        int fromY = (int) Math.max(0, y * side - reach);
        int toY = (int) Math.min(side, y * side + reach + 1);
        for (int row = fromY; row < toY; row++) {
            for (int column = fromX; column < toX; column++) {
                double dx = (column + 0.5 - x * side) / (size * side);
                double dy = (row + 0.5 - y * side) / (size * side);
                double u = (cos * dx + sin * dy) / wide;
                double v = (cos * dy - sin * dx) * wide;
                u += lean * v;
                if (wobble > 0) {
                    double oldU = u;
                    u += wobble * Math.sin(9 * v + phase);
                    v += wobble * Math.sin(8 * oldU + 2 * phase);
                }
                lay(canvas, row * side + column, level, levelSide, mirrored ? 0.5 - u : 0.5 + u, 0.5 + v);
            }
        }
    }

    private static void lay(Canvas canvas, int pixel, int[] level, int levelSide, double u, double v) {
        double sx = u * levelSide - 0.5;
        double sy = v * levelSide - 0.5;
        if (sx < 0 || sy < 0 || sx >= levelSide - 1 || sy >= levelSide - 1) {
            return;
        }
        int left = (int) sx;
        int top = (int) sy;
        float fx = (float) (sx - left);
        float fy = (float) (sy - top);
        int at = top * levelSide + left;
        int a = level[at];
        int b = level[at + 1];
        int c = level[at + levelSide];
        int d = level[at + levelSide + 1];
        if ((a | b | c | d) == 0) {
            return;
        }
        float wa = (1 - fx) * (1 - fy);
        float wb = fx * (1 - fy);
        float wc = (1 - fx) * fy;
        float wd = fx * fy;
        float rest = 1 - (wa * (a >>> 24) + wb * (b >>> 24) + wc * (c >>> 24) + wd * (d >>> 24)) / 255;
        float[] values = canvas.values;
        int to = 3 * pixel;
        for (int channel = 0; channel < 3; channel++) {
            int shift = 16 - 8 * channel;
            values[to + channel] = values[to + channel] * rest
                    + wa * (a >> shift & 255)
                    + wb * (b >> shift & 255)
                    + wc * (c >> shift & 255)
                    + wd * (d >> shift & 255);
        }
    }

    /// {@return a picture of half the side, each pixel the mean of four}
    private static int[] halved(int[] pixels, int side) {
        int half = side / 2;
        int[] small = new int[half * half];
        for (int y = 0; y < half; y++) {
            for (int x = 0; x < half; x++) {
                int at = 2 * y * side + 2 * x;
                small[y * half + x] = mean(pixels[at], pixels[at + 1], pixels[at + side], pixels[at + side + 1]);
            }
        }
        return small;
    }

    private static int mean(int a, int b, int c, int d) {
        int even = (a >>> 8 & 0xff00ff) + (b >>> 8 & 0xff00ff) + (c >>> 8 & 0xff00ff) + (d >>> 8 & 0xff00ff);
        int odd = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff);
        return ((((even + 0x20002) >>> 2) & 0xff00ff) << 8) | (((odd + 0x20002) >>> 2) & 0xff00ff);
    }
}
