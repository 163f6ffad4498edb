package clipscope.train.world.picture;

import clipscope.train.world.concept.Concept;

/// Something in a picture.
///
/// **Unit:** places and sizes are parts of the picture's side; y grows downwards.
///
/// **Thread:** Immutable.
public sealed interface Thing {

    double x();

    double y();

    /// A drawing of something.
    record Pictured(Concept concept, double x, double y) implements Thing {}

    /// Letters.
    ///
    /// @param text in lower case, whatever case it is drawn in
    record Lettered(String text, double x, double y) implements Thing {}
}
