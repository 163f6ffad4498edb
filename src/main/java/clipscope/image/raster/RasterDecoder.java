package clipscope.image.raster;

import clipscope.image.ImageFormat;
import clipscope.image.PixelImage;
import clipscope.image.colour.Colours;
import clipscope.image.file.SizeLimit;
import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes by an ImageIO reader, and takes the colours from the stored samples.
///
/// `BufferedImage.getRGB` is not used: it brightens grey pictures, since Java takes grey as linear light, and
/// applies embedded profiles.
public final class RasterDecoder {

    private static final Texts TEXTS = Texts.beside(RasterDecoder.class);

    private RasterDecoder() {}

    public static PixelImage decode(ImageFormat format, byte[] file, SizeLimit limit) throws IOException {
        ImageReader reader = Readers.of(format);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            limit.check(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            return format == ImageFormat.GIF ? onScreen(GifScreen.of(file), image, limit) : pixels(image);
        } finally {
            reader.dispose();
        }
    }

    private static PixelImage onScreen(GifScreen screen, BufferedImage image, SizeLimit limit) throws IOException {
        Raster raster = image.getRaster();
        int[] colours = screen.palette() && image.getColorModel() instanceof IndexColorModel palette
                ? colours(palette)
                : greys();
        PixelImage frame = PixelImage.adopt(raster.getWidth(), raster.getHeight(), looked(raster, colours));
        return screen.canvas().place(frame, colours[screen.background()], limit);
    }

    private static PixelImage pixels(BufferedImage image) throws IOException {
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        byte[] rgb;
        if (model instanceof IndexColorModel palette) {
            rgb = looked(raster, colours(palette));
        } else if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            rgb = Colours.inks(samples(raster, 4));
        } else if (raster.getNumBands() < 3) {
            rgb = Colours.grey(samples(raster, 1));
        } else {
            rgb = samples(raster, 3);
        }
        return PixelImage.adopt(raster.getWidth(), raster.getHeight(), rgb);
    }

    /// {@return the colour of each index; one beyond the palette is a level of grey, as in Pillow}
    ///
    /// **Source:** `ImagingPaletteNew` in `src/libImaging/Palette.c` of Pillow.
    private static int[] colours(IndexColorModel palette) {
        int[] colours = greys();
        palette.getRGBs(colours);
        return colours;
    }

    private static int[] greys() {
        int[] colours = new int[1 << 16]; // as many as an index can name
        for (int i = 0; i < 256; i++) {
            colours[i] = 0x010101 * i;
        }
        return colours;
    }

    private static byte[] looked(Raster raster, int[] colours) {
        int width = raster.getWidth();
        byte[] rgb = new byte[width * raster.getHeight() * 3];
        int[] row = new int[width];
        int to = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int index : row) {
                int colour = colours[index];
                rgb[to++] = (byte) (colour >> 16);
                rgb[to++] = (byte) (colour >> 8);
                rgb[to++] = (byte) colour;
            }
        }
        return rgb;
    }

    /// {@return the first bands of each pixel, as 8 bits}
    private static byte[] samples(Raster raster, int bands) throws IOException {
        int bits = raster.getSampleModel().getSampleSize(0);
        int type = raster.getSampleModel().getDataType();
        if (bits > 16 || type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE) {
            throw new Unreadable(TEXTS.get("foreign.bits", bits));
        }
        if (raster.getNumBands() < bands) {
            throw new Unreadable(TEXTS.get("damaged.channels", raster.getNumBands()));
        }
        byte[] result = new byte[Math.multiplyExact(raster.getWidth() * raster.getHeight(), bands)];
        if (type == DataBuffer.TYPE_BYTE
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel layout
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && raster.getParent() == null) {
            gather(buffer.getData(), layout, bands, result);
        } else {
            convert(raster, bands, result);
        }
        return result;
    }

    private static void gather(byte[] data, PixelInterleavedSampleModel layout, int bands, byte[] result) {
        int[] offsets = layout.getBandOffsets();
        int to = 0;
        for (int y = 0; y < layout.getHeight(); y++) {
            int from = y * layout.getScanlineStride();
            for (int x = 0; x < layout.getWidth(); x++) {
                for (int band = 0; band < bands; band++) {
                    result[to++] = data[from + offsets[band]];
                }
                from += layout.getPixelStride();
            }
        }
    }

    private static void convert(Raster raster, int bands, byte[] result) {
        int width = raster.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int band = 0; band < bands; band++) {
                int bits = raster.getSampleModel().getSampleSize(band); // green often has more
                int most = (1 << bits) - 1;
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
                int to = y * width * bands + band;
                for (int sample : row) {
                    result[to] = (byte) (bits > 8 ? sample >> (bits - 8) : sample * 255 / most);
                    to += bands;
                }
            }
        }
    }
}
