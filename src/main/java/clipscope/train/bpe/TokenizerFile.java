package clipscope.train.bpe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes pieces as a `tokenizer.json`, with the rules by which CLIP's tokenizer splits texts.
///
/// The ids are those of [BytePairs#pieces()], then the start token, then the end token, which is the
/// highest as in CLIP.
///
/// **Source:** the file format of huggingface/tokenizers; the rules are those of `clip/simple_tokenizer.py`
/// of openai/CLIP.
public final class TokenizerFile {

    public static final String START = "<|startoftext|>";
    public static final String END = "<|endoftext|>";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final BytePairs pairs;

    public TokenizerFile(BytePairs pairs) {
        this.pairs = pairs;
    }

    /// {@return how many ids there are}
    public int size() {
        return pairs.pieces().size() + 2;
    }

    public int startId() {
        return size() - 2;
    }

    public int endId() {
        return size() - 1;
    }

    /// Writes the file.
    public void write(Path file) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", "1.0");
        content.put("added_tokens", List.of(special(START, startId()), special(END, endId())));
        content.put("normalizer", normalizer());
        content.put("pre_tokenizer", splitting());
        content.put("post_processor", framing());
        content.put("decoder", byteLevel());
        content.put("model", model());
        Files.writeString(file, GSON.toJson(content) + "\n");
    }

    private static Map<String, Object> special(String token, int id) {
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
        String pattern = Words.PATTERN;
        return typed(
                "Sequence",
                "pretokenizers",
                List.of(
                        typed("Split", "pattern", Map.of("Regex", pattern), "behavior", "Removed", "invert", true),
                        byteLevel()));
    }

    private static Map<String, Object> byteLevel() {
        return typed("ByteLevel", "add_prefix_space", false, "trim_offsets", true, "use_regex", false);
    }

    private Map<String, Object> framing() {
        return typed(
                "RobertaProcessing",
                "sep",
                List.of(END, endId()),
                "cls",
                List.of(START, startId()),
                "trim_offsets",
                false,
                "add_prefix_space",
                false);
    }

    private Map<String, Object> model() {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        pairs.pieces().forEach(piece -> vocabulary.put(piece, vocabulary.size()));
        vocabulary.put(START, startId());
        vocabulary.put(END, endId());
        List<String> merges = pairs.merges().stream()
                .map(each -> each.left() + " " + each.right())
                .toList();
        return typed(
                "BPE",
                "unk_token",
                END,
                "continuing_subword_prefix",
                "",
                "end_of_word_suffix",
                BytePairs.WORD_END,
                "fuse_unk",
                false,
                "vocab",
                vocabulary,
                "merges",
                merges);
    }

    /// {@return an object of the format: its type, then keys and values in turn}
    private static Map<String, Object> typed(String type, Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
