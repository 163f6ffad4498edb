package clipscope.clip.layout;

import clipscope.clip.text.TextRule;
import clipscope.clip.text.TokenizerSource;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.util.Optional;

/// How the prompts of CLIP models become tokens.
final class ClipTokens {

    private static final Texts TEXTS = Texts.beside(ClipTokens.class);

    private static final int VOCABULARY = 49_408; // simple_tokenizer.py of openai/CLIP
    private static final int END = 49_407; // its last piece

    private ClipTokens() {}

    /// {@return the plan for a causal text tower that Hugging Face reads at the end token}
    ///
    /// The end token's id in a config is no help: the old ones all say 2, which is wrong, and newer ones may
    /// mean it. With CLIP's own vocabulary it is the last piece; else the tokenizer says it.
    ///
    /// **Source:** pull request 24773 of huggingface/transformers.
    static TokenizerPlan atTheEnd(ModelFiles files, int vocabulary, FactSheet facts) throws ProblemException {
        Optional<TokenizerSource> source = pieces(files, facts);
        if (vocabulary == VOCABULARY) {
            facts.assume(
                    TEXTS.get("fact.pooling"),
                    TEXTS.get("pooling.token", Integer.toString(END)),
                    TEXTS.get("why.vocabulary"));
            return plan(files, source, Optional.of(END));
        }
        facts.assume(TEXTS.get("fact.pooling"), TEXTS.get("pooling.end"), TEXTS.get("why.tokenizer"));
        return plan(files, source, Optional.empty());
    }

    /// {@return the plan for a causal text tower that is read at the highest token, which must be the end}
    ///
    /// **Source:** `encode_text` in `clip/model.py` of openai/CLIP, and `text_global_pool` in
    /// `src/open_clip/transformer.py` of mlfoundations/open_clip.
    static TokenizerPlan atTheHighest(ModelFiles files, int vocabulary, FactSheet facts) throws ProblemException {
        Optional<TokenizerSource> source = pieces(files, facts);
        int end = vocabulary - 1;
        facts.assume(
                TEXTS.get("fact.pooling"), TEXTS.get("pooling.token", Integer.toString(end)), TEXTS.get("why.highest"));
        return plan(files, source, Optional.of(end));
    }

    private static Optional<TokenizerSource> pieces(ModelFiles files, FactSheet facts) throws ProblemException {
        Optional<TokenizerSource> source = TokenizerFiles.ofClip(files);
        note(source, facts);
        return source;
    }

    private static TokenizerPlan plan(ModelFiles files, Optional<TokenizerSource> source, Optional<Integer> end)
            throws ProblemException {
        return new TokenizerPlan(source, TextRule.AS_WRITTEN, end, Optional.empty(), files.first("words.txt"));
    }

    /// Notes where the pieces are.
    static void note(Optional<TokenizerSource> source, FactSheet facts) {
        if (source.isEmpty()) {
            facts.assume(TEXTS.get("fact.tokenizer"), TEXTS.get("tokenizer.none"), TEXTS.get("why.none"));
            return;
        }
        String form = switch (source.get()) {
            case TokenizerSource.Json _ -> TEXTS.get("tokenizer.json");
            case TokenizerSource.VocabularyAndMerges _ -> TEXTS.get("tokenizer.vocabulary");
            case TokenizerSource.Merges _ -> TEXTS.get("tokenizer.merges");
            case TokenizerSource.SentencePiece _ -> TEXTS.get("tokenizer.sentencepiece");
        };
        facts.read(TEXTS.get("fact.tokenizer"), form, source.get().file());
    }
}
