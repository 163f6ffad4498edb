package clipscope.clip.pixels;

/// The part of a picture that the model sees.
///
/// **Unit:** pixels of the picture before resizing, with fractions.
public record CropBox(double left, double top, double width, double height) {}
