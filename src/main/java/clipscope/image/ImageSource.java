package clipscope.image;

import java.nio.file.Path;

/// Where a picture comes from.
///
/// **Thread:** Immutable.
public sealed interface ImageSource {

    /// {@return how the picture is called where one line must do}
    String name();

    /// {@return the name without the folders, for where many stand side by side}
    default String shortName() {
        return switch (this) {
            case OfFile(Path path) -> String.valueOf(path.getFileName() == null ? path : path.getFileName());
            case OfPixels(String name, PixelImage _) -> name;
        };
    }

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
