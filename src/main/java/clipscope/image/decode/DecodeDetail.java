package clipscope.image.decode;

/// How much of a picture is wanted.
public sealed interface DecodeDetail {

    /// Every pixel, exactly as the file has it.
    record All() implements DecodeDetail {}

    /// Enough for a small picture. A large JPEG comes at a half, a quarter or an eighth of its size, in a
    /// fraction of the time; whatever cannot comes whole.
    ///
    /// @param pixels of the small picture's shorter side; what comes has at least twice as many
    record ForShorterSide(int pixels) implements DecodeDetail {

        private static final int SPARE = 2; // see docs/decisions/0014

        public ForShorterSide {
            if (pixels <= 0) {
                throw new IllegalArgumentException("shorter side of %d pixels".formatted(pixels));
            }
        }
    }

    /// {@return by how much the sides of a picture may be divided: 1, 2, 4 or 8}
    default int shrink(int width, int height) {
        return switch (this) {
            case All() -> 1;
            case ForShorterSide(int pixels) -> {
                int most = (int) (Math.min(width, height) / ((long) ForShorterSide.SPARE * pixels));
                yield Math.clamp(Integer.highestOneBit(most), 1, 8);
            }
        };
    }
}
