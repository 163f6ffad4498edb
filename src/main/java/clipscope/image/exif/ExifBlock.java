package clipscope.image.exif;

import clipscope.image.ImageFormat;
import clipscope.image.file.Block;
import clipscope.image.file.ByteReader;
import java.io.EOFException;

/// Finds the EXIF block in a file's chunks.
public final class ExifBlock {

    /// What stands before an EXIF block in a segment of JPEG, and sometimes in a chunk of WebP.
    public static final String PREFIX = "Exif\0\0";

    private ExifBlock() {}

    /// {@return the EXIF block, empty if there is none before the file's end}
    public static Block of(ImageFormat format, byte[] file) {
        try {
            return switch (format) {
                case PNG -> inPng(file);
                case WEBP -> inWebp(file);
                case TIFF -> new Block(file);
                case JPEG, GIF, BMP -> Block.EMPTY; // JPEG's is in JpegHeader, the others have none
            };
        } catch (EOFException _) {
            return Block.EMPTY; // a missing end is the decoder's to tell
        }
    }

    private static Block inPng(byte[] file) throws EOFException {
        ByteReader in = new ByteReader(file);
        for (long at = 8; at < file.length; at += 12 + in.u32BigEndian(at)) {
            if (in.has(at + 4, "eXIf")) {
                return new Block(in.slice(at + 8, at + 8 + in.u32BigEndian(at)));
            }
        }
        return Block.EMPTY;
    }

    private static Block inWebp(byte[] file) throws EOFException {
        ByteReader in = new ByteReader(file);
        long length;
        for (long at = 12; at < file.length; at += 8 + length + length % 2) {
            length = in.u32LittleEndian(at + 4);
            if (in.has(at, "EXIF")) {
                long start = at + 8 + (in.has(at + 8, PREFIX) ? PREFIX.length() : 0);
                return new Block(in.slice(start, at + 8 + length));
            }
        }
        return Block.EMPTY;
    }
}
