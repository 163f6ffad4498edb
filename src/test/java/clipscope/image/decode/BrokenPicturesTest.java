package clipscope.image.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is in a file, the decoder gives a picture or a problem.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenPicturesTest {

    private static final String ANMF = "414e4d46";
    private static final int MUTATIONS = 120; // of each sample

    @TempDir
    private Path folder;

    /// No sample has so many pixels: a header that says more is refused before anything of that size is
    /// made.
    private final ImageDecoder decoder = new ImageDecoder(1);

    static List<BrokenPictures.Broken> cutOff() {
        return BrokenPictures.cutOff();
    }

    static List<BrokenPictures.Broken> lying() {
        return BrokenPictures.lying();
    }

    static List<BrokenPictures.Broken> noise() {
        return BrokenPictures.noise();
    }

    @ParameterizedTest
    @MethodSource("cutOff")
    void aCutOffPictureIsNoPicture(BrokenPictures.Broken broken) throws IOException {
        Path file = Files.write(folder.resolve("cut"), broken.file().bytes());

        Problem problem = problem(file);

        assertInstanceOf(Problem.UnreadableImage.class, problem);
    }

    @ParameterizedTest
    @MethodSource({"lying", "noise"})
    void aBrokenFileIsAPictureOrAProblem(BrokenPictures.Broken broken) throws IOException {
        tryToDecode(Files.write(folder.resolve("broken"), broken.file().bytes()), broken.name());
    }

    static List<String> samples() {
        return BrokenPictures.SAMPLES;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aMutatedFileIsAPictureOrAProblem(String sample) throws IOException {
        byte[] good = BrokenPictures.good(sample);
        Path file = folder.resolve("mutated");
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Files.write(file, BrokenPictures.mutated(good, new Random(seed)));
            tryToDecode(file, sample + " with seed " + seed);
        }
    }

    private void tryToDecode(Path file, String name) {
        try {
            PixelImage pixels = decoder.decode(new ImageSource.OfFile(file)).pixels();
            assertTrue(pixels.width() * pixels.height() <= 1_000_000, name);
        } catch (ProblemException e) {
            switch (e.problem()) {
                case Problem.UnreadableImage(String source, String reason) -> {
                    assertEquals(file.toString(), source);
                    assertTrue(!reason.isBlank() && !reason.contains("null"), () -> name + ": " + reason);
                }
                case Problem.ImageTooLarge(String _, int width, int height, int limit) ->
                    assertTrue((long) width * height > limit * 1_000_000L, name);
                default -> fail(name + ": " + e.problem());
            }
        }
    }

    private Problem problem(Path file) {
        return assertThrows(ProblemException.class, () -> decoder.decode(new ImageSource.OfFile(file)))
                .problem();
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.jpg"));

        assertEquals(new Problem.UnreadableImage(file.toString(), "the file is empty"), problem(file));
    }

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, not a picture: the first bytes are those of a PDF",
        "504b0304, not a picture: the first bytes are those of an archive",
        "7f454c4602, not a picture: the first bytes are those of a program",
        "3c21444f43545950452068746d6c3e, not a picture: the first bytes are those of a web page",
        "000000186674797068656963, 'a HEIC picture, which is not read: save it as PNG or JPEG'",
        "000000206674797061766966, 'an AVIF picture, which is not read: save it as PNG or JPEG'",
        "00000018667479706d736631, 'a HEIC picture, which is not read: save it as PNG or JPEG'",
        "0000001866747970637278202000, 'a camera''s raw picture, which is not read: save it as PNG or JPEG'",
        "50360a3220310a3235350a, 'a PNM picture, which is not read: save it as PNG or JPEG'",
        "000000186674797069736f6d, not a picture: the first bytes are those of a video",
        "0001020304, not a picture of a kind that is read",
    })
    void whatIsNoPictureIsCalledWhatItIs(String beginning, String reason) throws IOException {
        Path file = Files.write(folder.resolve("photo.jpg"), HexFormat.of().parseHex(beginning));

        assertEquals(new Problem.UnreadableImage(file.toString(), reason), problem(file));
    }

    @Test
    void aTextIsCalledText() throws IOException {
        Path file =
                Files.writeString(folder.resolve("photo.png"), "Grüße, ich bin kein Bild.\n", StandardCharsets.UTF_8);

        assertEquals(new Problem.UnreadableImage(file.toString(), "not a picture: it is text"), problem(file));
    }

    @Test
    void aPictureWithAnotherEndingIsAPicture() throws IOException, ProblemException {
        Path file = Files.write(folder.resolve("ünïcode\u2009'\"; rm.jpg"), BrokenPictures.good("png-rgb.png"));

        assertEquals("PNG", decoder.decode(new ImageSource.OfFile(file)).format());
    }

    @Test
    void aPictureOverTheLimitSaysHowLargeItIs() throws IOException {
        byte[] bytes = BrokenPictures.good("bmp-rgb.bmp");
        bytes[19] = 0x10; // 60 + 16 × 256 = 4156 wide
        bytes[23] = 0x10; // 41 + 16 × 256 = 4137 high
        Path file = Files.write(folder.resolve("large.bmp"), bytes);

        assertEquals(new Problem.ImageTooLarge(file.toString(), 4156, 4137, 1), problem(file));
    }

    @Test
    void aMissingFileIsMissing() {
        Path file = folder.resolve("nothing.png");

        assertEquals(new Problem.MissingFile(file), problem(file));
    }

    @Test
    void aFolderIsNoPicture() {
        assertEquals(new Problem.UnreadableFile(folder, "it is a folder"), problem(folder));
    }

    @Test
    void aDeviceIsNotOpened() {
        Path device = Path.of("/dev/zero");

        assertEquals(
                Files.exists(device)
                        ? new Problem.UnreadableFile(device, "it is a device or a pipe, not a file")
                        : new Problem.MissingFile(device),
                problem(device));
    }

    @Test
    void aJpegOf12BitsIsRefusedByName() throws IOException {
        byte[] bytes = BrokenPictures.good("jpeg-420.jpg");
        int frame = HexFormat.of().formatHex(bytes).indexOf("ffc00011") / 2;
        bytes[frame + 4] = 12;
        Path file = Files.write(folder.resolve("medical.jpg"), bytes);

        assertEquals(
                new Problem.UnreadableImage(file.toString(), "a JPEG of 12 bits a channel, which is not read: 8 are"),
                problem(file));
    }

    /// Each scan goes through the whole picture: a file of a megabyte could keep a decoder busy for hours.
    @Test
    void aProgressiveJpegInThousandsOfScansIsRefused() throws IOException {
        byte[] good = BrokenPictures.good("jpeg-progressive.jpg");
        int last = HexFormat.of().formatHex(good).lastIndexOf("ffda") / 2;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(good, 0, last);
        for (int i = 0; i < 1000; i++) {
            bytes.write(good, last, good.length - 2 - last);
        }
        Path file = Files.write(folder.resolve("scans.jpg"), bytes.toByteArray());

        Problem.UnreadableImage problem = assertInstanceOf(Problem.UnreadableImage.class, problem(file));

        assertTrue(problem.reason().startsWith("a progressive JPEG in 1,0"), problem::reason);
    }

    @Test
    void aWebpWithoutAPictureIsDamaged() throws IOException {
        Path file = Files.write(
                folder.resolve("none.webp"),
                HexFormat.of()
                        .parseHex("52494646" + "16000000" + "57454250" + "56503858" + "0a000000" + "00".repeat(10)));

        assertEquals(new Problem.UnreadableImage(file.toString(), "damaged: there is no picture in it"), problem(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webp-part-lossy.webp", "webp-part-lossless.webp"})
    void aWebpWhoseFrameLeavesItsCanvasIsDamaged(String name) throws IOException {
        byte[] bytes = BrokenPictures.good(name);
        bytes[HexFormat.of().formatHex(bytes).indexOf(ANMF) / 2 + 8] = 8; // 16 of 40 columns, and 25 more
        Path file = Files.write(folder.resolve(name), bytes);

        assertEquals(
                new Problem.UnreadableImage(file.toString(), "damaged: its first frame lies outside of its canvas"),
                problem(file));
    }
}
