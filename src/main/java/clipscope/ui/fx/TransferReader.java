package clipscope.ui.fx;

import clipscope.image.PixelImage;
import java.io.File;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Reads the clipboard, and what is being dragged, which JavaFX gives as a clipboard too.
///
/// **Thread:** Confined to the JavaFX thread.
public final class TransferReader {

    // What Chromium offers beside text for a picture that is dragged out of a page: its address, its file.
    private static final String ADDRESS = "text/x-moz-url";
    private static final String CONTENT = "application/octet-stream";

    private TransferReader() {}

    /// {@return whether there may be a picture in what is dragged, told without asking the other program for
    /// the data}
    public static boolean promising(Clipboard clipboard) {
        return clipboard.hasFiles()
                || clipboard.hasImage()
                || clipboard.hasUrl()
                || format(clipboard, ADDRESS).isPresent()
                || format(clipboard, CONTENT).isPresent();
    }

    public static Transfer read(Clipboard clipboard) {
        List<File> files = clipboard.hasFiles() ? clipboard.getFiles() : List.of();
        return new Transfer(
                files.stream().map(File::toPath).toList(),
                files.isEmpty() && clipboard.hasImage() ? picture(clipboard.getImage()) : Optional.empty(),
                files.isEmpty() ? content(clipboard) : Optional.empty(),
                clipboard.hasUrl() ? orEmpty(clipboard.getUrl()) : "",
                clipboard.hasString() ? orEmpty(clipboard.getString()) : "");
    }

    private static Optional<ByteBuffer> content(Clipboard clipboard) {
        return format(clipboard, CONTENT)
                .map(clipboard::getContent)
                .filter(ByteBuffer.class::isInstance)
                .map(ByteBuffer.class::cast)
                .filter(ByteBuffer::hasRemaining);
    }

    private static Optional<DataFormat> format(Clipboard clipboard, String type) {
        return clipboard.getContentTypes().stream()
                .filter(format -> format.getIdentifiers().contains(type))
                .findFirst();
    }

    /// A program may announce a picture and then give none, or one that JavaFX cannot read.
    private static Optional<PixelImage> picture(Image image) {
        return Optional.ofNullable(image)
                .filter(i -> !i.isError() && i.getPixelReader() != null)
                .map(FxImages::pixels);
    }

    private static String orEmpty(String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
