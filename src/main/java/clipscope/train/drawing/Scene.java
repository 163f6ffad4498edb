package clipscope.train.drawing;

import java.util.List;

/// A picture before it is drawn: what is in it and where.
///
/// **Thread:** Immutable.
///
/// @param figures later ones lie on top
/// @param grain how noisy and blurred the picture is
public record Scene(Background background, List<Figure> figures, Grain grain) {

    public Scene {
        figures = List.copyOf(figures);
    }

    /// What a camera, a scanner or a lossy file does to a picture.
    ///
    /// @param noise standard deviation, in grey levels of 255
    /// @param blur how often each pixel is mixed with its neighbours
    /// @param seed of the noise
    public record Grain(double noise, int blur, long seed) {

        /// No noise, no blur.
        public static final Grain NONE = new Grain(0, 0, 0);
    }
}
