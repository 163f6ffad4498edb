package clipscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.image.ImageSource;
import clipscope.image.decode.ImageDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every layout in which models are published: from the files of a model, of a picture and from a text to an
/// embedding, against an independent reference.
class LayoutsTest {

    private static final float MAX_DIFFERENCE = 1e-5f; // of unit vectors; the most seen was under 1e-6
    private static final float BF16_COSINE = 0.9995f;
    private static final ImageDecoder DECODER = new ImageDecoder(1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            hf-fp32,               Hugging Face CLIPModel
            hf-fp16,               Hugging Face CLIPModel
            hf-bf16,               Hugging Face CLIPModel
            hf-sharded,            Hugging Face CLIPModel
            hf-bin,                Hugging Face CLIPModel
            hf-bin-sharded,        Hugging Face CLIPModel
            hf-vocab-and-merges,   Hugging Face CLIPModel
            hf-older-config,       Hugging Face CLIPModel
            hf-long-context,       Hugging Face CLIPModel
            hf-metaclip-2,         Hugging Face MetaClip2Model
            open-clip-safetensors, open_clip
            open-clip-bin,         open_clip
            open-clip-custom-text, open_clip
            open-clip-resnet,      open_clip
            openai-vit,            OpenAI archive
            openai-resnet,         OpenAI archive
            siglip-tokenizer-json, Hugging Face SiglipModel
            siglip-spiece,         Hugging Face SiglipModel
            siglip-2,              Hugging Face SiglipModel
            """)
    void embeddingsAreTheReferences(String name, String layout) throws Exception {
        LayoutGolden golden = new LayoutGolden(name);
        ModelPlan plan = ModelPlans.read(golden.folder());
        assertEquals(layout, plan.identity().layout());

        LayoutGolden.Expected expected = golden.expected();
        try (ClipModel model = ModelLoader.load(plan, Computing.in(Precision.FP32))) {
            List<TokenizedText> tokens = tokens(model, expected);
            assertNear(expected.images(), model.encodeImages(pictures(model)));
            assertNear(expected.prompts(), model.encodeTexts(tokens));
        }
        try (ClipModel model = ModelLoader.load(plan, Computing.in(Precision.BF16))) {
            assertAligned(expected.images(), model.encodeImages(pictures(model)));
            assertAligned(expected.prompts(), model.encodeTexts(tokens(model, expected)));
        }
    }

    private static List<PixelTensor> pictures(ClipModel model) throws Exception {
        List<PixelTensor> pictures = new ArrayList<>();
        for (Path picture : LayoutGolden.pictures()) {
            pictures.add(model.preprocess(
                    DECODER.decode(new ImageSource.OfFile(picture)).pixels()));
        }
        assertEquals(4, pictures.size());
        return pictures;
    }

    private static List<TokenizedText> tokens(ClipModel model, LayoutGolden.Expected expected) throws Exception {
        List<TokenizedText> tokens = new ArrayList<>();
        for (LayoutGolden.Text text : expected.texts()) {
            tokens.add(model.tokenize(text.text()));
        }
        assertEquals(
                expected.texts().stream().map(LayoutGolden.Text::ids).toList(),
                tokens.stream().map(TokenizedText::ids).toList());
        return tokens;
    }

    private static void assertNear(List<List<Float>> expected, FloatMatrix projections) {
        assertEquals(expected.size(), projections.rows());
        for (int row = 0; row < projections.rows(); row++) {
            Embedding actual = Embedding.ofProjection(projections.row(row));
            for (int i = 0; i < actual.dimensions(); i++) {
                assertEquals(expected.get(row).get(i), actual.at(i), MAX_DIFFERENCE);
            }
        }
    }

    private static void assertAligned(List<List<Float>> expected, FloatMatrix projections) {
        assertEquals(expected.size(), projections.rows());
        for (int row = 0; row < projections.rows(); row++) {
            List<Float> unit = expected.get(row);
            float[] values = new float[unit.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = unit.get(i);
            }
            float cosine = Embedding.ofProjection(projections.row(row)).cosine(Embedding.ofProjection(values));
            assertTrue(cosine >= BF16_COSINE, () -> "a cosine of " + cosine);
        }
    }
}
