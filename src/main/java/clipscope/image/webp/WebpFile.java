package clipscope.image.webp;

import clipscope.image.PixelImage;
import clipscope.image.file.Block;
import clipscope.image.file.ByteReader;
import clipscope.image.file.SizeLimit;
import clipscope.image.vp8.Vp8Decoder;
import java.io.EOFException;
import java.io.IOException;

/// A WebP file: its chunks, and its picture if that is a lossy one.
///
/// **Source:** WebP Container Specification, RFC 9649.
public final class WebpFile {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;

    private final ByteReader in;

    /// @throws EOFException if the file ends before it says that it does
    public WebpFile(byte[] file) throws EOFException {
        this.in = new ByteReader(file);
        long end = 8 + in.u32LittleEndian(4);
        if (end > file.length) {
            throw new EOFException("%d bytes of %d".formatted(file.length, end));
        }
    }

    /// {@return whether the picture, or the first of an animation, is a lossy one that fills the canvas}
    public boolean isLossy() throws EOFException {
        return lossy().length() > 0;
    }

    public PixelImage decode(SizeLimit limit) throws IOException {
        Vp8Decoder decoder = new Vp8Decoder(lossy().bytes());
        limit.check(decoder.width(), decoder.height());
        return PixelImage.adopt(decoder.width(), decoder.height(), decoder.decode());
    }

    private Block lossy() throws EOFException {
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER <= in.length()) {
            long length = in.u32LittleEndian(at + 4);
            if (in.has(at, "VP8 ")) {
                return new Block(in.slice(at + CHUNK_HEADER, at + CHUNK_HEADER + length));
            }
            if (in.has(at, "VP8L")) {
                return Block.EMPTY;
            }
            at += in.has(at, "ANMF") ? CHUNK_HEADER + FRAME_HEADER : CHUNK_HEADER + length + length % 2;
        }
        return Block.EMPTY;
    }
}
