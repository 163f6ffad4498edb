package clipscope.clip.weights;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The JSON header of a safetensors file, read token by token.
///
/// A pull parser, because each way of binding JSON to objects lets something through: a key that comes
/// twice, a
/// dimension of 2.5, a number as a string.
final class SafetensorsHeader {

    private static final String METADATA = "__metadata__"; // text to text, about the file as a whole
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}"); // fits a long
    private static final int MAX_DIMENSIONS = 64; // PyTorch's own limit

    private final Path file;
    private final long dataBytes;

    SafetensorsHeader(Path file, long dataBytes) {
        this.file = file;
        this.dataBytes = dataBytes;
    }

    /// {@return the tensors by name, in the order of the data}
    ///
    /// @throws ProblemException if the header is not JSON of the right form, or lies about the data
    Map<String, TensorEntry> parse(MemorySegment header) throws ProblemException {
        try (JsonReader json = reader(header)) {
            List<TensorEntry> entries = tensors(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw bad("something follows the header's last brace");
            }
            return inOrder(entries);
        } catch (IOException e) { // malformed, cut off, too deep, or not UTF-8
            throw new ProblemException(new Problem.BadModelFile(file, "the header is not JSON: " + firstLine(e)), e);
        }
    }

    private static JsonReader reader(MemorySegment header) {
        JsonReader json = new JsonReader(new InputStreamReader(
                new SegmentInputStream(header),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        json.setStrictness(Strictness.STRICT);
        return json;
    }

    private List<TensorEntry> tensors(JsonReader json) throws IOException, ProblemException {
        List<TensorEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        expect(json, JsonToken.BEGIN_OBJECT, "the header");
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!names.add(name)) {
                throw bad("the header names %s twice".formatted(name));
            }
            if (name.equals(METADATA)) {
                skipMetadata(json);
            } else {
                entries.add(tensor(json, name));
            }
        }
        json.endObject();
        return entries;
    }

    private void skipMetadata(JsonReader json) throws IOException, ProblemException {
        expect(json, JsonToken.BEGIN_OBJECT, METADATA);
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            expect(json, JsonToken.STRING, METADATA + "." + key);
            json.skipValue();
        }
        json.endObject();
    }

    private TensorEntry tensor(JsonReader json, String name) throws IOException, ProblemException {
        String dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        expect(json, JsonToken.BEGIN_OBJECT, name);
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            switch (key) {
                case "dtype" -> {
                    once(dtype, name, key);
                    expect(json, JsonToken.STRING, name + ".dtype");
                    dtype = json.nextString();
                }
                case "shape" -> {
                    once(shape, name, key);
                    shape = numbers(json, name + ".shape");
                }
                case "data_offsets" -> {
                    once(offsets, name, key);
                    offsets = numbers(json, name + ".data_offsets");
                }
                default -> throw bad("%s has a key %s".formatted(name, key));
            }
        }
        json.endObject();
        if (dtype == null || shape == null || offsets == null) {
            throw bad(name + " lacks its type, shape or place");
        }
        return entry(name, dtype, shape, offsets);
    }

    private TensorEntry entry(String name, String dtype, List<Long> shape, List<Long> offsets) throws ProblemException {
        DType type = DType.named(dtype).orElseThrow(() -> bad("%s is of type %s".formatted(name, dtype)));
        if (offsets.size() != 2) {
            throw bad("%s has %d offsets".formatted(name, offsets.size()));
        }
        long begin = offsets.getFirst();
        long end = offsets.getLast();
        if (begin > end || end > dataBytes) {
            throw bad("%s lies at %,d to %,d of %,d bytes".formatted(name, begin, end, dataBytes));
        }
        if (end - begin != bytes(name, type, shape)) {
            throw bad("%s of shape %s as %s has %,d bytes".formatted(name, shape, type, end - begin));
        }
        return new TensorEntry(name, type, shape, begin, end);
    }

    private long bytes(String name, DType type, List<Long> shape) throws ProblemException {
        try {
            return TensorEntry.bytes(type, shape);
        } catch (ArithmeticException e) {
            throw new ProblemException(
                    new Problem.BadModelFile(file, "%s of shape %s is larger than any file".formatted(name, shape)), e);
        }
    }

    /// As the reference implementation: the tensors cover the data, without a gap and without an overlap.
    private Map<String, TensorEntry> inOrder(List<TensorEntry> entries) throws ProblemException {
        List<TensorEntry> sorted = entries.stream()
                .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
                .toList();
        Map<String, TensorEntry> result = new LinkedHashMap<>();
        long end = 0;
        for (TensorEntry entry : sorted) {
            if (entry.begin() != end) {
                throw bad("%s begins at byte %,d, but the tensor before it ends at %,d"
                        .formatted(entry.name(), entry.begin(), end));
            }
            end = entry.end();
            result.put(entry.name(), entry);
        }
        if (end != dataBytes) {
            throw bad("the tensors end at byte %,d of %,d".formatted(end, dataBytes));
        }
        return result;
    }

    private List<Long> numbers(JsonReader json, String where) throws IOException, ProblemException {
        List<Long> numbers = new ArrayList<>();
        expect(json, JsonToken.BEGIN_ARRAY, where);
        json.beginArray();
        while (json.hasNext()) {
            expect(json, JsonToken.NUMBER, where);
            String number = json.nextString();
            if (!WHOLE.matcher(number).matches()) {
                throw bad("%s holds %s".formatted(where, number));
            }
            if (numbers.size() == MAX_DIMENSIONS) {
                throw bad("%s has more than %d numbers".formatted(where, MAX_DIMENSIONS));
            }
            numbers.add(Long.parseLong(number));
        }
        json.endArray();
        return numbers;
    }

    private void once(@Nullable Object earlier, String name, String key) throws ProblemException {
        if (earlier != null) {
            throw bad("%s has its %s twice".formatted(name, key));
        }
    }

    private void expect(JsonReader json, JsonToken expected, String where) throws IOException, ProblemException {
        JsonToken found = json.peek();
        if (found != expected) {
            throw bad("%s is %s, not %s".formatted(where, words(found), words(expected)));
        }
    }

    private static String words(JsonToken token) {
        return switch (token) {
            case BEGIN_ARRAY -> "a list";
            case BEGIN_OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case END_ARRAY, END_OBJECT, END_DOCUMENT, NAME -> "nothing";
        };
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private ProblemException bad(String reason) {
        return new ProblemException(new Problem.BadModelFile(file, reason));
    }
}
