package clipscope.clip.weights.layout;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a tensor of OpenAI's CLIP, or of open_clip's, is called in Hugging Face's CLIPModel.
///
/// open_clip has a second form, in which everything of the text tower begins with `text.`.
///
/// **Source:** `clip/model.py` of openai/CLIP, `src/open_clip/model.py` of mlfoundations/open_clip, and
/// `convert_clip_original_pytorch_to_hf.py` of huggingface/transformers.
///
/// @param canonical the new name; of a matrix that is three in one, with `%s` where q, k and v go
record OpenAiName(String canonical, Form form) {

    /// How the tensor becomes that of Hugging Face.
    enum Form {
        AS_IT_IS,
        TRANSPOSED,
        /// Query, key and value one below the other.
        THREE_IN_ONE
    }

    private static final Map<String, String> TEXT = Map.of(
            "token_embedding.weight", "text_model.embeddings.token_embedding.weight",
            "positional_embedding", "text_model.embeddings.position_embedding.weight",
            "ln_final.weight", "text_model.final_layer_norm.weight",
            "ln_final.bias", "text_model.final_layer_norm.bias",
            "text_projection.weight", "text_projection.weight"); // open_clip's other form, a layer without bias
    private static final Map<String, String> VISION = Map.of(
            "class_embedding", "vision_model.embeddings.class_embedding",
            "conv1.weight", "vision_model.embeddings.patch_embedding.weight",
            "positional_embedding", "vision_model.embeddings.position_embedding.weight",
            "ln_pre.weight", "vision_model.pre_layrnorm.weight", // Hugging Face's spelling
            "ln_pre.bias", "vision_model.pre_layrnorm.bias",
            "ln_post.weight", "vision_model.post_layernorm.weight",
            "ln_post.bias", "vision_model.post_layernorm.bias");
    private static final Map<String, String> BLOCK = Map.ofEntries(
            Map.entry("ln_1.weight", "layer_norm1.weight"),
            Map.entry("ln_1.bias", "layer_norm1.bias"),
            Map.entry("ln_2.weight", "layer_norm2.weight"),
            Map.entry("ln_2.bias", "layer_norm2.bias"),
            Map.entry("mlp.c_fc.weight", "mlp.fc1.weight"),
            Map.entry("mlp.c_fc.bias", "mlp.fc1.bias"),
            Map.entry("mlp.c_proj.weight", "mlp.fc2.weight"),
            Map.entry("mlp.c_proj.bias", "mlp.fc2.bias"),
            Map.entry("attn.out_proj.weight", "self_attn.out_proj.weight"),
            Map.entry("attn.out_proj.bias", "self_attn.out_proj.bias"),
            Map.entry("attn.in_proj_weight", "self_attn.%s_proj.weight"),
            Map.entry("attn.in_proj_bias", "self_attn.%s_proj.bias"));
    private static final Set<String> SCALARS = Set.of("logit_scale", "logit_bias");
    private static final Pattern BLOCK_NAME = Pattern.compile("transformer\\.resblocks\\.([0-9]{1,4})\\.(.+)");
    private static final Pattern RES_NET =
            Pattern.compile("(conv[123]\\.weight|bn[123]\\..+|layer[1-4]\\.[0-9]{1,4}\\..+|attnpool\\..+)");
    private static final String VISUAL = "visual.";
    private static final String CUSTOM_TEXT = "text.";

    /// {@return the name in Hugging Face's model, empty if OpenAI's has no such tensor}
    ///
    /// @param resNet whether the image tower is a ResNet: Hugging Face has none, so its names stay
    static Optional<OpenAiName> of(String name, boolean resNet) {
        if (SCALARS.contains(name)) {
            return asItIs(name);
        }
        if (name.startsWith(VISUAL)) {
            String rest = name.substring(VISUAL.length());
            return resNet ? asItIs(name).filter(_ -> RES_NET.matcher(rest).matches()) : vision(rest);
        }
        return text(name.startsWith(CUSTOM_TEXT) ? name.substring(CUSTOM_TEXT.length()) : name);
    }

    private static Optional<OpenAiName> vision(String name) {
        return name.equals("proj")
                ? Optional.of(new OpenAiName("visual_projection.weight", Form.TRANSPOSED))
                : block(name, "vision_model").or(() -> asItIs(VISION.get(name)));
    }

    private static Optional<OpenAiName> text(String name) {
        return name.equals("text_projection")
                ? Optional.of(new OpenAiName("text_projection.weight", Form.TRANSPOSED))
                : block(name, "text_model").or(() -> asItIs(TEXT.get(name)));
    }

    private static Optional<OpenAiName> block(String name, String tower) {
        Matcher block = BLOCK_NAME.matcher(name);
        String part = block.matches() ? BLOCK.get(block.group(2)) : null;
        if (part == null) {
            return Optional.empty();
        }
        String canonical = "%s.encoder.layers.%s.%s".formatted(tower, block.group(1), part);
        return Optional.of(new OpenAiName(canonical, part.contains("%s") ? Form.THREE_IN_ONE : Form.AS_IT_IS));
    }

    private static Optional<OpenAiName> asItIs(@Nullable String canonical) {
        return Optional.ofNullable(canonical).map(known -> new OpenAiName(known, Form.AS_IT_IS));
    }
}
