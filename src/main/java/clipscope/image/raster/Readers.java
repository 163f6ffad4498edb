package clipscope.image.raster;

import clipscope.image.ImageFormat;
import clipscope.image.file.Unreadable;
import clipscope.language.Texts;
import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/// One decoder for each format, always the same whatever else is on the class path.
///
/// **Thread:** Thread-safe; a reader belongs to who asked for it.
public final class Readers {

    private static final Texts TEXTS = Texts.beside(Readers.class);

    private static final Map<ImageFormat, ImageReaderSpi> PROVIDERS = providers();

    private Readers() {}

    /// {@return a new reader, to be disposed of}
    public static ImageReader of(ImageFormat format) throws IOException {
        ImageReaderSpi provider = PROVIDERS.get(format);
        if (provider == null) {
            throw new Unreadable(TEXTS.get("decoder", format.label()));
        }
        return provider.createReaderInstance();
    }

    private static Map<ImageFormat, ImageReaderSpi> providers() {
        ImageIO.setUseCache(false); // readers that open streams of their own would write files
        Map<ImageFormat, ImageReaderSpi> providers = new EnumMap<>(ImageFormat.class);
        Iterator<ImageReaderSpi> all = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (all.hasNext()) {
            ImageReaderSpi provider = all.next();
            if (provider.getClass().getModule().getName() == null) {
                continue; // of a library, not of the JDK
            }
            for (ImageFormat format : ImageFormat.values()) {
                if (List.of(provider.getFormatNames()).contains(format.label())) {
                    providers.put(format, provider);
                }
            }
        }
        providers.put(ImageFormat.BMP, new BMPImageReaderSpi());
        providers.put(ImageFormat.WEBP, new WebPImageReaderSpi());
        providers.put(ImageFormat.TIFF, new TIFFImageReaderSpi());
        return providers;
    }
}
