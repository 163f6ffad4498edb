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

    /// {@return the pieces of a CLIP model that lie in a folder, in the form that says most}
    ///
    /// A SentencePiece model is not among them: the ids of XLM-R's, which MetaCLIP 2 has, are shifted against
    /// the places in it, and only the `tokenizer.json` beside it says so.
    static Optional<TokenizerSource> ofClip(ModelFiles files) {
        Optional<Path> vocabulary = files.first("vocab.json");
        Optional<Path> merges = files.first(MERGES);
        if (vocabulary.isPresent() && merges.isPresent()) {
            return json(files)
                    .or(() -> Optional.of(new TokenizerSource.VocabularyAndMerges(vocabulary.get(), merges.get())));
        }
        return json(files).or(() -> merges.map(TokenizerSource.Merges::new));
    }

    /// {@return the pieces of a SigLIP model}
    static Optional<TokenizerSource> ofSiglip(ModelFiles files) {
        return json(files).or(() -> files.first("spiece.model").map(TokenizerSource.SentencePiece::new));
    }

    private static Optional<TokenizerSource> json(ModelFiles files) {
        return files.first("tokenizer.json").map(TokenizerSource.Json::new);
    }
}
