package clipscope.train;

import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.clip.weights.SafetensorsWriter.Storage;
import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a model as a folder of Hugging Face's, which the loader reads like any other.
///
/// **Source:** `configuration_clip.py` and `image_processing_clip.py` of huggingface/transformers.
///
/// **Thread:** Immutable.
public record ModelFolder(Path folder) {

    /// The file of the pieces that texts are cut into.
    public static final String TOKENIZER = "tokenizer.json";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final int PILLOW_BILINEAR = 2; // PIL.Image.Resampling.BILINEAR
    private static final int PILLOW_BICUBIC = 3;

    /// All that makes a model.
    ///
    /// @param tokenizer as a `tokenizer.json`
    /// @param startToken the id before each text
    /// @param endToken the id after each text, which also fills up
    /// @param weights in the order of [clipscope.clip.engine.TrainingNetwork#weights()]
    public record Content(
            ClipShape shape,
            Preprocessing preprocessing,
            String tokenizer,
            int startToken,
            int endToken,
            List<FloatTensor> weights) {

        public Content {
            weights = List.copyOf(weights);
        }
    }

    /// Writes everything but words and card. The configuration comes last: until then it is no model.
    ///
    /// @throws ProblemException if a file cannot be written
    public void write(Content content, Storage storage) throws ProblemException {
        WholeFile.writeInNewFolder(folder.resolve(TOKENIZER), content.tokenizer());
        WholeFile.write(
                folder.resolve("model.safetensors"), file -> SafetensorsWriter.write(file, content.weights(), storage));
        write("preprocessor_config.json", preprocessing(content.preprocessing()));
        write("config.json", configuration(content, storage));
    }

    /// Writes the words that it has met, one a line.
    ///
    /// @throws ProblemException if the file cannot be written
    public void writeWords(List<String> words) throws ProblemException {
        WholeFile.writeInNewFolder(folder.resolve("words.txt"), String.join("\n", words) + "\n");
    }

    private void write(String name, Map<String, Object> content) throws ProblemException {
        WholeFile.write(folder.resolve(name), GSON.toJson(content) + "\n");
    }

    private static Map<String, Object> configuration(Content content, Storage storage) {
        ClipShape shape = content.shape();
        Map<String, Object> vision = tower(shape.image().transformer(), "clip_vision_model");
        vision.put("image_size", shape.image().imageSize());
        vision.put("patch_size", shape.image().patchSize());
        vision.put("num_channels", 3);
        vision.put("projection_dim", shape.image().dimensions());
        Map<String, Object> text = tower(shape.text().transformer(), "clip_text_model");
        text.put("vocab_size", shape.text().vocabularySize());
        text.put("max_position_embeddings", shape.text().contextLength());
        text.put("bos_token_id", content.startToken());
        text.put("eos_token_id", content.endToken());
        text.put("pad_token_id", content.endToken()); // as in CLIP
        text.put("projection_dim", shape.image().dimensions());
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("CLIPModel"));
        config.put("model_type", "clip");
        config.put("projection_dim", shape.image().dimensions());
        config.put("text_config", text);
        config.put("vision_config", vision);
        config.put(
                "torch_dtype",
                switch (storage) {
                    case F32 -> "float32";
                    case F16 -> "float16";
                });
        return config;
    }

    private static Map<String, Object> tower(TransformerShape shape, String type) {
        Map<String, Object> tower = new LinkedHashMap<>();
        tower.put("model_type", type);
        tower.put("hidden_size", shape.width());
        tower.put("intermediate_size", shape.mlpWidth());
        tower.put("num_hidden_layers", shape.layers());
        tower.put("num_attention_heads", shape.heads());
        tower.put("hidden_act", shape.activation().configName());
        tower.put("layer_norm_eps", shape.epsilon());
        return tower;
    }

    private static Map<String, Object> preprocessing(Preprocessing pixels) {
        boolean shortest = pixels.mode() == ResizeMode.SHORTEST_EDGE;
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("image_processor_type", "CLIPImageProcessor");
        config.put("do_convert_rgb", true);
        config.put("do_resize", true);
        config.put("size", shortest ? Map.of("shortest_edge", pixels.width()) : box(pixels.height(), pixels.width()));
        config.put("resample", pixels.resample() == Resample.BILINEAR ? PILLOW_BILINEAR : PILLOW_BICUBIC);
        config.put("do_center_crop", pixels.crop().isPresent());
        if (pixels.crop().isPresent()) {
            Crop middle = pixels.crop().get();
            config.put("crop_size", box(middle.height(), middle.width()));
        }
        config.put("do_rescale", true);
        config.put("rescale_factor", 1 / 255.0);
        config.put("do_normalize", true);
        config.put("image_mean", pixels.mean());
        config.put("image_std", pixels.std());
        return config;
    }

    private static Map<String, Object> box(int height, int width) {
        Map<String, Object> box = new LinkedHashMap<>();
        box.put("height", height);
        box.put("width", width);
        return box;
    }
}
