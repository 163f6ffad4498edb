package clipscope.train.bpe;

import clipscope.clip.text.ClipTokenizerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
