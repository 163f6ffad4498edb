package clipscope.clip.weights;

import clipscope.clip.weights.file.MalformedFileException;
import clipscope.language.Texts;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the JSON header of a safetensors file, token by token, and believes none of it.
///
/// A reader that binds JSON to objects would take a dimension of 2.5 as 2 and pass on whatever the library
/// throws.
final class SafetensorsHeader {

    private static final Texts TEXTS = Texts.beside(SafetensorsHeader.class);

    private static final String METADATA = "__metadata__"; // free text about the file, of no use to us
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}"); // fits a long
    private static final int MAX_DIMENSIONS = 8; // no weight of a network has more
    private static final List<String> FIELDS = List.of("dtype", "shape", "data_offsets");

    private final JsonReader json;

    private SafetensorsHeader(JsonReader json) {
        this.json = json;
    }

    /// {@return the tensors by name}
    ///
    /// @param dataBytes the size of what follows the header
    static Map<String, TensorEntry> parse(byte[] header, long dataBytes) throws MalformedFileException {
        try (JsonReader json = new JsonReader(new StringReader(decode(header)))) {
            json.setStrictness(Strictness.STRICT);
            SortedMap<String, TensorEntry> entries = new SafetensorsHeader(json).entries();
            checkLayout(entries.values().stream().toList(), dataBytes);
            return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        } catch (MalformedFileException e) {
            throw e;
        } catch (IOException e) {
            MalformedFileException fault = new MalformedFileException(TEXTS.get("header.json"));
            fault.initCause(e);
            throw fault;
        }
    }

    private static String decode(byte[] header) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder() // reports malformed bytes, unlike a String's constructor
                .decode(ByteBuffer.wrap(header))
                .toString();
    }

    /// The tensors must fill the data without a gap: then no two share bytes, and nothing hides between
    /// them.
    private static void checkLayout(List<TensorEntry> entries, long dataBytes) throws MalformedFileException {
        for (TensorEntry entry : entries) {
            if (!entry.hasItsSize()) {
                throw new MalformedFileException(TEXTS.get("tensor.size", entry.name()));
            }
            if (entry.end() > dataBytes) {
                throw new MalformedFileException(TEXTS.get("tensor.beyond", entry.name()));
            }
        }
        long end = 0;
        List<TensorEntry> inOrder = entries.stream()
                .sorted(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
                .toList();
        for (TensorEntry entry : inOrder) {
            if (entry.begin() != end) {
                throw new MalformedFileException(TEXTS.get("tensor.overlap", entry.name()));
            }
            end = entry.end();
        }
        if (end != dataBytes) {
            throw new MalformedFileException(TEXTS.get("tensor.bytes", end, dataBytes));
        }
    }

    private SortedMap<String, TensorEntry> entries() throws IOException {
        SortedMap<String, TensorEntry> entries = new TreeMap<>();
        expect(JsonToken.BEGIN_OBJECT, TEXTS.get("header"));
        json.beginObject();
        while (json.peek() == JsonToken.NAME) {
            String name = json.nextName();
            if (name.equals(METADATA)) {
                json.skipValue();
            } else if (entries.put(name, entry(name)) != null) {
                throw new MalformedFileException(TEXTS.get("tensor.twice", name));
            }
        }
        json.endObject();
        expect(JsonToken.END_DOCUMENT, TEXTS.get("header.end"));
        return entries;
    }

    private TensorEntry entry(String name) throws IOException {
        Set<String> seen = new HashSet<>();
        String type = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        expect(JsonToken.BEGIN_OBJECT, name);
        json.beginObject();
        while (json.peek() == JsonToken.NAME) {
            String field = json.nextName();
            if (!seen.add(field)) {
                throw new MalformedFileException(TEXTS.get("tensor.field.twice", name, field));
            }
            switch (field) {
                case "dtype" -> type = string(name);
                case "shape" -> shape = wholeNumbers(name, MAX_DIMENSIONS);
                case "data_offsets" -> offsets = wholeNumbers(name, 2);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (!seen.containsAll(FIELDS) || offsets.size() != 2) {
            throw new MalformedFileException(TEXTS.get("tensor.lacks", name));
        }
        String typeName = type;
        DType dtype = DType.named(typeName)
                .orElseThrow(() -> new MalformedFileException(TEXTS.get("tensor.type", name, typeName)));
        return new TensorEntry(name, dtype, shape, offsets.getFirst(), offsets.getLast());
    }

    private String string(String name) throws IOException {
        expect(JsonToken.STRING, name);
        return json.nextString();
    }

    private List<Long> wholeNumbers(String name, int most) throws IOException {
        List<Long> numbers = new ArrayList<>();
        expect(JsonToken.BEGIN_ARRAY, name);
        json.beginArray();
        while (json.peek() == JsonToken.NUMBER) {
            String number = json.nextString();
            if (!WHOLE_NUMBER.matcher(number).matches()) {
                throw new MalformedFileException(TEXTS.get("tensor.number", name, number));
            }
            if (numbers.size() == most) {
                throw new MalformedFileException(TEXTS.get("tensor.list", name, most));
            }
            numbers.add(Long.valueOf(number));
        }
        expect(JsonToken.END_ARRAY, name);
        json.endArray();
        return numbers;
    }

    private void expect(JsonToken token, String where) throws IOException {
        if (json.peek() != token) {
            throw new MalformedFileException(TEXTS.get("header.form", where));
        }
    }
}
