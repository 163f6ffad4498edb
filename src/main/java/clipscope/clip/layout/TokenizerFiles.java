package clipscope.clip.layout;

import clipscope.clip.text.ModelTextFile;
import clipscope.clip.text.TokenizerSource;
import clipscope.problem.ProblemException;
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
    ///
    /// @throws ProblemException if one of them is no file, or larger than such a file can be
    static Optional<TokenizerSource> ofClip(ModelFiles files) throws ProblemException {
        Optional<Path> vocabulary = files.first("vocab.json");
        Optional<Path> merges = files.first(MERGES);
        if (vocabulary.isPresent() && merges.isPresent()) {
            return checked(json(files)
                    .or(() -> Optional.of(new TokenizerSource.VocabularyAndMerges(vocabulary.get(), merges.get()))));
        }
        return checked(json(files).or(() -> merges.map(TokenizerSource.Merges::new)));
    }

    /// {@return the pieces of a SigLIP model}
    ///
    /// @throws ProblemException as [#ofClip]
    static Optional<TokenizerSource> ofSiglip(ModelFiles files) throws ProblemException {
        Optional<Path> pieces = files.first("spiece.model");
        return checked(json(files).or(() -> pieces.map(TokenizerSource.SentencePiece::new)));
    }

    /// A file that cannot be what it says is refused before the weights are read.
    private static Optional<TokenizerSource> checked(Optional<TokenizerSource> source) throws ProblemException {
        if (source.isPresent()) {
            for (Path file : source.get().files()) {
                ModelTextFile.checkSize(file, TokenizerSource.MAX_BYTES);
            }
        }
        return source;
    }

    private static Optional<TokenizerSource> json(ModelFiles files) throws ProblemException {
        return files.first("tokenizer.json").map(TokenizerSource.Json::new);
    }
}
