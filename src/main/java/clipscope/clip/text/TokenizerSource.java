package clipscope.clip.text;

import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The file that holds a model's pieces, in one of the forms in use.
///
/// **Thread:** Immutable.
public sealed interface TokenizerSource {

    long MAX_BYTES = 256L << 20; // the tokenizer.json of XLM-V, with 901,629 pieces, has 60 MB

    /// {@return the file that a fault is reported of}
    Path file();

    /// {@return all files that decide what a text becomes}
    default List<Path> files() {
        return List.of(file());
    }

    /// {@return the `tokenizer.json` that means the same}
    ///
    /// @param vocabularySize how many pieces the text tower has embeddings for
    /// @throws ProblemException if the file cannot be read or is damaged
    String json(int vocabularySize) throws ProblemException;

    /// A `tokenizer.json`: pieces and all rules.
    record Json(Path file) implements TokenizerSource {

        @Override
        public String json(int vocabularySize) throws ProblemException {
            return ModelTextFile.read(file, MAX_BYTES);
        }
    }

    /// A `vocab.json` and a `merges.txt`: the pieces of CLIP's older folders, whose rules are CLIP's.
    record VocabularyAndMerges(Path file, Path merges) implements TokenizerSource {

        @Override
        public List<Path> files() {
            return List.of(file, merges);
        }

        @Override
        public String json(int vocabularySize) throws ProblemException {
            Map<String, Integer> ids = VocabularyFile.read(file);
            return ClipTokenizerJson.brief(ids, MergeFile.read(merges).allFor(ids.keySet()));
        }
    }

    /// A list of merges alone, which is all that CLIP's pieces are made from.
    record Merges(Path file) implements TokenizerSource {

        @Override
        public String json(int vocabularySize) throws ProblemException {
            MergeFile.Pieces pieces = MergeFile.read(file).piecesFor(vocabularySize);
            return ClipTokenizerJson.brief(pieces.ids(), pieces.merges());
        }
    }

    /// A SentencePiece model of the unigram kind, as SigLIP has it.
    record SentencePiece(Path file) implements TokenizerSource {

        @Override
        public String json(int vocabularySize) throws ProblemException {
            return SentencePieceFile.read(file).json();
        }
    }
}
