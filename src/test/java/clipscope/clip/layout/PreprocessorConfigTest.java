package clipscope.clip.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessorConfigTest {

    @TempDir
    private Path folder;

    @Test
    void theFormOf2021HasSizesAsNumbers() throws Exception {
        Preprocessing read = read("""
                {'crop_size': 224, 'do_center_crop': true, 'do_normalize': true, 'do_resize': true,
                 'feature_extractor_type': 'CLIPFeatureExtractor',
                 'image_mean': [0.48145466, 0.4578275, 0.40821073], 'image_std': [0.26862954, 0.26130258, 0.27577711],
                 'resample': 3, 'size': 224}""", 224);

        assertEquals(Preprocessing.clip(224), read);
    }

    @Test
    void theFormOf2022HasSizesWithNames() throws Exception {
        Preprocessing read = read("""
                {'crop_size': {'height': 336, 'width': 336}, 'do_convert_rgb': true, 'do_rescale': true,
                 'image_processor_type': 'CLIPImageProcessor', 'feature_extractor_type': 'ViTFeatureExtractor',
                 'image_mean': [0.5, 0.5, 0.5], 'image_std': [0.5, 0.5, 0.5],
                 'rescale_factor': 0.00392156862745098, 'size': {'shortest_edge': 400}}""", 336);

        List<Float> half = List.of(0.5f, 0.5f, 0.5f);
        assertEquals(
                new Preprocessing(
                        ResizeMode.SHORTEST_EDGE,
                        400,
                        400,
                        Resample.BICUBIC,
                        Optional.of(new Crop(336, 336, Crop.Rounding.DOWN)),
                        half,
                        half),
                read);
    }

    @Test
    void whatIsLeftOutIsThatOfOpenAi() throws Exception {
        assertEquals(Preprocessing.clip(224), read("{}", 224));
    }

    @Test
    void bothSidesGivenMeanThatProportionsAreNotKept() throws Exception {
        Preprocessing read =
                read("{'size': {'height': 378, 'width': 378}, 'do_center_crop': false, 'resample': 2}", 378);

        assertEquals(ResizeMode.SQUASH, read.mode());
        assertEquals(List.of(378, 378), List.of(read.width(), read.height()));
        assertEquals(Resample.BILINEAR, read.resample());
        assertEquals(false, read.crop().isPresent());
    }

    @Test
    void siglipsProcessorLeavesOutWhatSiglipHas() throws Exception {
        assertEquals(Preprocessing.siglip(224), read("{'image_processor_type': 'SiglipImageProcessor'}", 224));
    }

    @Test
    void withoutNormalisingMeanIsZeroAndDeviationOne() throws Exception {
        Preprocessing read = read("{'do_normalize': false, 'image_mean': [0.5, 0.5, 0.5]}", 224);

        assertEquals(List.of(0f, 0f, 0f), read.mean());
        assertEquals(List.of(1f, 1f, 1f), read.std());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'do_resize': false}                                | not resized
            {'do_rescale': false}                               | not divided by 255
            {'rescale_factor': 0.0078431}                       | not divided by 255
            {'resample': 0}                                     | nearest
            {'resample': 1}                                     | Lanczos
            {'image_processor_type': 'BitImageProcessor'}       | BitImageProcessor
            {'feature_extractor_type': 'ViTFeatureExtractor'}   | ViTFeatureExtractor
            {'do_center_crop': false}                           | not cropped
            {'size': {'longest_edge': 224}}                     | a rule other than
            """)
    void stepsThatWeDoNotDoAreNamed(String json, String part) throws Exception {
        Problem.UnsupportedModel problem = assertInstanceOf(Problem.UnsupportedModel.class, problem(json));

        assertTrue(problem.part().contains(part), problem::part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'crop_size': 256}                           | 256 × 256 pixels, but the image tower takes 224 × 224
            {'crop_size': {'height': 224, 'width': 9}}   | 9 × 224 pixels, but the image tower takes 224 × 224
            {'crop_size': {'height': 224}}               | crop_size lacks width or height
            {'crop_size': [224, 224]}                    | crop_size is [224,224]
            {'size': 0}                                  | size is 0
            {'size': {'shortest_edge': -1}}              | size.shortest_edge is -1
            {'size': {'shortest_edge': 1000000000}}      | size.shortest_edge is 1000000000
            {'resample': 7}                              | resample is 7
            {'image_mean': [0.5, 0.5]}                   | image_mean is [0.5,0.5], not a list of 3 numbers
            {'image_mean': [0.5, 0.5, null]}             | image_mean is null
            {'image_std': [0.5, 0.5, 0]}                 | image_std is 0
            {'do_normalize': 'yes'}                      | do_normalize is "yes", not true or false
            """)
    void numbersThatCannotBeAreRefusedByName(String json, String fault) throws Exception {
        Problem.BadModelFile problem = assertInstanceOf(Problem.BadModelFile.class, problem(json));

        assertTrue(problem.reason().contains(fault), problem::reason);
    }

    private Problem problem(String json) throws IOException {
        Path file = write(json);
        return assertThrows(
                        ProblemException.class,
                        () -> PreprocessorConfig.read(
                                JsonFields.read(file), 224, Preprocessing.clip(224), new FactSheet()))
                .problem();
    }

    private Preprocessing read(String json, int imageSize) throws Exception {
        return PreprocessorConfig.read(
                JsonFields.read(write(json)), imageSize, Preprocessing.clip(imageSize), new FactSheet());
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("preprocessor_config.json"), json.replace('\'', '"'));
    }
}
