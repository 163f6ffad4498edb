package clipscope.image.webp;

import clipscope.image.PixelImage;
import clipscope.image.file.Block;
import clipscope.image.file.ByteReader;
import clipscope.image.file.SizeLimit;
import clipscope.image.file.Unreadable;
import clipscope.image.raster.Canvas;
import clipscope.language.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/// What the chunks of a WebP file say, up to its first picture.
///
/// @param lossy the first picture's VP8 data, empty if it is a lossless one
/// @param canvas where it lies, if it is the frame of an animation
///
/// **Source:** WebP Container Specification, RFC 9649.
record WebpFile(Block lossy, Optional<Canvas> canvas) {

    private static final Texts TEXTS = Texts.beside(WebpFile.class);

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;

    /// @throws EOFException if the file ends before it says that it does
    static WebpFile of(byte[] file) throws IOException {
        ByteReader in = new ByteReader(file);
        long end = 8 + in.u32LittleEndian(4);
        if (end > file.length) {
            throw new EOFException("%d bytes of %d".formatted(file.length, end));
        }
        Optional<Canvas> canvas = Optional.empty();
        int width = 0;
        int height = 0;
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= in.length()) {
            long length = in.u32LittleEndian(at + 4);
            long data = at + CHUNK_HEADER;
            if (in.has(at, "VP8 ")) {
                return new WebpFile(new Block(in.slice(data, data + length)), canvas);
            }
            if (in.has(at, "VP8L")) {
                return new WebpFile(Block.EMPTY, canvas);
            }
            if (in.has(at, "VP8X")) {
                width = 1 + in.u24LittleEndian(data + 4);
                height = 1 + in.u24LittleEndian(data + 7);
            }
            if (in.has(at, "ANMF")) {
                int left = 2 * in.u24LittleEndian(data);
                int top = 2 * in.u24LittleEndian(data + 3);
                canvas = Optional.of(new Canvas(width, height, left, top));
                at = data + FRAME_HEADER;
            } else {
                at = data + length + length % 2;
            }
        }
        throw new Unreadable(TEXTS.get("damaged.none"));
    }

    /// {@return the whole canvas with the frame on it}
    PixelImage place(PixelImage frame, int colour, SizeLimit limit) throws IOException {
        if (canvas.isEmpty()) {
            return frame;
        }
        if (!canvas.get().holds(frame.width(), frame.height())) {
            throw new Unreadable(TEXTS.get("damaged.frame"));
        }
        return canvas.get().place(frame, colour, limit);
    }
}
