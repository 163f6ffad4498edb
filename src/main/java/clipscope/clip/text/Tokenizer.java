package clipscope.clip.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A model's own tokenizer, as its files describe it.
///
/// **Thread:** Thread-safe, [#close] included.
///
/// **Memory:** holds a native resource until [#close].
public final class Tokenizer implements AutoCloseable {

    private static final Texts TEXTS = Texts.beside(Tokenizer.class);

    private static final Map<String, String> AS_THE_FILE_SAYS = Map.of(
            "truncation", "false", // done here, so that what was cut off can be counted
            "padding", "false");

    /// A text that no vocabulary knows: a file without a piece for what is unknown fails at the first.
    private static final String UNKNOWN = "\ue000";

    private final HuggingFaceTokenizer pieces;
    private final TokenizerFile content;
    private final Frame frame;
    private final TextRule rule;
    private final KnownWords words;
    private final int contextLength;
    private final ReadWriteLock closing = new ReentrantReadWriteLock();

    private Tokenizer(HuggingFaceTokenizer pieces, TokenizerFile content, Frame frame, Limits limits) {
        this.pieces = pieces;
        this.content = content;
        this.frame = frame;
        this.rule = limits.rule();
        this.words = limits.words();
        this.contextLength = limits.contextLength();
    }

    private record Limits(TextRule rule, KnownWords words, int contextLength) {}

    /// Loads the pieces. Needs no network and no engine.
    ///
    /// @param rule what is done to a text first
    /// @param words the model's list of known words, if it has one
    /// @param contextLength the most tokens of a text, start and end included
    /// @param vocabularySize the ids that the text tower has embeddings for
    /// @throws ProblemException if the file cannot be read, is damaged, or has ids beyond the vocabulary
    public static Tokenizer open(
            TokenizerSource source, TextRule rule, Optional<Path> words, int contextLength, int vocabularySize)
            throws ProblemException {
        Path file = source.file();
        String json = source.json(vocabularySize);
        TokenizerFile content = TokenizerFile.parse(file, json);
        if (content.pieces() > vocabularySize) {
            throw bad(file, TEXTS.get("pieces.many", content.pieces(), vocabularySize));
        }
        Limits limits = new Limits(rule, KnownWords.read(words), contextLength);
        HuggingFaceTokenizer pieces = nativeTokenizer(file, json);
        boolean opened = false;
        try {
            Tokenizer result = new Tokenizer(pieces, content, frame(file, pieces, content), limits);
            opened = true;
            return result;
        } finally {
            if (!opened) {
                pieces.close();
            }
        }
    }

    private static HuggingFaceTokenizer nativeTokenizer(Path file, String json) throws ProblemException {
        System.setProperty("ai.djl.offline", "true"); // else the library reports its use to its makers
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        FutureTask<HuggingFaceTokenizer> load = new FutureTask<>(() -> opened(bytes));
        load.run(); // a task, for it sorts out what is thrown: native code throws nothing narrower than
        // RuntimeException
        return switch (load.state()) {
            case SUCCESS -> load.resultNow();
            case FAILED -> throw failure(file, load.exceptionNow());
            case RUNNING, CANCELLED -> throw new IllegalStateException("a task that ran is " + load.state());
        };
    }

    private static HuggingFaceTokenizer opened(byte[] json) throws IOException {
        HuggingFaceTokenizer pieces =
                HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), AS_THE_FILE_SAYS);
        boolean reads = false;
        try {
            var _ = pieces.encode(UNKNOWN, true, false);
            reads = true;
            return pieces;
        } finally {
            if (!reads) {
                pieces.close();
            }
        }
    }

    private static ProblemException failure(Path file, Throwable cause) {
        Problem problem = switch (cause) {
            case LinkageError _ -> new Problem.EngineUnavailable(TEXTS.get("library"));
            case OutOfMemoryError _ -> new Problem.OutOfMemory(TEXTS.get("step.loading"));
            default -> new Problem.BadModelFile(file, TEXTS.get("tokenizer.none", String.valueOf(cause.getMessage())));
        };
        return new ProblemException(problem, cause);
    }

    /// Most files say which tokens enclose a text; for the others it is CLIP's two.
    private static Frame frame(Path file, HuggingFaceTokenizer pieces, TokenizerFile content) throws ProblemException {
        long[] empty = pieces.encode("", true, false).getIds();
        if (empty.length >= 1) { // start and end, or the end alone
            return new Frame((int) empty[0], (int) empty[empty.length - 1], false);
        }
        Optional<Integer> start = content.id(ClipTokenizerJson.START);
        Optional<Integer> end = content.id(ClipTokenizerJson.END);
        if (start.isEmpty() || end.isEmpty()) {
            throw bad(file, TEXTS.get("tokens.none", ClipTokenizerJson.START, ClipTokenizerJson.END));
        }
        return new Frame(start.get(), end.get(), true);
    }

    /// {@return the id of the token that ends a text}
    public int endToken() {
        return frame.end();
    }

    /// {@return the id of a token that is no piece of a word}
    public Optional<Integer> idOf(String token) {
        return content.id(token);
    }

    /// Turns a text into tokens, cut to the model's context with the end token kept.
    ///
    /// @throws IllegalStateException if the tokenizer is closed
    public TokenizedText tokenize(String text) {
        List<Integer> ids = frame.around(encode(text));
        int dropped = Math.max(0, ids.size() - contextLength);
        if (dropped > 0) {
            ids = new ArrayList<>(ids.subList(0, contextLength - 1));
            ids.add(frame.end());
        }
        return new TokenizedText(text, ids, dropped, words.unknownIn(text));
    }

    /// {@return every piece of a text, those that are cut off too, without start and end}
    ///
    /// @throws IllegalStateException if the tokenizer is closed
    public List<TextPiece> pieces(String text) {
        String read = wellFormed(rule.apply(text));
        Encoding encoding = encoding(read);
        return PieceTexts.of(read, encoding, frame.added(), contextLength);
    }

    private long[] encode(String text) {
        return encoding(wellFormed(rule.apply(text))).getIds();
    }

    private Encoding encoding(String text) {
        closing.readLock().lock();
        try {
            return pieces.encode(text, !frame.added(), false);
        } finally {
            closing.readLock().unlock();
        }
    }

    /// Half a surrogate pair stands for no character, and native code that expects Unicode may stop at one.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            pieces.close();
        } finally {
            closing.writeLock().unlock();
        }
    }

    private static ProblemException bad(Path file, String reason) {
        return new ProblemException(new Problem.BadModelFile(file, reason));
    }

    /// The tokens before and after a text.
    ///
    /// @param added whether they are for us to add: the file's own rules do not
    private record Frame(int start, int end, boolean added) {

        List<Integer> around(long[] ids) {
            List<Integer> result = new ArrayList<>(ids.length + 2);
            if (added) {
                result.add(start);
            }
            Arrays.stream(ids).mapToInt(Math::toIntExact).forEach(result::add);
            if (added) {
                result.add(end);
            }
            return result;
        }
    }
}
