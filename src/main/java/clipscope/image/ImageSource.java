package clipscope.image;

import java.nio.file.Path;

/// Where a picture comes from.
///
/// **Thread:** Immutable.
public sealed interface ImageSource {

    /// {@return how the picture is called where one line must do}
    String name();

    /// A file, not yet read.
    record OfFile(Path path) implements ImageSource {
        @Override
        public String name() {
            return path.toString();
        }
    }

    /// Pixels that are there already: from the clipboard, or dragged out of a browser.
    record OfPixels(String name, PixelImage pixels) implements ImageSource {}
}
