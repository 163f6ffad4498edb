package clipscope.clip.text;

import clipscope.file.ReadFault;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// A list of merges, one pair of pieces a line: a `merges.txt`, or OpenAI's `bpe_simple_vocab_16e6.txt.gz`.
///
/// **Thread:** Immutable.
///
/// **Source:** `SimpleTokenizer.__init__` in `clip/simple_tokenizer.py` of openai/CLIP.
final class MergeFile {

    private static final Texts TEXTS = Texts.beside(MergeFile.class);

    private static final int MAX_BYTES = 64 << 20; // OpenAI's list has 3 MB unpacked
    private static final int NOT_MERGED = 2 * 256 + 2; // bytes, bytes at the end of a word, start, end

    private static final int SPECIAL = 2; // start and end: no merge makes them
    private static final int TOLERATED = 100; // one piece in so many may be a special one of the model's own

    private final Path file;
    private final List<String> merges;

    private MergeFile(Path file, List<String> merges) {
        this.file = file;
        this.merges = List.copyOf(merges);
    }

    /// Pieces with their ids, and the merges that make them.
    record Pieces(Map<String, Integer> ids, List<String> merges) {}

    /// Reads the list, a line about its version left out.
    ///
    /// @throws ProblemException if the file cannot be read, or a line is no pair
    static MergeFile read(Path file) throws ProblemException {
        List<String> lines = text(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.contains("#version"))
                .toList();
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (space <= 0 || space == line.length() - 1 || line.indexOf(' ', space + 1) >= 0) {
                throw bad(file, TEXTS.get("merges.pair", shortened(line)));
            }
        }
        return new MergeFile(file, lines);
    }

    /// {@return all merges, for pieces whose ids another file has}
    ///
    /// @param vocabulary those pieces; one that no merge makes is never found in a text
    /// @throws ProblemException if they are so many that the list must be cut off
    List<String> allFor(Set<String> vocabulary) throws ProblemException {
        Set<String> made = merges.stream().map(merge -> merge.replace(" ", "")).collect(Collectors.toSet());
        long lost = vocabulary.stream()
                .filter(piece -> !isByte(piece) && !made.contains(piece))
                .count();
        if (lost > SPECIAL && lost * TOLERATED > vocabulary.size()) {
            throw bad(file, TEXTS.get("merges.few", lost, vocabulary.size()));
        }
        return merges;
    }

    private static boolean isByte(String piece) {
        return piece.replace(ClipTokenizerJson.WORD_END, "").length() == 1;
    }

    /// {@return the pieces in CLIP's order: bytes, bytes at the end of a word, what the merges give, start,
    /// end}
    ///
    /// @param vocabularySize how many there must be; OpenAI's list is longer than what CLIP uses of it
    /// @throws ProblemException if there are too few merges
    Pieces piecesFor(int vocabularySize) throws ProblemException {
        int used = vocabularySize - NOT_MERGED;
        if (used < 0 || used > merges.size()) {
            throw bad(file, TEXTS.get("merges.count", merges.size(), vocabularySize, used));
        }
        Map<String, Integer> ids = new LinkedHashMap<>();
        ByteAlphabet.inOrder().forEach(piece -> ids.put(piece, ids.size()));
        ByteAlphabet.inOrder().forEach(piece -> ids.put(piece + ClipTokenizerJson.WORD_END, ids.size()));
        List<String> first = merges.subList(0, used);
        for (String merge : first) {
            if (ids.put(merge.replace(" ", ""), ids.size()) != null) {
                throw bad(file, TEXTS.get("merges.twice", shortened(merge)));
            }
        }
        ids.put(ClipTokenizerJson.START, ids.size());
        ids.put(ClipTokenizerJson.END, ids.size());
        return new Pieces(ids, first);
    }

    private static String text(Path file) throws ProblemException {
        if (!file.toString().endsWith(".gz")) {
            return ModelTextFile.read(file, MAX_BYTES);
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed(file)))) {
            byte[] bytes = unpacked.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw bad(file, TEXTS.get("file.bomb", MAX_BYTES));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("file.encoding")), e);
        } catch (IOException e) { // reading from memory: the fault is in the bytes
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("file.packed")), e);
        }
    }

    private static byte[] packed(Path file) throws ProblemException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                throw bad(file, TEXTS.get("merges.none"));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }

    private static String shortened(String line) {
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }

    private static ProblemException bad(Path file, String reason) {
        return new ProblemException(new Problem.BadModelFile(file, reason));
    }
}
