package clipscope.image.decode;

import clipscope.image.ImageFormat;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.exif.ExifBlock;
import clipscope.image.exif.Orientation;
import clipscope.image.file.Block;
import clipscope.image.file.FileBeginning;
import clipscope.image.file.PictureFile;
import clipscope.image.file.SizeLimit;
import clipscope.image.file.Unreadable;
import clipscope.image.jpeg.JpegDecoder;
import clipscope.image.jpeg.JpegHeader;
import clipscope.image.raster.RasterDecoder;
import clipscope.image.webp.WebpDecoder;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.function.IntSupplier;

/// Opens pictures: any file, of whatever name and content, becomes upright pixels or a problem that says
/// why not.
///
/// **Thread:** Thread-safe.
public final class ImageDecoder {

    private static final Texts TEXTS = Texts.beside(ImageDecoder.class);

    private final IntSupplier limitMegapixels;

    /// @param limitMegapixels pictures with more millions of pixels are not decoded
    public ImageDecoder(int limitMegapixels) {
        this(() -> limitMegapixels);
        if (limitMegapixels <= 0) {
            throw new IllegalArgumentException("limit of %d megapixels".formatted(limitMegapixels));
        }
    }

    /// @param limitMegapixels asked for each picture; above 0
    public ImageDecoder(IntSupplier limitMegapixels) {
        this.limitMegapixels = limitMegapixels;
    }

    /// {@return the picture, upright, every pixel of it}
    ///
    /// @throws ProblemException as the other method does
    public DecodedImage decode(ImageSource source) throws ProblemException {
        return decode(source, new DecodeDetail.All());
    }

    /// {@return the picture, upright}
    ///
    /// **Memory:** the file, the stored samples and the pixels at once.
    ///
    /// @throws ProblemException if there is no such file, or it is no picture that is read, or a damaged or
    ///     too large one, or memory ran out
    public DecodedImage decode(ImageSource source, DecodeDetail detail) throws ProblemException {
        return switch (source) {
            case ImageSource.OfFile(Path path) -> decode(path.toString(), () -> PictureFile.read(path), detail);
            case ImageSource.OfBytes(String name, ByteBuffer file) -> decode(name, () -> bytes(file), detail);
            case ImageSource.OfPixels(String _, PixelImage pixels) ->
                new DecodedImage(pixels, "pixels", pixels.width(), pixels.height(), 1);
        };
    }

    /// The whole file of a picture.
    private interface Reading {
        byte[] read() throws ProblemException, IOException;
    }

    private static byte[] bytes(ByteBuffer file) {
        byte[] bytes = new byte[file.remaining()];
        file.duplicate().get(bytes);
        return bytes;
    }

    private DecodedImage decode(String name, Reading reading, DecodeDetail detail) throws ProblemException {
        SizeLimit limit = new SizeLimit(limitMegapixels.getAsInt());
        try {
            byte[] file = reading.read();
            return decode(FileBeginning.format(file), file, detail, limit);
        } catch (SizeLimit.Exceeded e) {
            throw new ProblemException(new Problem.ImageTooLarge(name, e.width(), e.height(), limit.megapixels()), e);
        } catch (OutOfMemoryError e) {
            throw new ProblemException(new Problem.OutOfMemory(TEXTS.get("step", name)), e);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ArithmeticException
                | ClassCastException
                | NullPointerException
                | NoSuchElementException
                | UnsupportedOperationException
                | StackOverflowError e) { // what decoders throw at damaged files
            throw new ProblemException(new Problem.UnreadableImage(name, reason(e)), e);
        }
    }

    private static DecodedImage decode(ImageFormat format, byte[] file, DecodeDetail detail, SizeLimit limit)
            throws IOException {
        if (format == ImageFormat.JPEG) {
            JpegHeader header = JpegHeader.of(file);
            limit.check(header.width(), header.height());
            PixelImage stored = JpegDecoder.decode(header, detail.shrink(header.width(), header.height()));
            return upright(format, stored, header.width(), header.height(), header.exif());
        }
        PixelImage stored = format == ImageFormat.WEBP
                ? WebpDecoder.decode(file, limit)
                : RasterDecoder.decode(format, file, limit);
        return upright(format, stored, stored.width(), stored.height(), ExifBlock.of(format, file));
    }

    private static DecodedImage upright(ImageFormat format, PixelImage stored, int width, int height, Block exif) {
        Orientation orientation = Orientation.of(exif);
        return new DecodedImage(orientation.apply(stored), format.label(), width, height, orientation.number());
    }

    private static String reason(Throwable fault) {
        return switch (fault) {
            case Unreadable known -> known.reason();
            case EOFException _ -> TEXTS.get("cut.end");
            case IOException e when e.getCause() instanceof EOFException -> TEXTS.get("cut.end");
            case IOException e when e.getMessage() != null -> TEXTS.get("damaged.rare", e.getMessage());
            default -> TEXTS.get("damaged.data");
        };
    }
}
