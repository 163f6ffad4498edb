package clipscope.train;

import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.tower.ClipShape;
import clipscope.clip.tower.TransformerShape;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.clip.weights.SafetensorsWriter.Storage;
import clipscope.train.bpe.TokenizerFile;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a trained model as a Hugging Face folder, which the loader reads like any other.
public final class ModelFiles {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
    private static final int PILLOW_BICUBIC = 3; // PIL.Image.Resampling.BICUBIC

    private final Path folder;

    public ModelFiles(Path folder) {
        this.folder = folder;
    }

    /// Writes the configuration, and makes the folder if it is not there.
    public void writeConfiguration(ClipShape shape, Preprocessing pixels, TokenizerFile tokenizer) throws IOException {
        Files.createDirectories(folder);
        write("config.json", configuration(shape, tokenizer));
        write("preprocessor_config.json", preprocessing(pixels));
        tokenizer.write(folder.resolve("tokenizer.json"));
    }

    /// Writes the words of the captions, one a line.
    public void writeWords(List<String> words) throws IOException {
        Files.writeString(folder.resolve("words.txt"), String.join("\n", words) + "\n");
    }

    /// Writes the weights in half precision.
    public void writeWeights(List<FloatTensor> weights) throws IOException {
        SafetensorsWriter.write(folder.resolve("model.safetensors"), weights, Storage.F16);
    }

    /// Writes the model's card.
    public void writeCard(String markdown) throws IOException {
        Files.writeString(folder.resolve("README.md"), markdown);
    }

    private void write(String name, Map<String, Object> content) throws IOException {
        Files.writeString(folder.resolve(name), GSON.toJson(content) + "\n");
    }

    private static Map<String, Object> configuration(ClipShape shape, TokenizerFile tokenizer) {
        Map<String, Object> vision = tower(shape.image().transformer(), "clip_vision_model");
        vision.put("image_size", shape.image().imageSize());
        vision.put("patch_size", shape.image().patchSize());
        vision.put("num_channels", 3);
        vision.put("projection_dim", shape.image().dimensions());
        Map<String, Object> text = tower(shape.text().transformer(), "clip_text_model");
        text.put("vocab_size", shape.text().vocabularySize());
        text.put("max_position_embeddings", shape.text().contextLength());
        text.put("bos_token_id", tokenizer.startId());
        text.put("eos_token_id", tokenizer.endId());
        text.put("pad_token_id", tokenizer.endId()); // as in CLIP
        text.put("projection_dim", shape.image().dimensions());
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("CLIPModel"));
        config.put("model_type", "clip");
        config.put("projection_dim", shape.image().dimensions());
        config.put("text_config", text);
        config.put("vision_config", vision);
        config.put("torch_dtype", "float16");
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

    /// In the form of models that keep a picture's proportions and cut out its middle.
    private static Map<String, Object> preprocessing(Preprocessing pixels) {
        Map<String, Object> crop = new LinkedHashMap<>();
        pixels.crop().ifPresent(middle -> {
            crop.put("height", middle.height());
            crop.put("width", middle.width());
        });
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("image_processor_type", "CLIPImageProcessor");
        config.put("do_convert_rgb", true);
        config.put("do_resize", true);
        config.put("size", Map.of("shortest_edge", pixels.width()));
        config.put("resample", PILLOW_BICUBIC);
        config.put("do_center_crop", pixels.crop().isPresent());
        config.put("crop_size", crop);
        config.put("do_rescale", true);
        config.put("rescale_factor", 1 / 255.0);
        config.put("do_normalize", true);
        config.put("image_mean", pixels.mean());
        config.put("image_std", pixels.std());
        return config;
    }
}
