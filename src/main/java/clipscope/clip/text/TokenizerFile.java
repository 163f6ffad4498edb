package clipscope.clip.text;

import clipscope.clip.text.rule.TokenizerRules;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What has to be known of a `tokenizer.json` before native code gets it.
///
/// **Thread:** Immutable.
///
/// @param pieces one more than the highest id that a piece has
/// @param addedTokens the ids of the tokens that are no pieces of words, by their text
record TokenizerFile(long pieces, Map<String, Integer> addedTokens) {

    private static final Texts TEXTS = Texts.beside(TokenizerFile.class);

    /// An escaped surrogate without its other half. Native code ends the process over one.
    private static final Pattern HALF_A_PAIR = Pattern.compile(
            "\\\\u[dD][89abAB]\\p{XDigit}{2}(?!\\\\u[dD][c-fC-F])|(?<!\\\\u[dD][89abAB]\\p{XDigit}{2})\\\\u[dD][c-fC-F]");

    private static final int MAX_ID = Integer.MAX_VALUE - 1;

    TokenizerFile {
        addedTokens = Map.copyOf(addedTokens);
    }

    /// @param file the one that a problem is about
    /// @param json its text
    /// @throws ProblemException if it is no JSON of the right form
    static TokenizerFile parse(Path file, String json) throws ProblemException {
        if (json.contains("\\u") && HALF_A_PAIR.matcher(json).find()) { // most files have no escapes at all
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("tokenizer.half")));
        }
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            return new Reading(reader).file();
        } catch (IOException | IllegalStateException | IllegalArgumentException e) { // each is a fault in the text
            String reason = JsonFault.in(e);
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("tokenizer.none", reason)), e);
        }
    }

    Optional<Integer> id(String token) {
        return Optional.ofNullable(addedTokens.get(token));
    }

    /// One pass over the text, which may be tens of megabytes: so no tree of it is built.
    private static final class Reading {

        private final JsonReader json;
        private final Map<String, Integer> added = new HashMap<>();
        private long pieces;

        Reading(JsonReader json) {
            this.json = json;
        }

        TokenizerFile file() throws IOException {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "model" -> model();
                    case "added_tokens" -> addedTokens();
                    case "normalizer", "pre_tokenizer", "post_processor" ->
                        pieces = Math.max(pieces, TokenizerRules.check(json));
                    default -> json.skipValue();
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalStateException("something follows its last brace");
            }
            return new TokenizerFile(pieces, added);
        }

        private void model() throws IOException {
            String type = "";
            String prefix = "";
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "vocab" -> vocabulary();
                    case "type" -> type = json.nextString();
                    case "continuing_subword_prefix" -> prefix = textOrNull();
                    default -> json.skipValue();
                }
            }
            json.endObject();
            if (!prefix.isEmpty() && !type.equals("WordPiece")) { // native code cuts it off without a look
                throw new IllegalStateException("pieces of words with the prefix " + prefix);
            }
        }

        private String textOrNull() throws IOException {
            if (json.peek() == JsonToken.NULL) {
                json.nextNull();
                return "";
            }
            return json.nextString();
        }

        /// Pieces with their ids, or a list of pieces whose places are their ids.
        private void vocabulary() throws IOException {
            if (json.peek() == JsonToken.BEGIN_ARRAY) {
                long listed = 0;
                json.beginArray();
                while (json.hasNext()) {
                    json.skipValue();
                    listed++;
                }
                json.endArray();
                pieces = Math.max(pieces, listed); // added tokens may be pieces of the list too
                return;
            }
            json.beginObject();
            while (json.hasNext()) {
                String piece = json.nextName();
                id(piece);
            }
            json.endObject();
        }

        private void addedTokens() throws IOException {
            json.beginArray();
            while (json.hasNext()) {
                addedToken();
            }
            json.endArray();
        }

        private void addedToken() throws IOException {
            String content = "";
            int id = -1;
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "id" -> id = id("an added token");
                    case "content" -> content = json.nextString();
                    default -> json.skipValue();
                }
            }
            json.endObject();
            if (id < 0 || content.isEmpty()) {
                throw new IllegalStateException("an added token without id or content");
            }
            added.put(content, id);
        }

        private int id(String piece) throws IOException {
            long id = json.nextLong();
            if (id < 0 || id > MAX_ID) {
                throw new IllegalStateException("%s has the id %d".formatted(piece, id));
            }
            pieces = Math.max(pieces, id + 1);
            return (int) id;
        }
    }
}
