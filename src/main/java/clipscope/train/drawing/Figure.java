package clipscope.train.drawing;

/// One shape in a picture.
///
/// **Unit:** `x`, `y` and `radius` are parts of the picture's side: (0.5, 0.5) is its centre; y grows
/// downwards.
///
/// **Thread:** Immutable.
///
/// @param ink the shade of the colour it is drawn in
/// @param radius of the circle around the shape, before it is stretched
/// @param form how it is turned, stretched and inked
public record Figure(Shape shape, Colour colour, Rgb ink, double x, double y, double radius, Form form) {

    /// How a figure is drawn, which no caption speaks of.
    ///
    /// @param tilt the turn clockwise, in degrees
    /// @param stretch width over height; a wide picture squeezed into a square gives less than 1
    /// @param line how much of the shape is inked
    public record Form(double tilt, double stretch, Line line) {

        /// Upright, unstretched, filled.
        public static final Form PLAIN = new Form(0, 1, new Line.Filled());
    }

    /// How much of a shape is inked.
    public sealed interface Line {

        /// All of it.
        record Filled() implements Line {}

        /// A band along its edge.
        ///
        /// @param width a part of the radius
        record Outlined(double width) implements Line {}

        /// All of it, with an edge in another colour.
        ///
        /// @param width a part of the radius
        record Edged(double width, Rgb ink) implements Line {}

        /// All of it, with a second colour in stripes or dots.
        ///
        /// @param period a part of the radius
        record Patterned(Pattern pattern, double period, Rgb ink) implements Line {}
    }

    /// {@return whether the shape is only drawn as a line}
    public boolean outlined() {
        return form.line() instanceof Line.Outlined;
    }
}
