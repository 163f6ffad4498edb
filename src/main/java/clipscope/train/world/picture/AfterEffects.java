package clipscope.train.world.picture;

import java.util.random.RandomGenerator;

/// What happens to a whole picture: cameras, screens and files do it.
final class AfterEffects {

    private AfterEffects() {}

    /// Changes a picture at random; mostly it stays as it is.
    static void apply(Canvas canvas, RandomGenerator random) {
        if (random.nextInt(3) == 0) {
            tone(canvas.values, random);
        }
        if (random.nextInt(6) == 0) {
            int times = 1 + random.nextInt(2);
            for (int i = 0; i < times; i++) {
                blur(canvas, 3);
                blur(canvas, 3 * canvas.side);
            }
        }
        if (random.nextInt(12) == 0) {
            coarsen(canvas, 2 + random.nextInt(2));
        }
        if (random.nextInt(6) == 0) {
            noise(canvas.values, 4 + 14 * random.nextDouble(), random);
        }
        if (random.nextInt(25) == 0) {
            posterise(canvas.values, 2 + random.nextInt(4));
        }
        if (random.nextInt(30) == 0) {
            invert(canvas.values);
        }
        if (random.nextInt(12) == 0) {
            grey(canvas.values);
        }
    }

    private static void tone(float[] values, RandomGenerator random) {
        float contrast = (float) (0.6 + 0.7 * random.nextDouble());
        for (int channel = 0; channel < 3; channel++) {
            float own = contrast * (float) (0.85 + 0.3 * random.nextDouble());
            float lift = (float) (128 * (1 - contrast) + 50 * (random.nextDouble() - 0.5));
            for (int i = channel; i < values.length; i += 3) {
                values[i] = values[i] * own + lift;
            }
        }
    }

    /// A quarter, a half, a quarter, along one direction.
    private static void blur(Canvas canvas, int step) {
        float[] before = canvas.values.clone();
        for (int i = step; i < before.length - step; i++) {
            canvas.values[i] = 0.25f * before[i - step] + 0.5f * before[i] + 0.25f * before[i + step];
        }
    }

    /// Squares of one colour, as in a picture that was smaller once.
    private static void coarsen(Canvas canvas, int block) {
        int side = canvas.side;
        float[] values = canvas.values;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int from = 3 * (y / block * block * side + x / block * block);
                System.arraycopy(values, from, values, 3 * (y * side + x), 3);
            }
        }
    }

    private static void noise(float[] values, double strength, RandomGenerator random) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (strength * 1.7 * (random.nextFloat() + random.nextFloat() - 1)); // near a bell
        }
    }

    private static void posterise(float[] values, int levels) {
        float step = 255f / levels;
        for (int i = 0; i < values.length; i++) {
            values[i] = step * Math.round(values[i] / step);
        }
    }

    private static void invert(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = 255 - values[i];
        }
    }

    private static void grey(float[] values) {
        for (int i = 0; i < values.length; i += 3) {
            float grey = 0.299f * values[i] + 0.587f * values[i + 1] + 0.114f * values[i + 2];
            values[i] = grey;
            values[i + 1] = grey;
            values[i + 2] = grey;
        }
    }
}
