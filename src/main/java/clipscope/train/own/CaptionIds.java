package clipscope.train.own;

import clipscope.clip.text.ClipTokenizerJson;
import clipscope.clip.text.TextRule;
import clipscope.clip.text.TokenizedText;
import clipscope.clip.text.Tokenizer;
import clipscope.clip.text.TokenizerSource;
import clipscope.clip.tower.ClipText;
import clipscope.problem.ProblemException;
import clipscope.train.data.DataProblem;
import clipscope.train.data.Example;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Captions as the text tower reads them, by the very tokenizer that the model is used with later.
///
/// **Thread:** Thread-safe.
///
/// **Memory:** remembers what it was asked for; holds a native resource until [#close()].
final class CaptionIds implements AutoCloseable {

    private final Tokenizer tokenizer;
    private final Map<String, List<Integer>> known = new ConcurrentHashMap<>();

    private CaptionIds(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// Loads the pieces.
    ///
    /// @param file a `tokenizer.json`
    /// @throws ProblemException if it cannot be read
    static CaptionIds open(Path file, ClipText text) throws ProblemException {
        return new CaptionIds(Tokenizer.open(
                new TokenizerSource.Json(file),
                TextRule.AS_WRITTEN,
                Optional.empty(),
                text.contextLength(),
                text.vocabularySize()));
    }

    /// {@return a text in the form that the tokenizer brings it to before it is cut}
    static String plain(String caption) {
        return Normalizer.normalize(caption, Normalizer.Form.NFC);
    }

    /// {@return ids from the start to the first end token, which a text may spell out}
    List<Integer> of(String caption) {
        return known.computeIfAbsent(caption, text -> {
            List<Integer> ids = tokenizer.tokenize(text).ids();
            return List.copyOf(ids.subList(0, ids.indexOf(tokenizer.endToken()) + 1));
        });
    }

    int startToken() {
        return tokenizer.idOf(ClipTokenizerJson.START).orElse(0);
    }

    int endToken() {
        return tokenizer.endToken();
    }

    /// {@return the captions that do not fit into the context}
    List<DataProblem> tooLong(List<Example> examples) {
        List<DataProblem> problems = new ArrayList<>();
        for (Example example : examples) {
            for (String caption : example.captions()) {
                TokenizedText text = tokenizer.tokenize(caption);
                if (text.truncated()) {
                    problems.add(new DataProblem.LongCaption(example.file(), text.dropped()));
                }
            }
        }
        return problems;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
