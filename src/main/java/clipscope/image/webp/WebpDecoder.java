package clipscope.image.webp;

import clipscope.image.ImageFormat;
import clipscope.image.PixelImage;
import clipscope.image.file.SizeLimit;
import clipscope.image.raster.RasterDecoder;
import clipscope.image.vp8.Vp8Decoder;
import java.io.IOException;

/// Decodes WebP: the picture, or the first frame of an animation at its place on the canvas.
public final class WebpDecoder {

    private static final int TRANSPARENT = 0; // what lies around a frame, less its alpha: black

    private WebpDecoder() {}

    /// {@return the pixels as stored}
    public static PixelImage decode(byte[] file, SizeLimit limit) throws IOException {
        WebpFile webp = WebpFile.of(file);
        PixelImage frame = webp.lossy().length() > 0
                ? lossy(new Vp8Decoder(webp.lossy().bytes()), limit)
                : RasterDecoder.decode(ImageFormat.WEBP, file, limit);
        return webp.place(frame, TRANSPARENT, limit);
    }

    private static PixelImage lossy(Vp8Decoder decoder, SizeLimit limit) throws IOException {
        limit.check(decoder.width(), decoder.height());
        return PixelImage.adopt(decoder.width(), decoder.height(), decoder.decode());
    }
}
