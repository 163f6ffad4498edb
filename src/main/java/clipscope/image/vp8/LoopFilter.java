package clipscope.image.vp8;

/// Smooths the edges between blocks.
///
/// **Source:** RFC 6386, section 15; integers as in `src/dsp/dec.c` of libwebp.
final class LoopFilter {

    private final Plane plane;
    private final int interior;
    private final int variance;

    /// @param interior how far neighbours on one side of an edge may differ for it to be smoothed
    /// @param level of the macroblock
    LoopFilter(Plane plane, int interior, int level) {
        this.plane = plane;
        this.interior = interior;
        this.variance = level >= 40 ? 2 : level >= 15 ? 1 : 0;
    }

    /// Smooths across an edge of luma, with two samples changed.
    ///
    /// @param at the first sample behind the edge
    /// @param along from one sample of the edge to the next
    /// @param across from one side of the edge to the other
    void simple(int at, int along, int across, int limit) {
        for (int i = 0; i < 16; i++) {
            int p = at + i * along;
            if (isEdge(p, across, limit)) {
                two(p, across);
            }
        }
    }

    /// Smooths across an edge between macroblocks.
    void outer(int at, int along, int across, int length, int limit) {
        for (int i = 0; i < length; i++) {
            int p = at + i * along;
            if (isSmooth(p, across, limit)) {
                if (varies(p, across)) {
                    two(p, across);
                } else {
                    six(p, across);
                }
            }
        }
    }

    /// Smooths across an edge inside of a macroblock.
    void inner(int at, int along, int across, int length, int limit) {
        for (int i = 0; i < length; i++) {
            int p = at + i * along;
            if (isSmooth(p, across, limit)) {
                if (varies(p, across)) {
                    two(p, across);
                } else {
                    four(p, across);
                }
            }
        }
    }

    private int difference(int a, int b) {
        return Math.abs(plane.get(a) - plane.get(b));
    }

    private boolean isEdge(int p, int s, int limit) {
        return 4 * difference(p - s, p) + difference(p - 2 * s, p + s) <= 2 * limit + 1;
    }

    private boolean isSmooth(int p, int s, int limit) {
        return isEdge(p, s, limit)
                && difference(p - 4 * s, p - 3 * s) <= interior
                && difference(p - 3 * s, p - 2 * s) <= interior
                && difference(p - 2 * s, p - s) <= interior
                && difference(p + 3 * s, p + 2 * s) <= interior
                && difference(p + 2 * s, p + s) <= interior
                && difference(p + s, p) <= interior;
    }

    private boolean varies(int p, int s) {
        return difference(p - 2 * s, p - s) > variance || difference(p + s, p) > variance;
    }

    private void two(int p, int s) {
        int a = 3 * (plane.get(p) - plane.get(p - s)) + signed(plane.get(p - 2 * s) - plane.get(p + s));
        change(p - s, small((a + 3) >> 3));
        change(p, -small((a + 4) >> 3));
    }

    private void four(int p, int s) {
        int a = 3 * (plane.get(p) - plane.get(p - s));
        int behind = small((a + 4) >> 3);
        int outside = (behind + 1) >> 1;
        change(p - 2 * s, outside);
        change(p - s, small((a + 3) >> 3));
        change(p, -behind);
        change(p + s, -outside);
    }

    private void six(int p, int s) {
        int a = signed(3 * (plane.get(p) - plane.get(p - s)) + signed(plane.get(p - 2 * s) - plane.get(p + s)));
        for (int distance = 0; distance < 3; distance++) {
            int step = ((27 - 9 * distance) * a + 63) >> 7;
            change(p - (distance + 1) * s, step);
            change(p + distance * s, -step);
        }
    }

    private void change(int at, int by) {
        plane.set(at, plane.get(at) + by);
    }

    private static int signed(int value) {
        return Math.clamp(value, -128, 127);
    }

    private static int small(int value) {
        return Math.clamp(value, -16, 15);
    }
}
