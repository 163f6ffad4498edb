package clipscope.clip;

import clipscope.clip.layout.TokenizerPlan;
import clipscope.clip.text.TextPiece;
import clipscope.clip.text.TokenizedText;
import clipscope.clip.text.Tokenizer;
import clipscope.clip.tower.TextTower;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// From texts to the rows of tokens that a text tower takes.
///
/// **Thread:** Thread-safe, [#close] included.
///
/// **Memory:** holds a native resource until [#close].
final class TextReader implements AutoCloseable {

    private static final Texts TEXTS = Texts.beside(TextReader.class);

    private final Path location;
    private final Optional<Tokenizer> tokenizer;
    private final int contextLength;
    private final OptionalInt padding;

    private TextReader(Path location, Optional<Tokenizer> tokenizer, int contextLength, OptionalInt padding) {
        this.location = location;
        this.tokenizer = tokenizer;
        this.contextLength = contextLength;
        this.padding = padding;
    }

    /// Opens what the plan says. A model whose files have no pieces is opened without: it still takes
    /// pictures.
    ///
    /// @param location of the model, for the problem of a text that cannot be read
    /// @throws ProblemException if the pieces cannot be read or do not belong to the tower
    static TextReader open(Path location, TokenizerPlan plan, TextTower tower) throws ProblemException {
        if (plan.source().isEmpty()) {
            return new TextReader(location, Optional.empty(), tower.contextLength(), OptionalInt.empty());
        }
        Tokenizer opened = Tokenizer.open(
                plan.source().get(), plan.rule(), plan.words(), tower.contextLength(), tower.vocabularySize());
        boolean fits = false;
        try {
            checkEnd(plan, opened);
            OptionalInt padding = padding(plan, opened, tower);
            fits = true;
            return new TextReader(location, Optional.of(opened), tower.contextLength(), padding);
        } finally {
            if (!fits) {
                opened.close();
            }
        }
    }

    private static void checkEnd(TokenizerPlan plan, Tokenizer tokenizer) throws ProblemException {
        int expected = plan.endToken().orElse(tokenizer.endToken());
        if (tokenizer.endToken() != expected) {
            throw new ProblemException(new Problem.BadModelFile(
                    plan.source().orElseThrow().file(), TEXTS.get("text.end", tokenizer.endToken(), expected)));
        }
    }

    private static OptionalInt padding(TokenizerPlan plan, Tokenizer tokenizer, TextTower tower)
            throws ProblemException {
        if (plan.padding().isEmpty()) {
            return OptionalInt.empty();
        }
        TokenizerPlan.Padding padding = plan.padding().get();
        int id = tokenizer.idOf(padding.piece()).orElse(padding.otherwise());
        if (id >= tower.vocabularySize()) {
            throw new ProblemException(
                    new Problem.BadModelFile(plan.source().orElseThrow().file(), TEXTS.get("text.padding", id)));
        }
        return OptionalInt.of(id);
    }

    /// Turns a text into tokens, cut to the model's context with the end token kept.
    ///
    /// @throws ProblemException if the model came without pieces
    TokenizedText tokenize(String text) throws ProblemException {
        return tokenizer().tokenize(text);
    }

    /// {@return every piece of a text, those that are cut off too}
    ///
    /// @throws ProblemException if the model came without pieces
    List<TextPiece> pieces(String text) throws ProblemException {
        return tokenizer().pieces(text);
    }

    /// {@return what the text tower is given for a text}
    ///
    /// One that is read at its end token is given the text up to the first of them, which a text may spell
    /// out: what follows has no influence. One that sees the whole context is given all of it.
    List<Integer> row(TokenizedText text) throws ProblemException {
        List<Integer> ids = text.ids();
        if (padding.isPresent()) {
            List<Integer> filled = new ArrayList<>(ids);
            filled.addAll(Collections.nCopies(contextLength - ids.size(), padding.getAsInt()));
            return filled;
        }
        int end = ids.indexOf(tokenizer().endToken());
        return end < 0 ? ids : ids.subList(0, end + 1);
    }

    private Tokenizer tokenizer() throws ProblemException {
        return tokenizer.orElseThrow(() -> new ProblemException(new Problem.MissingTokenizer(location)));
    }

    @Override
    public void close() {
        tokenizer.ifPresent(Tokenizer::close);
    }
}
