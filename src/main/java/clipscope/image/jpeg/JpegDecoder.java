package clipscope.image.jpeg;

import clipscope.image.ImageFormat;
import clipscope.image.PixelImage;
import clipscope.image.colour.Colours;
import clipscope.image.colour.Ycc;
import clipscope.image.file.Unreadable;
import clipscope.image.raster.Readers;
import clipscope.language.Texts;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decodes JPEG: the JDK's libjpeg gives the stored channels, and the colours are made here, as libjpeg and
/// Pillow make them.
///
/// The JDK's own colours are not used: it applies embedded profiles to some kinds of file, and refuses
/// others.
///
/// **Thread:** Immutable.
public final class JpegDecoder {

    private static final Texts TEXTS = Texts.beside(JpegDecoder.class);

    private static final Logger LOG = LoggerFactory.getLogger(JpegDecoder.class);

    private JpegDecoder() {}

    /// {@return the picture, exactly as Pillow decodes it}
    public static PixelImage decode(JpegHeader header) throws IOException {
        Raster raster = read(header);
        byte[] stored = ((DataBufferByte) raster.getDataBuffer()).getData();
        int channels = raster.getNumBands();
        int pixels = raster.getWidth() * raster.getHeight();
        if (channels != header.components().size() || stored.length != pixels * channels) {
            throw new Unreadable(TEXTS.get("damaged.channels"));
        }
        if (header.isYcc() && header.hasHalfTheChromaRows()) {
            ChromaRows.smooth(stored, raster.getWidth());
        }
        return PixelImage.adopt(raster.getWidth(), raster.getHeight(), rgb(header, stored));
    }

    /// {@return the picture with its sides divided, each pixel near the mean of those it stands for}
    ///
    /// A file that cannot be decoded so is decoded exactly.
    ///
    /// @param shrink 1, 2, 4 or 8
    public static PixelImage decode(JpegHeader header, int shrink) throws IOException {
        if (shrink > 1) {
            try {
                ReducedJpeg reduced = new ReducedJpeg(header, shrink);
                return PixelImage.adopt(reduced.width(), reduced.height(), rgb(header, reduced.decode()));
            } catch (IOException e) {
                LOG.debug("decoded in full: {}", e.getMessage());
            }
        }
        return decode(header);
    }

    /// {@return the colours; may be the given array}
    private static byte[] rgb(JpegHeader header, byte[] stored) {
        return switch (header.components().size()) {
            case 1 -> Colours.grey(stored);
            case 3 -> {
                if (header.isYcc()) {
                    Ycc.toRgb(stored, 3);
                }
                yield stored;
            }
            default -> inks(header, stored);
        };
    }

    /// Four channels are inks, stored inverted by all programs that write them.
    ///
    /// **Source:** `JpegImagePlugin.py` of Pillow: `rawmode = "CMYK;I"`, with Adobe's segment or without.
    private static byte[] inks(JpegHeader header, byte[] stored) {
        if (header.isYcc()) {
            Ycc.toRgb(stored, 4);
            for (int i = 0; i < stored.length; i++) {
                stored[i] = i % 4 == 3 ? stored[i] : (byte) ~stored[i]; // YCCK is YCbCr of what the inks leave
            }
        }
        for (int i = 0; i < stored.length; i++) {
            stored[i] = (byte) ~stored[i];
        }
        return Colours.inks(stored);
    }

    private static Raster read(JpegHeader header) throws IOException {
        header.checkScans();
        ImageReader reader = Readers.of(ImageFormat.JPEG);
        Truncation truncation = new Truncation();
        try (var stream = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(header.bare().bytes()))) {
            reader.addIIOReadWarningListener(truncation);
            reader.setInput(stream, true, true);
            Raster raster = reader.readRaster(0, null);
            if (truncation.seen) {
                throw new Unreadable(TEXTS.get("cut.end"));
            }
            return raster;
        } finally {
            reader.dispose();
        }
    }

    /// libjpeg fills with grey what is missing, and says so in a warning only.
    private static final class Truncation implements IIOReadWarningListener {

        private boolean seen;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            seen |= warning.contains("Premature end") || warning.contains("Truncated");
        }
    }
}
