package clipscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.image.PixelImage;
import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;

@FxTest
class TransferReaderTest {

    private static final PixelImage RED =
            PixelImage.adopt(2, 2, new byte[] {(byte) 255, 0, 0, (byte) 255, 0, 0, (byte) 255, 0, 0, (byte) 255, 0, 0});
    private static final Path CAT = Path.of("cat.png").toAbsolutePath();

    private final Clipboard clipboard = Clipboard.getSystemClipboard();

    @Test
    void anEmptyClipboardGivesAnEmptyTransfer() {
        clipboard.clear();

        assertEquals(
                new Transfer(List.of(), Optional.empty(), Optional.empty(), "", ""), TransferReader.read(clipboard));
        assertFalse(TransferReader.promising(clipboard));
    }

    @Test
    void aPictureIsReadAsPixels() {
        clipboard.setContent(Map.of(DataFormat.IMAGE, FxImages.image(RED)));

        assertEquals(Optional.of(RED), TransferReader.read(clipboard).picture());
        assertTrue(TransferReader.promising(clipboard));
    }

    @Test
    void whereThereAreFilesNoPictureIsDecoded() {
        clipboard.setContent(
                Map.of(DataFormat.FILES, List.<File>of(CAT.toFile()), DataFormat.IMAGE, FxImages.image(RED)));

        assertEquals(
                new Transfer(List.of(CAT), Optional.empty(), Optional.empty(), "", ""), TransferReader.read(clipboard));
        assertTrue(TransferReader.promising(clipboard));
    }

    @Test
    void aWordIsReadButNothingToDropAPictureFor() {
        clipboard.setContent(Map.of(DataFormat.PLAIN_TEXT, "cat"));

        assertEquals("cat", TransferReader.read(clipboard).text());
        assertFalse(TransferReader.promising(clipboard));
    }

    /// What Chromium offers for a picture that is dragged out of a page: no files, no image, no URL.
    @Test
    void aPictureOfAPageIsReadByItsBytes() {
        ByteBuffer file = ByteBuffer.wrap(new byte[] {1, 2, 3});
        clipboard.setContent(Map.of(
                format("application/octet-stream"),
                file,
                format("text/x-moz-url"),
                "h",
                DataFormat.PLAIN_TEXT,
                "https://example.org/cat.png"));

        assertTrue(TransferReader.promising(clipboard));
        Transfer transfer = TransferReader.read(clipboard);
        assertEquals(Optional.of(file), transfer.content());
        assertEquals("https://example.org/cat.png", transfer.text());
    }

    @Test
    void anEmptyContentIsNone() {
        clipboard.setContent(Map.of(format("application/octet-stream"), ByteBuffer.allocate(0)));

        assertEquals(Optional.empty(), TransferReader.read(clipboard).content());
    }

    private static DataFormat format(String type) {
        return Optional.ofNullable(DataFormat.lookupMimeType(type)).orElseGet(() -> new DataFormat(type));
    }
}
