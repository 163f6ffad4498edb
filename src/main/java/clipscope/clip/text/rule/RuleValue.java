package clipscope.clip.text.rule;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a rule as maps, lists, texts and numbers, however many a hostile file has of them.
final class RuleValue {

    private static final int MOST = 20_000; // values; the rules of published files have a few dozen
    private static final String NOTHING = ""; // what null is read as: no rule tells the two apart

    private final JsonReader json;
    private int values;

    private RuleValue(JsonReader json) {
        this.json = json;
    }

    /// {@return a map from texts, a list, a text, a [Double] or a [Boolean]}
    ///
    /// @throws IllegalStateException if there is no end to it
    static Object read(JsonReader json) throws IOException {
        return new RuleValue(json).value();
    }

    private Object value() throws IOException {
        if (++values > MOST) {
            throw new IllegalStateException("more rules than any tokenizer has");
        }
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> list();
            case STRING -> json.nextString();
            case NUMBER -> json.nextDouble();
            case BOOLEAN -> json.nextBoolean();
            case NULL, NAME, END_ARRAY, END_OBJECT, END_DOCUMENT -> {
                json.skipValue();
                yield NOTHING;
            }
        };
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (fields.put(name, value()) != null) {
                throw new IllegalStateException("a rule that says twice what its %s is".formatted(name));
            }
        }
        json.endObject();
        return fields;
    }

    private List<Object> list() throws IOException {
        List<Object> items = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            items.add(value());
        }
        json.endArray();
        return items;
    }
}
