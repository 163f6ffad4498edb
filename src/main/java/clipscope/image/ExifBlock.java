package clipscope.image;

import java.io.EOFException;

/// Finds the EXIF block in a file's chunks.
final class ExifBlock {

    private ExifBlock() {}

    /// {@return the EXIF block, empty if there is none before the file's end}
    static Block of(ImageFormat format, byte[] file) {
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
                long start = at + 8 + (in.has(at + 8, JpegHeader.EXIF) ? JpegHeader.EXIF.length() : 0);
                return new Block(in.slice(start, at + 8 + length));
            }
        }
        return Block.EMPTY;
    }
}
