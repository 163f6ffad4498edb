package clipscope.clip.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.ResNetVision;
import clipscope.clip.tower.TransformerShape;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenClipConfigTest {

    @TempDir
    private Path folder;

    /// `CLIPVisionCfg` and `CLIPTextCfg` in `model.py` of mlfoundations/open_clip, and `PreprocessCfg`.
    @Test
    void whatIsLeftOutHasOpenClipsDefault() throws Exception {
        OpenClipConfig.Content content = read("{'model_cfg': {'embed_dim': 512, 'vision_cfg': {}, 'text_cfg': {}}}");

        assertEquals(
                new NetworkShape(
                        new ClipVision(new TransformerShape(768, 3_072, 12, 12, 1e-5, Activation.GELU), 224, 16, 512),
                        new ClipText(new TransformerShape(512, 2_048, 12, 8, 1e-5, Activation.GELU), 49_408, 77, 512)),
                content.network());
        assertEquals(
                Optional.of(new Crop(224, 224, Crop.Rounding.HALF_EVEN)),
                content.preprocessing().crop());
        assertEquals(Resample.BICUBIC, content.preprocessing().resample());
        assertEquals(ResizeMode.SHORTEST_EDGE, content.preprocessing().mode());
    }

    /// ViT-bigG-14: 104 · 16 = 1664, and an inner width of 4.9231 · 1664 = 8192.04, cut.
    @Test
    void innerWidthsAreCutAndHeadsCounted() throws Exception {
        OpenClipConfig.Content content = read("""
                {'model_cfg': {'embed_dim': 1280, 'quick_gelu': true,
                 'vision_cfg': {'width': 1664, 'head_width': 104, 'mlp_ratio': 4.9231, 'layers': 48, 'patch_size': 14},
                 'text_cfg': {'width': 1280, 'heads': 20, 'layers': 32}}}""");

        assertEquals(
                new TransformerShape(1_664, 8_192, 48, 16, 1e-5, Activation.QUICK_GELU),
                assertInstanceOf(ClipVision.class, content.network().image()).transformer());
        assertEquals(
                new TransformerShape(1_280, 5_120, 32, 20, 1e-5, Activation.QUICK_GELU),
                content.network().text().transformer());
    }

    @Test
    void aListOfLayersMeansAResidualNetwork() throws Exception {
        OpenClipConfig.Content content = read("""
                {'model_cfg': {'embed_dim': 640, 'text_cfg': {}, 'vision_cfg':
                 {'image_size': 288, 'layers': [4, 6, 10, 6], 'width': 80, 'patch_size': null}}}""");

        assertEquals(
                new ResNetVision(80, List.of(4, 6, 10, 6), 40, 288, 640),
                content.network().image());
    }

    @ParameterizedTest
    @CsvSource({
        "squash, bilinear, SQUASH, BILINEAR, false",
        "longest, bicubic, LONGEST_EDGE, BICUBIC, true",
        "shortest, random, SHORTEST_EDGE, BICUBIC, true"
    })
    void picturesArePreparedAsItSays(String mode, String filter, ResizeMode resize, Resample resample, boolean crop)
            throws Exception {
        Preprocessing settings = read("""
                {'model_cfg': {}, 'preprocess_cfg': {'resize_mode': '%s', 'interpolation': '%s', 'mode': 'RGB',
                 'fill_color': 0, 'size': [224, 224], 'mean': [0.5, 0.25, 0], 'std': [1, 2, 3]}}""".formatted(mode, filter)).preprocessing();

        assertEquals(resize, settings.mode());
        assertEquals(resample, settings.resample());
        assertEquals(crop, settings.crop().isPresent());
        assertEquals(List.of(0.5f, 0.25f, 0f), settings.mean());
        assertEquals(List.of(1f, 2f, 3f), settings.std());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                            | has no model_cfg
            {'model_cfg': {'embed_dim': 0}}                               | embed_dim is 0
            {'model_cfg': {'embed_dim': 'x'}}                             | embed_dim is "x"
            {'model_cfg': {'vision_cfg': {'width': 100}}}                 | does not divide into heads of 64
            {'model_cfg': {'text_cfg': {'width': 100}}}                   | does not divide evenly
            {'model_cfg': {'text_cfg': {'context_length': 1}}}            | no room for start and end
            {'model_cfg': {'vision_cfg': {'layers': [1, 2]}}}             | layers is [1,2]
            {'model_cfg': {'vision_cfg': {'layers': [1, 2, 0, 1]}}}       | vision_cfg.layers is 0
            {'model_cfg': {'vision_cfg': {'layers': [1, 1, 1, 1], 'image_size': 100}}} | not possible
            {'model_cfg': {'vision_cfg': {'mlp_ratio': 1e9}}}             | mlp_ratio is 1e9
            {'model_cfg': {}, 'preprocess_cfg': {'resize_mode': 'fit'}}   | the rule fit
            {'model_cfg': {}, 'preprocess_cfg': {'interpolation': 'box'}} | the filter box
            {'model_cfg': {}, 'preprocess_cfg': {'fill_color': 255}}      | another colour than black
            {'model_cfg': {}, 'preprocess_cfg': {'mode': 'L'}}            | the mode L
            {'model_cfg': {}, 'preprocess_cfg': {'std': [1, 0, 1]}}       | std is 0
            """)
    void aFaultIsNamed(String json, String reason) {
        Problem problem = assertThrows(ProblemException.class, () -> read(json)).problem();

        assertTrue(problem.toString().contains(reason), problem::toString);
    }

    private OpenClipConfig.Content read(String json) throws Exception {
        Path file = Files.writeString(folder.resolve(OpenClipConfig.FILE), json.replace('\'', '"'));
        return OpenClipConfig.read(JsonFields.read(file), folder, new FactSheet());
    }
}
