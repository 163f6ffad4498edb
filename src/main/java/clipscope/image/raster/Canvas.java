package clipscope.image.raster;

import clipscope.image.PixelImage;
import clipscope.image.file.SizeLimit;
import java.io.IOException;

/// The whole picture of an animation, and where a frame lies on it: a frame may cover a part only.
///
/// @param left of the frame on the canvas, in pixels
/// @param top of the frame on the canvas, in pixels
public record Canvas(int width, int height, int left, int top) {

    /// {@return whether a frame of this size has a place on the canvas}
    public boolean holds(int frameWidth, int frameHeight) {
        return left + frameWidth <= width && top + frameHeight <= height;
    }

    /// {@return the canvas with the frame on it; larger than it says if the frame sticks out}
    ///
    /// @param colour the background's, red in bits 16 to 23, green, blue
    public PixelImage place(PixelImage frame, int colour, SizeLimit limit) throws IOException {
        int wholeWidth = Math.max(width, left + frame.width());
        int wholeHeight = Math.max(height, top + frame.height());
        if (wholeWidth == frame.width() && wholeHeight == frame.height()) {
            return frame;
        }
        limit.check(wholeWidth, wholeHeight);
        byte[] rgb = new byte[3 * wholeWidth * wholeHeight];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) (colour >> 16);
            rgb[i + 1] = (byte) (colour >> 8);
            rgb[i + 2] = (byte) colour;
        }
        int rowBytes = 3 * frame.width();
        for (int y = 0; y < frame.height(); y++) {
            frame.copy(y * rowBytes, rgb, 3 * ((top + y) * wholeWidth + left), rowBytes);
        }
        return PixelImage.adopt(wholeWidth, wholeHeight, rgb);
    }
}
