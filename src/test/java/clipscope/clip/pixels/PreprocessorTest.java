package clipscope.clip.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.image.PixelGoldens;
import clipscope.image.PixelImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreprocessorTest {

    private static final List<Float> HALF = List.of(0.5f, 0.5f, 0.5f);

    private static final List<String> NAMES =
            List.of("clip32", "clip48", "clip224", "squash-bilinear20", "bilinear33", "squash40", "wide-crop");

    /// The settings of `pixels_reference.py`, by its names.
    private static Preprocessing settings(String name) {
        return switch (name) {
            case "clip32" -> Preprocessing.clip(32);
            case "clip48" -> Preprocessing.clip(48);
            case "clip224" -> Preprocessing.clip(224);
            case "bilinear33" ->
                new Preprocessing(
                        ResizeMode.SHORTEST_EDGE,
                        33,
                        33,
                        Resample.BILINEAR,
                        Optional.of(new Crop(33, 33, Crop.Rounding.DOWN)),
                        HALF,
                        HALF);
            case "squash40" ->
                new Preprocessing(ResizeMode.SQUASH, 40, 30, Resample.BICUBIC, Optional.empty(), HALF, HALF);
            case "squash-bilinear20" ->
                new Preprocessing(ResizeMode.SQUASH, 20, 20, Resample.BILINEAR, Optional.empty(), HALF, HALF);
            case "wide-crop" -> wideCrop();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Preprocessing wideCrop() {
        Preprocessing clip = Preprocessing.clip(20);
        return new Preprocessing(
                clip.mode(),
                20,
                20,
                clip.resample(),
                Optional.of(new Crop(35, 26, Crop.Rounding.DOWN)),
                clip.mean(),
                clip.std());
    }

    /// A picture of the reference under one of its settings.
    record Case(String name, PixelImage picture, Preprocessor preprocessor) {

        static Case of(String name) {
            String setting = NAMES.stream()
                    .filter(s -> name.endsWith("-" + s))
                    .findFirst()
                    .orElseThrow();
            String picture = name.substring(0, name.length() - setting.length() - 1);
            return new Case(
                    name, PixelGoldens.picture("pictures/" + picture + ".png"), new Preprocessor(settings(setting)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> resizes() {
        return PixelGoldens.names("resized").stream().map(Case::of).toList();
    }

    static List<Case> tensors() {
        return PixelGoldens.names("tensor").stream().map(Case::of).toList();
    }

    @ParameterizedTest
    @MethodSource("resizes")
    void resizedBytesAreThoseOfPillow(Case golden) {
        assertEquals(
                PixelGoldens.picture("resized/" + golden.name() + ".png"),
                golden.preprocessor().resized(golden.picture()));
    }

    @ParameterizedTest
    @MethodSource("resizes")
    void croppedBytesAreThoseOfTheReference(Case golden) {
        assertEquals(
                PixelGoldens.picture("cropped/" + golden.name() + ".png"),
                golden.preprocessor().cropped(golden.picture()));
    }

    @ParameterizedTest
    @MethodSource("tensors")
    void tensorsAreThoseOfTheReference(Case golden) {
        float[] expected = PixelGoldens.floats("tensor/" + golden.name() + ".f32");

        assertArrayEquals(
                expected, golden.preprocessor().apply(golden.picture()).toArray(), 1e-6f);
    }

    @Test
    void theReferenceCoversEverySetting() {
        assertEquals(56, PixelGoldens.names("resized").size()); // 9 pictures × 6 settings, and 2 at 224
        assertEquals(28, PixelGoldens.names("tensor").size()); // 9 pictures × 3 settings, and one at 224
    }

    @Test
    void aStripIsCutWithoutBuildingTheWhole() {
        PixelImage strip = filled(5000, 1, 77); // resized whole: 1,120,000 × 224
        PixelImage pole = filled(1, 5000, 77);
        Preprocessor preprocessor = new Preprocessor(Preprocessing.clip(224));

        assertEquals(filled(224, 224, 77), preprocessor.cropped(strip));
        assertEquals(filled(224, 224, 77), preprocessor.cropped(pole));
    }

    @Test
    void theCropBoxIsTheMiddleInPixelsOfThePicture() {
        Preprocessor clip = new Preprocessor(Preprocessing.clip(100));

        assertEquals(new CropBox(100, 0, 200, 200), clip.cropBox(400, 200));
        assertEquals(new CropBox(0, 50, 50, 50), clip.cropBox(50, 150));
    }

    @Test
    void theCropBoxOfASquashedPictureIsAllOfIt() {
        assertEquals(new CropBox(0, 0, 400, 200), new Preprocessor(settings("squash40")).cropBox(400, 200));
    }

    private static PixelImage filled(int width, int height, int level) {
        byte[] rgb = new byte[width * height * 3];
        Arrays.fill(rgb, (byte) level);
        return PixelImage.adopt(width, height, rgb);
    }
}
