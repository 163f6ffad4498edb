package clipscope.clip.layout;

import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The keys of one part of an `open_clip_config.json`: those that are read, and those that must have the
/// value at which they change nothing.
///
/// @param part the key of its name: `tower.image`
/// @param read keys whose values are used
/// @param harmless keys that only training looks at
/// @param neutral the values, as JSON writes them, at which the other known keys change nothing
record OpenClipKeys(String part, Set<String> read, Set<String> harmless, Map<String, List<String>> neutral) {

    private static final Texts TEXTS = Texts.beside(OpenClipKeys.class);

    static final OpenClipKeys MODEL = new OpenClipKeys(
            "part.model",
            Set.of("embed_dim", "vision_cfg", "text_cfg", "quick_gelu"),
            Set.of("init_logit_scale", "cast_dtype", "output_dict", "nonscalar_logit_scale", "custom_text"),
            Map.of("init_logit_bias", List.of(), "multimodal_cfg", List.of()));

    static final OpenClipKeys VISION = new OpenClipKeys(
            "tower.image",
            Set.of("layers", "width", "head_width", "mlp_ratio", "patch_size", "image_size"),
            Set.of("patch_dropout", "output_tokens", "timm_model_pretrained", "timm_drop", "timm_drop_path"),
            Map.of(
                    "timm_model_name", List.of(),
                    "timm_pool", List.of("\"avg\""), // of account with a timm model only
                    "timm_proj", List.of("\"linear\""),
                    "timm_proj_bias", List.of("false"),
                    "pool_type", List.of("\"tok\""),
                    "pos_embed_type", List.of("\"learnable\""),
                    "no_ln_pre", List.of("false"),
                    "final_ln_after_pool", List.of("false"),
                    "attentional_pool", List.of("false"),
                    "global_average_pool", List.of("false")));

    static final OpenClipKeys TEXT = new OpenClipKeys(
            "tower.text",
            Set.of("width", "heads", "layers", "mlp_ratio", "vocab_size", "context_length"),
            Set.of("output_tokens", "hf_model_pretrained", "hf_tokenizer_name", "tokenizer_mode"),
            Map.of(
                    "hf_model_name", List.of(),
                    "hf_proj_type", List.of("\"mlp\""), // of account with a Hugging Face tower only
                    "hf_pooler_type", List.of("\"mean_pooler\""),
                    "embed_cls", List.of("false"),
                    "pad_id", List.of("0"), // causal attention and the end token never see padding
                    "no_causal_mask", List.of("false"),
                    "final_ln_after_pool", List.of("false"),
                    "pool_type", List.of("\"argmax\""),
                    "proj_bias", List.of("false"),
                    "proj_type", List.of("\"linear\"")));

    OpenClipKeys {
        read = Set.copyOf(read);
        harmless = Set.copyOf(harmless);
        neutral = Map.copyOf(neutral);
    }

    /// @throws ProblemException naming the first key that asks for something we do not do
    void check(JsonFields fields, Path folder) throws ProblemException {
        for (String key : new TreeSet<>(fields.keys())) {
            boolean known = read.contains(key) || harmless.contains(key) || !fields.has(key);
            if (!known && !neutral.getOrDefault(key, List.of()).contains(fields.json(key))) {
                throw Fault.unsupported(folder, TEXTS.get("other.key", TEXTS.get(part), key, fields.json(key)));
            }
        }
    }
}
