package clipscope.clip.layout;

import clipscope.clip.text.TextRule;
import clipscope.clip.text.TokenizerSource;
import java.nio.file.Path;
import java.util.Optional;

/// How the prompts of CLIP models become tokens.
final class ClipTokens {

    private static final int VOCABULARY = 49_408; // simple_tokenizer.py of openai/CLIP
    private static final int END = 49_407; // its last piece

    private ClipTokens() {}

    /// {@return the plan for a causal text tower that is read at the end token}
    ///
    /// The end token's id in a config is no help: the old ones all say 2, which is wrong, and newer ones may
    /// mean it. With CLIP's own vocabulary it is the last piece; else the tokenizer says it.
    ///
    /// **Source:** pull request 24773 of huggingface/transformers.
    static TokenizerPlan plan(ModelFiles files, int vocabulary, FactSheet facts) {
        Optional<TokenizerSource> source = TokenizerFiles.in(files);
        Optional<Path> words = files.first("words.txt");
        Optional<Integer> end = vocabulary == VOCABULARY ? Optional.of(END) : Optional.empty();
        note(source, facts);
        facts.assume(
                "pooling of texts",
                end.isPresent() ? "at the first token " + END : "at the first end token",
                end.isPresent() ? "the vocabulary is CLIP's" : "the tokenizer says which it is");
        return new TokenizerPlan(source, TextRule.AS_WRITTEN, end, Optional.empty(), words);
    }

    /// Notes where the pieces are.
    static void note(Optional<TokenizerSource> source, FactSheet facts) {
        if (source.isEmpty()) {
            facts.assume("tokenizer", "none", "no file beside the weights has pieces");
            return;
        }
        String form = switch (source.get()) {
            case TokenizerSource.Json _ -> "pieces and rules";
            case TokenizerSource.VocabularyAndMerges _ -> "pieces and merges, by the rules of CLIP";
            case TokenizerSource.Merges _ -> "merges, by the rules of CLIP";
            case TokenizerSource.SentencePiece _ -> "a SentencePiece model";
        };
        facts.read("tokenizer", form, source.get().file());
    }
}
