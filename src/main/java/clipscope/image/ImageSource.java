package clipscope.image;

import java.nio.ByteBuffer;
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
            case OfBytes(String name, ByteBuffer _) -> name;
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

    /// The bytes of a file that this machine has no path for: a picture dragged out of a web page.
    ///
    /// @param file from its position to its limit; not altered by anyone
    record OfBytes(String name, ByteBuffer file) implements ImageSource {

        public OfBytes {
            file = file.asReadOnlyBuffer();
        }
    }

    /// Pixels that are there already: from the clipboard, or dragged out of a browser.
    record OfPixels(String name, PixelImage pixels) implements ImageSource {}
}
