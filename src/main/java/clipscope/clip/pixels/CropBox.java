package clipscope.clip.pixels;

/// The part of a picture that the model sees.
///
/// **Unit:** pixels of the picture, before the resize; fractions, since the crop is made after it. Where
/// the crop is larger than the picture, the box sticks out of it.
public record CropBox(double x, double y, double width, double height) {}
