package clipscope.train.world.art;

import clipscope.train.world.concept.Concept;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/// Single drawings at any size.
public final class Paintings {

    /// How a drawing is done over.
    public enum Manner {
        AS_DRAWN,
        OUTLINE,
        SILHOUETTE
    }

    private static final long SEED = 5; // of the width of lines

    private Paintings() {}

    /// {@return a concept as one of the hands drew it}
    ///
    /// **Shape:** `(side, side)`, alpha, red, green, blue in one number each, the colours times alpha.
    ///
    /// @throws NoSuchElementException if that hand has no drawing of it
    public static int[] of(Pictographs pictographs, Concept concept, String set, Manner manner, int side) {
        Svg drawing = pictographs.drawing(concept, set).orElseThrow();
        Svg done = manner == Manner.OUTLINE ? Makeover.OUTLINE.of(drawing, new SplittableRandom(SEED)) : drawing;
        int[] pixels = new SvgPainter(side).paint(done).orElseThrow();
        if (manner == Manner.SILHOUETTE) {
            Arrays.setAll(pixels, i -> pixels[i] & 0xff000000);
        }
        return pixels;
    }
}
