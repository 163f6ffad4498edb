package clipscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.image.PixelImage;
import clipscope.ui.fx.Transfer.Offer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {

    private static final Path CAT = Path.of("/pictures/a cat.png").toAbsolutePath();
    private static final Path DOG = Path.of("/pictures/dog.png").toAbsolutePath();
    private static final PixelImage RED = PixelImage.adopt(1, 1, new byte[] {(byte) 255, 0, 0});

    @Test
    void filesComeBeforeTheTextThatGoesWithThem() {
        Transfer transfer = new Transfer(
                List.of(CAT), Optional.of(RED), Optional.empty(), DOG.toUri().toString(), DOG.toString());

        assertEquals(new Offer.Files(List.of(CAT)), transfer.offer());
    }

    @Test
    void aFileUrlIsAFile() {
        assertEquals(
                new Offer.Files(List.of(CAT)), of(CAT.toUri().toString(), "").offer());
    }

    @Test
    void aPictureWithItsAddressIsAPicture() {
        Transfer transfer = new Transfer(
                List.of(),
                Optional.of(RED),
                Optional.empty(),
                "https://example.org/cat.jpg",
                "https://example.org/cat.jpg");

        assertEquals(new Offer.Picture(RED), transfer.offer());
    }

    @Test
    void theBytesOfAPictureOfAPageAreAFileNamedByItsAddress() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3});

        assertEquals(new Offer.Content("a cat.jpg", bytes), offer(bytes, "https://example.org/p/a%20cat.jpg?size=2"));
        assertEquals(new Offer.Content("", bytes), offer(bytes, "data:image/png;base64,AAAA"));
        assertEquals(new Offer.Content("", bytes), offer(bytes, "not [ an address"));
        assertEquals(new Offer.Files(List.of(CAT)), offer(bytes, CAT.toUri().toString())); // its path is better
    }

    private static Offer offer(ByteBuffer content, String text) {
        return new Transfer(List.of(), Optional.empty(), Optional.of(content), "", text).offer();
    }

    @Test
    void linesOfPathsAndFileUrlsAreFiles() {
        String lines = "# from a file manager\r\n" + CAT.toUri() + "\r\n\n  " + DOG + "\n\"" + CAT + "\"\n";

        assertEquals(new Offer.Files(List.of(CAT, DOG, CAT)), of("", lines).offer());
    }

    @Test
    void oneLineOfProseMakesItAllProse() {
        assertEquals(new Offer.Nothing(), of("", CAT + "\nis a cat").offer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/cat.jpg",
                "HTTP://example.org",
                "  ftp://example.org/cat.jpg\n",
                "data:image/png;base64,AAAA"
            })
    void anAddressAloneIsRemote(String address) {
        assertEquals(new Offer.Remote(address.strip()), of("", address).offer());
        assertEquals(new Offer.Remote(address.strip()), of(address, "some text").offer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n ",
                "cat, dog",
                "relative/path.png",
                "file:// not an address",
                "file://host/share/cat.png"
            })
    void theRestIsNothing(String text) {
        assertEquals(new Offer.Nothing(), of("", text).offer());
    }

    private static Transfer of(String url, String text) {
        return new Transfer(List.of(), Optional.empty(), Optional.empty(), url, text);
    }
}
