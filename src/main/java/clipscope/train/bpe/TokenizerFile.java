package clipscope.train.bpe;

import clipscope.clip.text.ClipTokenizerJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes pieces as the `tokenizer.json` of a CLIP model.
///
/// The ids are those of [BytePairs#pieces()], then the start token, then the end token, which is the highest
/// as in CLIP.
public final class TokenizerFile {

    private final BytePairs pairs;
    private final int pieces;

    public TokenizerFile(BytePairs pairs) {
        this.pairs = pairs;
        this.pieces = pairs.pieces().size();
    }

    /// {@return the pieces of a file that this class has written; empty if it is another}
    ///
    /// @param json the text of the file
    public static Optional<BytePairs> pairs(String json) {
        BytePairs pairs = new BytePairs(merges(json).stream()
                .map(each -> each.split(" ", 2))
                .map(each -> new BytePairs.Pair(each[0], each[each.length - 1]))
                .toList());
        return new TokenizerFile(pairs).json().equals(json) ? Optional.of(pairs) : Optional.empty();
    }

    private static List<String> merges(String json) {
        try {
            if (JsonParser.parseString(json) instanceof JsonObject root
                    && root.get("model") instanceof JsonObject model
                    && model.get("merges") instanceof JsonArray merges) {
                return merges.asList().stream()
                        .filter(JsonPrimitive.class::isInstance)
                        .map(JsonElement::getAsString)
                        .toList();
            }
        } catch (JsonParseException e) {
            return List.of(); // then the text is another than that of these
        }
        return List.of();
    }

    /// {@return how many ids there are}
    public int size() {
        return pieces + 2;
    }

    public int startId() {
        return size() - 2;
    }

    public int endId() {
        return size() - 1;
    }

    /// Writes the file.
    public void write(Path file) throws IOException {
        Files.writeString(file, json());
    }

    /// {@return its text}
    public String json() {
        Map<String, Integer> ids = new LinkedHashMap<>();
        pairs.pieces().forEach(piece -> ids.put(piece, ids.size()));
        ids.put(ClipTokenizerJson.START, startId());
        ids.put(ClipTokenizerJson.END, endId());
        List<String> merges = pairs.merges().stream()
                .map(each -> each.left() + " " + each.right())
                .toList();
        return ClipTokenizerJson.readable(ids, merges);
    }
}
