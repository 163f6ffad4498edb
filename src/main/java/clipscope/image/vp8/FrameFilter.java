package clipscope.image.vp8;

/// Runs the loop filter over a whole frame, when all of it is predicted: prediction looks at what is not yet
/// smoothed.
///
/// **Source:** `DoFilter` in `src/dec/frame_dec.c` of libwebp.
final class FrameFilter {

    private static final int BETWEEN_MACROBLOCKS = 4; // added to the limit there

    private final Frame frame;
    private final FilterSettings settings;

    FrameFilter(Frame frame, FilterSettings settings) {
        this.frame = frame;
        this.settings = settings;
    }

    /// @param across macroblocks in a row
    /// @param levels one a macroblock; negative where its inside is left as it is
    void apply(int across, int[] levels) {
        if (settings.level() == 0) {
            return; // libwebp's rule: segments of their own do not turn it on
        }
        for (int i = 0; i < levels.length; i++) {
            int level = Math.abs(levels[i]);
            if (level > 0) {
                macroBlock(i % across, i / across, level, levels[i] > 0);
            }
        }
    }

    private void macroBlock(int x, int y, int level, boolean inside) {
        int interior = settings.interiorLimit(level);
        int limit = 2 * level + interior;
        Edges luma = new Edges(frame.luma(), new LoopFilter(frame.luma(), interior, level), 16, x, y);
        if (settings.simple()) {
            luma.simple(limit, inside);
            return;
        }
        luma.normal(limit, inside);
        new Edges(frame.u(), new LoopFilter(frame.u(), interior, level), 8, x, y).normal(limit, inside);
        new Edges(frame.v(), new LoopFilter(frame.v(), interior, level), 8, x, y).normal(limit, inside);
    }

    /// The edges of one macroblock in one plane: first those from top to bottom, then those from left to
    /// right.
    private record Edges(Plane plane, LoopFilter filter, int size, int x, int y) {

        void simple(int limit, boolean inside) {
            int at = plane.at(size * x, size * y);
            int down = plane.stride();
            if (x > 0) {
                filter.simple(at, down, 1, limit + BETWEEN_MACROBLOCKS);
            }
            for (int i = 4; inside && i < size; i += 4) {
                filter.simple(at + i, down, 1, limit);
            }
            if (y > 0) {
                filter.simple(at, 1, down, limit + BETWEEN_MACROBLOCKS);
            }
            for (int i = 4; inside && i < size; i += 4) {
                filter.simple(at + i * down, 1, down, limit);
            }
        }

        void normal(int limit, boolean inside) {
            int at = plane.at(size * x, size * y);
            int down = plane.stride();
            if (x > 0) {
                filter.outer(at, down, 1, size, limit + BETWEEN_MACROBLOCKS);
            }
            for (int i = 4; inside && i < size; i += 4) {
                filter.inner(at + i, down, 1, size, limit);
            }
            if (y > 0) {
                filter.outer(at, 1, down, size, limit + BETWEEN_MACROBLOCKS);
            }
            for (int i = 4; inside && i < size; i += 4) {
                filter.inner(at + i * down, 1, down, size, limit);
            }
        }
    }
}
