package clipscope.train.bpe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Token ids of captions, as the written tokenizer file gives them.
///
/// Words are cut once and remembered: captions use few. For any other text there is the tokenizer that
/// reads the file.
///
/// **Thread:** Thread-safe.
public final class CaptionTokens {

    private final BytePairs pairs;
    private final TokenizerFile file;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, List<Integer>> known = new ConcurrentHashMap<>();

    public CaptionTokens(BytePairs pairs) {
        this.pairs = pairs;
        this.file = new TokenizerFile(pairs);
        pairs.pieces().forEach(piece -> ids.put(piece, ids.size()));
    }

    /// {@return ids from the start to the end token}
    public List<Integer> of(String caption) {
        List<Integer> tokens = new ArrayList<>();
        tokens.add(file.startId());
        Words.of(caption).forEach(word -> tokens.addAll(known.computeIfAbsent(word, this::cut)));
        tokens.add(file.endId());
        return List.copyOf(tokens);
    }

    private List<Integer> cut(String word) {
        return pairs.cut(word).stream().map(ids::get).toList();
    }
}
