package clipscope.image.vp8;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;

/// How a frame's macroblocks are sorted into up to four kinds with settings of their own.
///
/// @param mapped whether each macroblock names its segment
/// @param absolute whether the values replace the frame's; otherwise they are added to them
/// @param steps quantiser indices, one a segment
/// @param levels of the loop filter, one a segment
/// @param tree probabilities of a segment's number
///
/// **Source:** RFC 6386, section 9.3.
record Segments(
        boolean enabled,
        boolean mapped,
        boolean absolute,
        List<Integer> steps,
        List<Integer> levels,
        List<Integer> tree) {

    static final int COUNT = 4;

    private static final List<Integer> ZEROS = List.of(0, 0, 0, 0);
    private static final List<Integer> CERTAIN = List.of(255, 255, 255);

    static Segments read(BoolDecoder in) throws EOFException {
        if (!in.flag()) {
            return new Segments(false, false, false, ZEROS, ZEROS, CERTAIN);
        }
        boolean mapped = in.flag();
        boolean absolute = false;
        List<Integer> steps = ZEROS;
        List<Integer> levels = ZEROS;
        if (in.flag()) {
            absolute = in.flag();
            steps = signed(in, 7);
            levels = signed(in, 6);
        }
        return new Segments(true, mapped, absolute, steps, levels, mapped ? tree(in) : CERTAIN);
    }

    private static List<Integer> signed(BoolDecoder in, int bits) throws EOFException {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            values.add(in.optionalSigned(bits));
        }
        return List.copyOf(values);
    }

    private static List<Integer> tree(BoolDecoder in) throws EOFException {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < COUNT - 1; i++) {
            values.add(in.flag() ? in.literal(8) : 255);
        }
        return List.copyOf(values);
    }

    /// {@return the number of a macroblock's segment}
    int number(BoolDecoder in) throws EOFException {
        if (!mapped) {
            return 0;
        }
        return in.bit(tree.get(0)) ? 2 + in.number(tree.get(2)) : in.number(tree.get(1));
    }

    /// {@return a segment's quantiser index}
    int step(int segment, int frame) {
        return own(steps, segment, frame);
    }

    /// {@return a segment's level of the loop filter}
    int level(int segment, int frame) {
        return own(levels, segment, frame);
    }

    private int own(List<Integer> values, int segment, int frame) {
        if (!enabled) {
            return frame;
        }
        return absolute ? values.get(segment) : frame + values.get(segment);
    }
}
