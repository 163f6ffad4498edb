package clipscope.image.decode;

import clipscope.image.PixelImage;

/// A picture as it was read, and what its file said about it.
///
/// @param pixels upright
/// @param format as people call it: "JPEG"
/// @param storedWidth in pixels, before the orientation was applied
/// @param storedHeight in pixels, before the orientation was applied
/// @param orientation EXIF's 1 to 8, already applied to the pixels; 1 where the file says nothing
public record DecodedImage(PixelImage pixels, String format, int storedWidth, int storedHeight, int orientation) {}
