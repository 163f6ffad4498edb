package clipscope.image.file;

import clipscope.language.Texts;
import java.io.IOException;

/// How many pixels a picture may have: asked with the size in its header, before anything of that size is
/// made.
public record SizeLimit(int megapixels) {

    private static final Texts TEXTS = Texts.beside(SizeLimit.class);

    private static final int PIXELS_OF_AN_ARRAY = (Integer.MAX_VALUE - 8) / 3; // three bytes a pixel in one array

    /// A picture with more pixels than allowed.
    public static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1L;

        private final int width;
        private final int height;

        Exceeded(int width, int height) {
            super("%d × %d pixels".formatted(width, height));
            this.width = width;
            this.height = height;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }
    }

    /// Refuses what has too many pixels, or none.
    ///
    /// @throws Unreadable if there is no pixel at all
    /// @throws Exceeded if there are too many
    public void check(int width, int height) throws IOException {
        if (width <= 0 || height <= 0) {
            throw new Unreadable(TEXTS.get("damaged.size", width, height));
        }
        long pixels = (long) width * height;
        if (pixels > megapixels * 1_000_000L || pixels > PIXELS_OF_AN_ARRAY) {
            throw new Exceeded(width, height);
        }
    }
}
