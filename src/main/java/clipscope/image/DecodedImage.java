package clipscope.image;

/// A picture with what its file said about it.
///
/// **Thread:** Immutable.
///
/// @param pixels upright
/// @param format a short name of the format: "JPEG"
/// @param storedWidth before turning it upright, in pixels
/// @param storedHeight before turning it upright, in pixels
/// @param orientation EXIF's, 1 to 8, already applied to the pixels; 1 means stored upright
public record DecodedImage(PixelImage pixels, String format, int storedWidth, int storedHeight, int orientation) {

    public DecodedImage {
        if (orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException("orientation " + orientation);
        }
    }
}
