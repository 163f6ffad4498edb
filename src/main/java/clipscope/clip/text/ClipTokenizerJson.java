package clipscope.clip.text;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// CLIP's tokenizer as a `tokenizer.json`: its rules are always the same, pieces and merges are a model's
/// own.
///
/// **Source:** the file format of huggingface/tokenizers; the rules are those of `clip/simple_tokenizer.py`
/// of openai/CLIP.
public final class ClipTokenizerJson {

    public static final String START = "<|startoftext|>";
    public static final String END = "<|endoftext|>";

    /// What the last piece of a word ends in.
    public static final String WORD_END = "</w>";

    /// Contractions, runs of letters, single digits, runs of anything else.
    public static final String WORD = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

    private static final Gson BRIEF = new GsonBuilder().disableHtmlEscaping().create();
    private static final Gson SPREAD = BRIEF.newBuilder().setPrettyPrinting().create();

    private ClipTokenizerJson() {}

    /// {@return the text of the file, for a person to read as well}
    ///
    /// @param ids of all pieces, [#START] and [#END] among them
    /// @param merges pairs of pieces with a space between, the first to be joined first
    /// @throws IllegalArgumentException if the start or the end token has no id
    public static String readable(Map<String, Integer> ids, List<String> merges) {
        return SPREAD.toJson(content(ids, merges)) + "\n";
    }

    /// {@return the same as short as can be, for a start that waits for it}
    static String brief(Map<String, Integer> ids, List<String> merges) {
        return BRIEF.toJson(content(ids, merges));
    }

    private static Map<String, Object> content(Map<String, Integer> ids, List<String> merges) {
        Integer start = ids.get(START);
        Integer end = ids.get(END);
        if (start == null || end == null) {
            throw new IllegalArgumentException("pieces without " + START + " or " + END);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", "1.0");
        content.put("added_tokens", List.of(special(START, start), special(END, end)));
        content.put("normalizer", normalizer());
        content.put("pre_tokenizer", splitting());
        content.put("post_processor", framing(start, end));
        content.put("decoder", byteLevel());
        content.put("model", model(ids, merges));
        return content;
    }

    /// {@return an object of the format: its type, then keys and values in turn}
    static Map<String, Object> typed(String type, Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /// {@return a token that is no piece of a word}
    static Map<String, Object> special(String token, int id) {
        Map<String, Object> added = new LinkedHashMap<>();
        added.put("id", id);
        added.put("content", token);
        added.put("single_word", false);
        added.put("lstrip", false);
        added.put("rstrip", false);
        added.put("normalized", false);
        added.put("special", true);
        return added;
    }

    private static Map<String, Object> normalizer() {
        return typed(
                "Sequence",
                "normalizers",
                List.of(
                        Map.of("type", "NFC"),
                        typed("Replace", "pattern", Map.of("Regex", "\\s+"), "content", " "),
                        Map.of("type", "Lowercase")));
    }

    private static Map<String, Object> splitting() {
        return typed(
                "Sequence",
                "pretokenizers",
                List.of(
                        typed("Split", "pattern", Map.of("Regex", WORD), "behavior", "Removed", "invert", true),
                        byteLevel()));
    }

    private static Map<String, Object> byteLevel() {
        return typed("ByteLevel", "add_prefix_space", false, "trim_offsets", true, "use_regex", false);
    }

    private static Map<String, Object> framing(int start, int end) {
        return typed(
                "RobertaProcessing",
                "sep",
                List.of(END, end),
                "cls",
                List.of(START, start),
                "trim_offsets",
                false,
                "add_prefix_space",
                false);
    }

    private static Map<String, Object> model(Map<String, Integer> ids, List<String> merges) {
        return typed(
                "BPE",
                "unk_token",
                END,
                "continuing_subword_prefix",
                "",
                "end_of_word_suffix",
                WORD_END,
                "fuse_unk",
                false,
                "vocab",
                ids,
                "merges",
                merges);
    }
}
