package clipscope.image.raster;

import clipscope.image.PixelImage;
import clipscope.image.file.ByteReader;
import clipscope.image.file.SizeLimit;
import clipscope.image.file.Unreadable;
import java.io.IOException;

/// Where the first frame of a GIF lies on its screen: a frame may cover a part only.
///
/// **Source:** GIF 89a, sections 18, 20 and 23; `GifImagePlugin.py` of Pillow for what lies around the
/// frame.
///
/// @param background the index of the colour around the frame: the transparent one, or else the first
record GifScreen(int width, int height, int left, int top, int background) {

    private static final int HEADER = 13; // signature, version, and the screen's descriptor
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;

    /// {@return what the file says before its first frame}
    static GifScreen of(byte[] file) throws IOException {
        ByteReader in = new ByteReader(file);
        int background = 0;
        long at = (long) HEADER + paletteBytes(in.u8(10));
        while (in.u8(at) != IMAGE) {
            if (in.u8(at) != EXTENSION) {
                throw new Unreadable("damaged: there is no picture in it");
            }
            if (in.u8(at + 1) == GRAPHIC_CONTROL && (in.u8(at + 3) & 1) != 0) {
                background = in.u8(at + 6);
            }
            at = afterBlocks(in, at + 2);
        }
        return new GifScreen(
                in.u16LittleEndian(6),
                in.u16LittleEndian(8),
                in.u16LittleEndian(at + 1),
                in.u16LittleEndian(at + 3),
                background);
    }

    private static int paletteBytes(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
    }

    private static long afterBlocks(ByteReader in, long from) throws IOException {
        long at = from;
        while (in.u8(at) != 0) {
            at += 1 + in.u8(at);
        }
        return at + 1;
    }

    /// {@return the whole screen with the frame on it; larger than it says if the frame sticks out}
    ///
    /// @param colour the background's, red in bits 16 to 23, green, blue
    PixelImage place(PixelImage frame, int colour, SizeLimit limit) throws IOException {
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
