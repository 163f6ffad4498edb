package clipscope.image.jpeg;

import clipscope.image.exif.ExifBlock;
import clipscope.image.file.Block;
import clipscope.image.file.ByteReader;
import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the segments of a JPEG file say, up to its first scan.
///
/// @param components the colour channels
/// @param jfif whether a JFIF segment is there, which means luma and chroma
/// @param adobeTransform what Adobe's segment says: 0 none, 1 YCbCr, 2 YCCK; -1 without such a segment
/// @param exif the EXIF block, empty if there is none
/// @param bare the file without its application segments and comments, which no decoder needs and many trip
///     over
///
/// **Source:** ITU-T T.81, annex B.
public record JpegHeader(
        int width, int height, List<Component> components, boolean jfif, int adobeTransform, Block exif, Block bare) {

    private static final Texts TEXTS = Texts.beside(JpegHeader.class);

    /// One colour channel.
    ///
    /// @param across how many of its samples there are to a step across, 1 to 4
    /// @param down how many of its samples there are to a step down, 1 to 4
    public record Component(int id, int across, int down) {}

    private static final long PIXELS_DECODED = 1_000_000_000; // in all scans together: some seconds
    private static final int FEWEST_SCANS = 20; // programs write about 10
    private static final int MOST_SCANS = 1000;

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int COM = 0xfe;

    public static JpegHeader of(byte[] file) throws IOException {
        return new Walk(file).header();
    }

    /// Whether the three channels are luma and chroma, by the rules of libjpeg.
    ///
    /// **Source:** `default_decompress_parms` in `jdapimin.c` of libjpeg.
    public boolean isYcc() {
        if (components.size() != 3) {
            return adobeTransform == 2;
        }
        if (jfif) {
            return true;
        }
        return adobeTransform >= 0
                ? adobeTransform != 0
                : !components.stream().map(Component::id).toList().equals(List.of((int) 'R', (int) 'G', (int) 'B'));
    }

    /// Whether chroma is stored for every pixel of every second row.
    boolean hasHalfTheChromaRows() {
        return components.size() == 3
                && components.stream().allMatch(c -> c.across() == 1)
                && components.stream().map(Component::down).toList().equals(List.of(2, 1, 1));
    }

    /// Refuses a picture in far more scans than any program writes: each goes through the whole picture
    /// again, so that a small file could keep a decoder busy for hours.
    void checkScans() throws Unreadable {
        byte[] bytes = bare.bytes();
        int scans = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xff && bytes[i + 1] == (byte) SOS) {
                scans++;
            }
        }
        long most = Math.clamp(PIXELS_DECODED / ((long) width * height), FEWEST_SCANS, MOST_SCANS);
        if (scans > most) {
            throw new Unreadable(TEXTS.get("foreign.scans", scans, most));
        }
    }

    /// Collects what the segments say.
    private static final class Walk {

        private final ByteReader in;
        private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
        private final List<Component> components = new ArrayList<>();
        private int width;
        private int height;
        private boolean jfif;
        private int adobeTransform = -1;
        private Block exif = Block.EMPTY;

        Walk(byte[] file) {
            this.in = new ByteReader(file);
        }

        JpegHeader header() throws IOException {
            bare.writeBytes(in.slice(0, 2));
            long at = 2;
            while (true) {
                at = nextMarker(at);
                int marker = in.u8(at + 1);
                if (marker == EOI) {
                    throw new Unreadable(TEXTS.get("damaged.empty"));
                }
                if (marker == SOI || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7)) { // these have no length
                    at += 2;
                    continue;
                }
                long end = at + 2 + in.u16BigEndian(at + 2);
                segment(marker, at + 4, end);
                if (marker == SOS) {
                    break;
                }
                if (!isApplication(marker)) {
                    bare.writeBytes(in.slice(at, end));
                }
                at = end;
            }
            if (components.isEmpty()) {
                throw new Unreadable(TEXTS.get("damaged.header"));
            }
            bare.writeBytes(in.slice(at, in.length()));
            return new JpegHeader(
                    width, height, List.copyOf(components), jfif, adobeTransform, exif, new Block(bare.toByteArray()));
        }

        private static boolean isApplication(int marker) {
            return marker == COM || (marker >= 0xe0 && marker <= 0xef);
        }

        /// Skips what does not belong to any segment, and fill bytes, as libjpeg does.
        private long nextMarker(long from) throws IOException {
            long at = from;
            while (in.u8(at) != 0xff || in.u8(at + 1) == 0xff || in.u8(at + 1) == 0) {
                at++;
            }
            return at;
        }

        private void segment(int marker, long from, long end) throws IOException {
            if (end < from) {
                throw new Unreadable(TEXTS.get("damaged.segment"));
            }
            switch (marker) {
                case 0xe0 -> jfif |= in.has(from, "JFIF\0");
                case 0xe1 -> {
                    if (in.has(from, ExifBlock.PREFIX) && exif.length() == 0) {
                        exif = new Block(in.slice(from + ExifBlock.PREFIX.length(), end));
                    }
                }
                case 0xee -> {
                    if (in.has(from, "Adobe") && end - from >= 12) {
                        adobeTransform = in.u8(from + 11);
                    }
                }
                case 0xc0, 0xc1, 0xc2 -> frame(from);
                case 0xc3, 0xc7, 0xcb, 0xcf -> throw new Unreadable(TEXTS.get("foreign.lossless"));
                case 0xc5, 0xc6, 0xcd, 0xce -> throw new Unreadable(TEXTS.get("foreign.hierarchical"));
                case 0xc9, 0xca -> throw new Unreadable(TEXTS.get("foreign.arithmetic"));
                default -> {} // tables, which the decoder reads
            }
        }

        private void frame(long from) throws IOException {
            int precision = in.u8(from);
            if (precision != 8) {
                throw new Unreadable(TEXTS.get("foreign.bits", precision));
            }
            if (!components.isEmpty()) {
                throw new Unreadable(TEXTS.get("damaged.two"));
            }
            height = in.u16BigEndian(from + 1);
            width = in.u16BigEndian(from + 3);
            int count = in.u8(from + 5);
            if (count != 1 && count != 3 && count != 4) {
                throw new Unreadable(TEXTS.get("foreign.channels", count));
            }
            for (int i = 0; i < count; i++) {
                int factors = in.u8(from + 7 + 3L * i);
                components.add(new Component(in.u8(from + 6 + 3L * i), factors >> 4, factors & 0xf));
            }
        }
    }
}
