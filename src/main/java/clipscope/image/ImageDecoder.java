package clipscope.image;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Opens pictures.
///
/// **Thread:** Thread-safe.
public final class ImageDecoder {

    private final int limitMegapixels;

    public ImageDecoder(int limitMegapixels) {
        this.limitMegapixels = limitMegapixels;
    }

    /// {@return the picture, upright}
    ///
    /// @throws ProblemException if there is no such file, or it is no picture that we read, or a damaged or
    ///     too large one
    public DecodedImage decode(ImageSource source) throws ProblemException {
        return switch (source) {
            case ImageSource.OfPixels(String _, PixelImage pixels) ->
                new DecodedImage(pixels, "", pixels.width(), pixels.height(), 1);
            case ImageSource.OfFile(var path) -> {
                try {
                    BufferedImage image = ImageIO.read(path.toFile());
                    if (image == null) {
                        throw new ProblemException(new Problem.UnreadableImage(path.toString(), "not a picture"));
                    }
                    if ((long) image.getWidth() * image.getHeight() > limitMegapixels * 1_000_000L) {
                        throw new ProblemException(new Problem.ImageTooLarge(
                                path.toString(), image.getWidth(), image.getHeight(), limitMegapixels));
                    }
                    byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
                    int to = 0;
                    for (int y = 0; y < image.getHeight(); y++) {
                        for (int x = 0; x < image.getWidth(); x++) {
                            int p = image.getRGB(x, y);
                            rgb[to++] = (byte) (p >> 16);
                            rgb[to++] = (byte) (p >> 8);
                            rgb[to++] = (byte) p;
                        }
                    }
                    PixelImage pixels = PixelImage.adopt(image.getWidth(), image.getHeight(), rgb);
                    yield new DecodedImage(pixels, "", pixels.width(), pixels.height(), 1);
                } catch (IOException e) {
                    throw new ProblemException(
                            new Problem.UnreadableImage(path.toString(), String.valueOf(e.getMessage())), e);
                }
            }
        };
    }
}
