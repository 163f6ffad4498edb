package clipscope.clip.text;

import clipscope.language.Texts;
import clipscope.problem.JsonFault;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/// A `vocab.json`: pieces with their ids.
final class VocabularyFile {

    private static final Texts TEXTS = Texts.beside(VocabularyFile.class);

    private static final int MAX_ID = 10_000_000; // the largest vocabulary has 900,000

    private VocabularyFile() {}

    /// {@return the ids by piece, CLIP's start and end among them}
    ///
    /// @throws ProblemException if the file cannot be read or is none
    static Map<String, Integer> read(Path file) throws ProblemException {
        String text = ModelTextFile.read(file, TokenizerSource.MAX_BYTES);
        Map<String, Integer> ids = new LinkedHashMap<>();
        BitSet given = new BitSet();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                String piece = json.nextName();
                int id = id(json, piece);
                if (given.get(id)) {
                    throw new IllegalStateException("%s has the id %d of another piece".formatted(piece, id));
                }
                given.set(id);
                if (ids.put(piece, id) != null) {
                    throw new IllegalStateException(piece + " is in it twice");
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalStateException("something follows its last brace");
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException e) { // each is a fault in the text
            throw bad(file, TEXTS.get("vocabulary.none", JsonFault.in(e)), e);
        }
        if (!ids.containsKey(ClipTokenizerJson.START) || !ids.containsKey(ClipTokenizerJson.END)) {
            throw bad(file, TEXTS.get("tokens.none", ClipTokenizerJson.START, ClipTokenizerJson.END), null);
        }
        return ids;
    }

    private static int id(JsonReader json, String piece) throws IOException {
        if (json.peek() != JsonToken.NUMBER) {
            throw new IllegalStateException(piece + " has an id that is no number");
        }
        long id = json.nextLong();
        if (id < 0 || id > MAX_ID) {
            throw new IllegalStateException("%s has the id %d".formatted(piece, id));
        }
        return (int) id;
    }

    private static ProblemException bad(Path file, String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        Problem problem = new Problem.BadModelFile(file, reason);
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
