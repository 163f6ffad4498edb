package clipscope.clip.layout;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Models that people will try and that we do not run: each is declined by the name of what we lack, before
/// any weight is read. The configurations are those of the published models, cut down to what decides.
class DeclinedModelsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            EVA02-B-16          | {'vision_cfg': {'image_size': 224, 'timm_model_name': 'eva02_base_patch16_clip_224'}}     | image tower has timm_model_name: "eva02_base_patch16_clip_224"
            ViT-B-16-SigLIP     | {'custom_text': true, 'init_logit_bias': -10, 'vision_cfg': {}, 'text_cfg': {}}           | model has init_logit_bias: -10
            MobileCLIP-S2       | {'vision_cfg': {'timm_model_name': 'fastvit_mci2'}, 'text_cfg': {'no_causal_mask': true}} | image tower has timm_model_name: "fastvit_mci2"
            MobileCLIP-B        | {'vision_cfg': {}, 'text_cfg': {'context_length': 77, 'no_causal_mask': true}}            | text tower has no_causal_mask: true
            roberta-ViT-B-32    | {'vision_cfg': {'layers': 12}, 'text_cfg': {'hf_model_name': 'roberta-base'}}             | text tower has hf_model_name: "roberta-base"
            coca_ViT-B-32       | {'vision_cfg': {}, 'text_cfg': {}, 'multimodal_cfg': {'width': 512}}                      | model has multimodal_cfg
            CoCa's image tower  | {'vision_cfg': {'attentional_pool': true}, 'text_cfg': {}}                                | image tower has attentional_pool: true
            CoCa's text tower   | {'vision_cfg': {}, 'text_cfg': {'embed_cls': true}}                                       | text tower has embed_cls: true
            ViT-H-14-CLIPA      | {'vision_cfg': {'no_ln_pre': true, 'pool_type': 'avg'}, 'text_cfg': {}}                   | image tower has no_ln_pre: true
            CLIPA's text tower  | {'vision_cfg': {}, 'text_cfg': {'pool_type': 'last'}}                                     | text tower has pool_type: "last"
            SigLIP's text tower | {'vision_cfg': {}, 'text_cfg': {'proj_bias': true}}                                       | text tower has proj_bias: true
            NLLB-CLIP           | {'vision_cfg': {}, 'text_cfg': {'hf_model_name': 'facebook/nllb-200-distilled-600M'}}     | text tower has hf_model_name
            ConvNeXt            | {'vision_cfg': {'timm_model_name': 'convnext_base'}, 'text_cfg': {}}                      | image tower has timm_model_name: "convnext_base"
            layer scale         | {'vision_cfg': {'ls_init_value': 0.1}, 'text_cfg': {}}                                    | image tower has ls_init_value: 0.1
            sine positions      | {'vision_cfg': {'pos_embed_type': 'sin_cos_2d'}, 'text_cfg': {}}                          | image tower has pos_embed_type: "sin_cos_2d"
            what nobody knows   | {'vision_cfg': {}, 'text_cfg': {'flux': 1}}                                               | text tower has flux: 1
            """)
    void ofOpenClip(String name, String model, String part) throws Exception {
        assertDeclined(name, "open_clip_config.json", "{'model_cfg': %s}".formatted(model), part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SigLIP 2 NaFlex   | {'model_type': 'siglip2', 'architectures': ['Siglip2Model']}                | a NaFlex image tower
            Chinese-CLIP      | {'model_type': 'chinese_clip', 'architectures': ['ChineseCLIPModel']}      | a model of type chinese_clip
            ALIGN             | {'model_type': 'align', 'architectures': ['AlignModel']}                    | a model of type align
            AltCLIP           | {'model_type': 'altclip', 'text_config': {}, 'vision_config': {}}           | a model of type altclip
            BLIP-2            | {'model_type': 'blip-2', 'architectures': ['Blip2ForImageTextRetrieval']}   | a model of type blip-2
            CLIPSeg           | {'model_type': 'clipseg', 'architectures': ['CLIPSegForImageSegmentation']} | a model of type clipseg
            OWL-ViT           | {'model_type': 'owlvit', 'architectures': ['OwlViTForObjectDetection']}     | a model of type owlvit
            X-CLIP            | {'model_type': 'xclip', 'architectures': ['XCLIPModel']}                    | a model of type xclip
            two foreign parts | {'model_type': 'vision-text-dual-encoder', 'architectures': ['VisionTextDualEncoderModel']} | vision-text-dual-encoder
            a text tower      | {'model_type': 'clip_text_model', 'architectures': ['CLIPTextModelWithProjection']}         | a model of type clip_text_model
            an image tower    | {'model_type': 'clip', 'architectures': ['CLIPVisionModelWithProjection']}  | only a part of a model, or one with another head: CLIPVisionModelWithProjection
            a language model  | {'model_type': 'llama', 'architectures': ['LlamaForCausalLM']}              | a model of type llama
            """)
    void ofHuggingFace(String name, String config, String part) throws Exception {
        assertDeclined(name, "config.json", config, part);
    }

    private void assertDeclined(String name, String file, String json, String part) throws Exception {
        Files.writeString(folder.resolve(file), json.replace('\'', '"'));
        ProblemException e = assertThrows(ProblemException.class, () -> ModelPlans.read(folder), name);

        Problem.UnsupportedModel problem = assertInstanceOf(Problem.UnsupportedModel.class, e.problem(), name);
        assertTrue(problem.part().contains(part), problem::part);
    }
}
