package clipscope.image.raster;

import clipscope.image.ImageFormat;
import clipscope.image.PixelImage;
import clipscope.image.colour.Colours;
import clipscope.image.file.SizeLimit;
import clipscope.image.file.Unreadable;
import clipscope.image.webp.WebpFile;
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

    private RasterDecoder() {}

    public static PixelImage decode(ImageFormat format, byte[] file, SizeLimit limit) throws IOException {
        if (format == ImageFormat.WEBP) {
            WebpFile webp = new WebpFile(file);
            if (webp.isLossy()) {
                return webp.decode(limit);
            }
        }
        ImageReader reader = Readers.of(format);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(stream, true, true);
            limit.check(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            PixelImage pixels = pixels(image);
            return format == ImageFormat.GIF ? onScreen(GifScreen.of(file), pixels, image, limit) : pixels;
        } finally {
            reader.dispose();
        }
    }

    private static PixelImage onScreen(GifScreen screen, PixelImage frame, BufferedImage image, SizeLimit limit)
            throws IOException {
        boolean known =
                image.getColorModel() instanceof IndexColorModel palette && screen.background() < palette.getMapSize();
        return screen.place(frame, known ? image.getColorModel().getRGB(screen.background()) : 0, limit);
    }

    private static PixelImage pixels(BufferedImage image) throws IOException {
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        byte[] rgb;
        if (model instanceof IndexColorModel palette) {
            rgb = looked(raster, palette);
        } else if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            rgb = Colours.inks(samples(raster, 4));
        } else if (raster.getNumBands() < 3) {
            rgb = Colours.grey(samples(raster, 1));
        } else {
            rgb = samples(raster, 3);
        }
        return PixelImage.adopt(raster.getWidth(), raster.getHeight(), rgb);
    }

    private static byte[] looked(Raster raster, IndexColorModel palette) {
        int[] colours = new int[1 << 16]; // an index beyond the palette is black, as in Pillow
        palette.getRGBs(colours);
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
            throw new Unreadable("a picture of %d bits a channel, which is not read: 8 and 16 are".formatted(bits));
        }
        if (raster.getNumBands() < bands) {
            throw new Unreadable("damaged: it has %d colour channels".formatted(raster.getNumBands()));
        }
        byte[] result = new byte[Math.multiplyExact(raster.getWidth() * raster.getHeight(), bands)];
        if (type == DataBuffer.TYPE_BYTE
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel layout
                && raster.getDataBuffer() instanceof DataBufferByte buffer
                && raster.getParent() == null) {
            gather(buffer.getData(), layout, bands, result);
        } else {
            convert(raster, bands, bits, result);
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

    private static void convert(Raster raster, int bands, int bits, byte[] result) {
        int width = raster.getWidth();
        int most = (1 << bits) - 1;
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int band = 0; band < bands; band++) {
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
