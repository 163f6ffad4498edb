package clipscope.clip.layout;

import clipscope.clip.text.TokenizerSource;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the file that holds a model's pieces.
final class TokenizerFiles {

    private static final String[] MERGES = {
        "merges.txt", "bpe_simple_vocab_16e6.txt.gz", "bpe_simple_vocab_16e6.txt" // the latter as openai/CLIP has it
    };

    private TokenizerFiles() {}

    /// {@return the pieces that lie in a folder, in the form that says most}
    static Optional<TokenizerSource> in(ModelFiles files) {
        Optional<Path> json = files.first("tokenizer.json");
        if (json.isPresent()) {
            return Optional.of(new TokenizerSource.Json(json.get()));
        }
        Optional<Path> vocabulary = files.first("vocab.json");
        Optional<Path> merges = files.first(MERGES);
        if (vocabulary.isPresent() && merges.isPresent()) {
            return Optional.of(new TokenizerSource.VocabularyAndMerges(vocabulary.get(), merges.get()));
        }
        Optional<Path> sentencePiece = files.first("spiece.model", "sentencepiece.bpe.model");
        if (sentencePiece.isPresent()) {
            return Optional.of(new TokenizerSource.SentencePiece(sentencePiece.get()));
        }
        return merges.map(TokenizerSource.Merges::new);
    }
}
