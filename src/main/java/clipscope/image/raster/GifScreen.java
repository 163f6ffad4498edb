package clipscope.image.raster;

import clipscope.image.file.ByteReader;
import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import java.io.IOException;

/// What a GIF says before its first frame.
///
/// **Source:** GIF 89a, sections 18, 20 and 23; `GifImagePlugin.py` of Pillow for what lies around the
/// frame.
///
/// @param background the index of the colour around the frame: the transparent one, or else the first
/// @param palette whether there is one for the frame; without it, an index is a level of grey
record GifScreen(Canvas canvas, int background, boolean palette) {

    private static final Texts TEXTS = Texts.beside(GifScreen.class);

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
                throw new Unreadable(TEXTS.get("damaged.none"));
            }
            if (in.u8(at + 1) == GRAPHIC_CONTROL && (in.u8(at + 3) & 1) != 0) {
                background = in.u8(at + 6);
            }
            at = afterBlocks(in, at + 2);
        }
        Canvas canvas = new Canvas(
                in.u16LittleEndian(6), in.u16LittleEndian(8), in.u16LittleEndian(at + 1), in.u16LittleEndian(at + 3));
        boolean palette = paletteBytes(in.u8(10)) > 0 || paletteBytes(in.u8(at + 9)) > 0;
        return new GifScreen(canvas, background, palette);
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
}
