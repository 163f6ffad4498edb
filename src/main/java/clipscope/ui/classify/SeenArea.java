package clipscope.ui.classify;

/// The part of a picture that the model sees.
///
/// **Unit:** fractions of the picture's width and height, so that it fits the picture at any size.
///
/// **Thread:** Immutable.
public record SeenArea(double left, double top, double width, double height) {

    /// {@return how much of the picture is cut away, 0 to 1}
    public double cutAway() {
        return 1 - width * height;
    }
}
