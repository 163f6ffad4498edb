package clipscope.image;

import java.nio.file.Path;

/// Where a picture comes from.
///
/// **Thread:** Immutable.
public sealed interface ImageSource {

    /// {@return what to call it in the window}
    String name();

    /// A picture in a file.
    record OfFile(Path path) implements ImageSource {

        @Override
        public String name() {
            Path name = path.getFileName();
            return name == null ? path.toString() : name.toString();
        }
    }

    /// A picture that is in memory already: from the clipboard or a browser.
    record OfPixels(String name, PixelImage pixels) implements ImageSource {}
}
