package clipscope.clip.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClipConfigTest {

    /// Table 20 of Radford et al. 2021, and `config.json` of openai/clip-vit-base-patch32.
    private static final NetworkShape VIT_B_32 = new NetworkShape(
            new ClipVision(new TransformerShape(768, 3_072, 12, 12, 1e-5, Activation.QUICK_GELU), 224, 32, 512),
            new ClipText(new TransformerShape(512, 2_048, 12, 8, 1e-5, Activation.QUICK_GELU), 49_408, 77, 512));

    @TempDir
    private Path folder;

    @Test
    void whatIsLeftOutIsThatOfViTB32() throws Exception {
        assertEquals(VIT_B_32, read("{'model_type': 'clip'}"));
    }

    @Test
    void eachTowerHasItsOwnDefaults() throws Exception {
        NetworkShape network = read("""
                        {'model_type': 'clip', 'projection_dim': 768, 'logit_scale_init_value': 2.6592,
                         'text_config': {'hidden_size': 768, 'num_attention_heads': 12, 'heads': 99, 'layers': 99},
                         'vision_config': {'patch_size': 14, 'num_hidden_layers': 24, 'hidden_act': 'gelu'}}""");

        assertEquals(
                new TransformerShape(768, 2_048, 12, 12, 1e-5, Activation.QUICK_GELU),
                network.text().transformer());
        assertEquals(new TransformerShape(768, 3_072, 24, 12, 1e-5, Activation.GELU), vision(network));
        assertEquals(768, network.dimensions());
        assertEquals(14, network.image().patchSize());
    }

    /// As transformers does it: the older key is read with its defaults, and all of that replaces the newer
    /// key.
    @Test
    void theOlderKeyReplacesTheNewerOneAsAWhole() throws Exception {
        NetworkShape network = read("""
                        {'model_type': 'clip',
                         'text_config': {'hidden_act': 'gelu', 'hidden_size': 64, 'num_attention_heads': 4},
                         'text_config_dict': {'hidden_size': 1024, 'num_attention_heads': 16},
                         'vision_config': {'hidden_act': 'gelu'}, 'vision_config_dict': null}""");

        assertEquals(
                new TransformerShape(1_024, 2_048, 12, 16, 1e-5, Activation.QUICK_GELU),
                network.text().transformer());
        assertEquals(Activation.GELU, vision(network).activation());
    }

    private static TransformerShape vision(NetworkShape network) {
        return assertInstanceOf(ClipVision.class, network.image()).transformer();
    }

    @ParameterizedTest
    @CsvSource({"quick_gelu, QUICK_GELU", "gelu, GELU", "gelu_pytorch_tanh, GELU_TANH", "gelu_new, GELU_TANH"})
    void activationsAreKnownByTheirNamesInTransformers(String name, Activation expected) throws Exception {
        NetworkShape network = read("{'model_type': 'clip', 'text_config': {'hidden_act': '%s'}}".formatted(name));

        assertEquals(expected, network.text().transformer().activation());
    }

    @Test
    void aConfigWithoutATypeIsKnownByItsParts() throws Exception {
        assertEquals(VIT_B_32, read("{'architectures': ['CLIPModel']}"));
        assertEquals(VIT_B_32, read("{'text_config': {}, 'vision_config': {}}"));
        assertInstanceOf(Problem.NotAModel.class, problem("{'name': 'x'}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'model_type': 'siglip2'}                                                 | NaFlex
            {'model_type': 'siglip', 'vision_config': {'vision_use_head': false}}     | no attention pooling
            {'model_type': 'siglip', 'text_config': {'model_type': 'gemma'}}          | text tower is of type gemma
            {'model_type': 'chinese_clip'}                                            | chinese_clip
            {'model_type': 'clip_text_model', 'architectures': ['CLIPTextModel']}      | clip_text_model
            {'model_type': 'clip', 'architectures': ['CLIPForImageClassification']}    | CLIPForImageClassification
            {'model_type': 'clip', 'text_config': {'model_type': 'bert'}}              | text tower is of type bert
            {'model_type': 'clip', 'text_config_dict': {'model_type': 'roberta'}}      | text tower is of type roberta
            {'model_type': 'clip', 'vision_config': {'model_type': 'vit'}}             | image tower is of type vit
            {'model_type': 'clip', 'text_config': {'hidden_act': 'relu'}}              | activation relu
            {'model_type': 'clip', 'vision_config': {'num_channels': 1}}               | images of 1 channels
            """)
    void whatWeDoNotRunIsNamed(String json, String part) throws Exception {
        Problem.UnsupportedModel problem = assertInstanceOf(Problem.UnsupportedModel.class, problem(json));

        assertTrue(problem.part().contains(part), problem::part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                                        | not JSON
            {                                                                         | not JSON
            []                                                                        | not a JSON object
            {'model_type': 'clip'} {}                                                  | not JSON
            {'model_type': 5}                                                          | model_type is 5, not a text
            {'model_type': 'clip', 'text_config': []}                                  | text_config is [], not an object
            {'model_type': 'clip', 'projection_dim': 2.5}                              | projection_dim is 2.5
            {'model_type': 'clip', 'projection_dim': 0}                                | projection_dim is 0
            {'model_type': 'clip', 'projection_dim': -512}                             | projection_dim is -512
            {'model_type': 'clip', 'projection_dim': '512'}                            | projection_dim is "512"
            {'model_type': 'clip', 'projection_dim': 1e999}                            | projection_dim is 1e999
            {'model_type': 'clip', 'text_config': {'num_hidden_layers': 2000000000}}   | text_config.num_hidden_layers
            {'model_type': 'clip', 'text_config': {'vocab_size': 99999999999}}         | text_config.vocab_size
            {'model_type': 'clip', 'text_config': {'max_position_embeddings': 1}}      | context of 1
            {'model_type': 'clip', 'text_config': {'layer_norm_eps': 0}}               | text_config.layer_norm_eps
            {'model_type': 'clip', 'text_config': {'num_attention_heads': 7}}          | 512 wide and has 7 heads
            {'model_type': 'clip', 'vision_config': {'num_attention_heads': 5}}        | 768 wide and has 5 heads
            {'model_type': 'clip', 'vision_config': {'patch_size': 448}}               | a patch of 448
            {'model_type': 'clip', 'vision_config': {'image_size': 100000}}            | vision_config.image_size
            {'model_type': 'clip', 'vision_config': {'image_size': [224, 224]}}        | vision_config.image_size
            """)
    void numbersThatCannotBeAreRefusedByName(String json, String fault) throws Exception {
        Problem.BadModelFile problem = assertInstanceOf(Problem.BadModelFile.class, problem(json));

        assertEquals(folder.resolve("config.json"), problem.file());
        assertTrue(problem.reason().contains(fault), problem::reason);
    }

    @Test
    void aDeepNestIsNoStackOverflow() throws Exception {
        assertInstanceOf(Problem.BadModelFile.class, problem("{'a': " + "[".repeat(1_000_000)));
    }

    private Problem problem(String json) throws IOException {
        Path file = write(json);
        return assertThrows(
                        ProblemException.class,
                        () -> HuggingFaceConfig.read(JsonFields.read(file), folder, new FactSheet()))
                .problem();
    }

    private NetworkShape read(String json) throws Exception {
        return HuggingFaceConfig.read(JsonFields.read(write(json)), folder, new FactSheet())
                .network();
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("config.json"), json.replace('\'', '"'));
    }
}
