package clipscope.clip.layout;

import clipscope.clip.text.ModelTextFile;
import clipscope.language.Texts;
import clipscope.problem.JsonFault;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The fields of a JSON object in a file from outside: each is checked as it is read, and a fault names it.
///
/// A field that is null counts as absent, as the reference implementation treats it.
///
/// **Thread:** Confined to its owner.
final class JsonFields {

    private static final Texts TEXTS = Texts.beside(JsonFields.class);

    private static final long MAX_BYTES = 16L << 20; // the largest published config.json has 5 kB
    private static final TypeAdapter<JsonElement> ELEMENTS = new Gson().getAdapter(JsonElement.class);

    private final Path file;
    private final String path;
    private final JsonObject object;

    private JsonFields(Path file, String path, JsonObject object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    /// {@return the fields of a file's one object}
    ///
    /// @throws ProblemException if the file cannot be read or is no JSON object
    static JsonFields read(Path file) throws ProblemException {
        String text = ModelTextFile.read(file, MAX_BYTES);
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            if (ELEMENTS.read(json) instanceof JsonObject object && json.peek() == JsonToken.END_DOCUMENT) {
                return new JsonFields(file, "", object);
            }
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("json.object")));
        } catch (IOException | JsonParseException e) { // malformed, cut off or too deep
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("json.none", JsonFault.in(e))), e);
        }
    }

    Path file() {
        return file;
    }

    /// {@return the file's name and the key, for a certificate}
    String where(String key) {
        return file.getFileName() + ": " + path + key;
    }

    /// {@return that the file lacks the key, for a certificate}
    String without(String key) {
        return TEXTS.get("without", path + key, String.valueOf(file.getFileName()));
    }

    /// {@return all keys of the object}
    Set<String> keys() {
        return object.keySet();
    }

    boolean has(String key) {
        return element(key).isPresent();
    }

    boolean isObject(String key) {
        return element(key).filter(JsonElement::isJsonObject).isPresent();
    }

    boolean isList(String key) {
        return element(key).filter(JsonElement::isJsonArray).isPresent();
    }

    /// {@return the value as JSON writes it}
    String json(String key) {
        return element(key).map(JsonFields::shortened).orElse("null");
    }

    /// {@return the object of that name, empty if it is absent}
    Optional<JsonFields> object(String key) throws ProblemException {
        Optional<JsonElement> element = element(key);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        if (element.get() instanceof JsonObject child) {
            return Optional.of(new JsonFields(file, path + key + ".", child));
        }
        throw bad(key, element.get(), TEXTS.get("json.an.object"));
    }

    /// {@return no fields at all, under the name that a fault would be reported with}
    JsonFields emptyObject(String key) {
        return new JsonFields(file, path + key + ".", new JsonObject());
    }

    Optional<String> text(String key) throws ProblemException {
        Optional<JsonElement> element = element(key);
        if (element.isPresent() && !(element.get() instanceof JsonPrimitive value && value.isString())) {
            throw bad(key, element.get(), TEXTS.get("json.text"));
        }
        return element.map(JsonElement::getAsString);
    }

    boolean flag(String key, boolean otherwise) throws ProblemException {
        Optional<JsonElement> element = element(key);
        if (element.isPresent() && !(element.get() instanceof JsonPrimitive value && value.isBoolean())) {
            throw bad(key, element.get(), TEXTS.get("json.flag"));
        }
        return element.map(JsonElement::getAsBoolean).orElse(otherwise);
    }

    /// {@return a whole number from 1 to the limit}
    int count(String key, int otherwise, int limit) throws ProblemException {
        return (int) number(key, otherwise, 1, limit, true);
    }

    /// {@return a whole number from 0 to the limit}
    int index(String key, int otherwise, int limit) throws ProblemException {
        return (int) number(key, otherwise, 0, limit, true);
    }

    double number(String key, double otherwise, double low, double high) throws ProblemException {
        return number(key, otherwise, low, high, false);
    }

    private double number(String key, double otherwise, double low, double high, boolean whole)
            throws ProblemException {
        Optional<JsonElement> element = element(key);
        return element.isEmpty() ? otherwise : checked(key, element.get(), low, high, whole);
    }

    /// {@return a list of so many numbers, empty if it is absent}
    Optional<List<Float>> numbers(String key, int size, double low, double high) throws ProblemException {
        return numbers(key, size, low, high, false)
                .map(numbers -> numbers.stream().map(Double::floatValue).toList());
    }

    private Optional<List<Double>> numbers(String key, int size, double low, double high, boolean whole)
            throws ProblemException {
        Optional<JsonElement> element = element(key);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        if (!(element.get() instanceof JsonArray array) || array.size() != size) {
            throw bad(key, element.get(), TEXTS.get("json.numbers", size));
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonElement item : array) {
            numbers.add(checked(key, item, low, high, whole));
        }
        return Optional.of(numbers);
    }

    /// {@return a list of so many whole numbers from 1 to the limit}
    List<Integer> counts(String key, int size, int limit) throws ProblemException {
        return numbers(key, size, 1, limit, true).orElse(List.of()).stream()
                .map(Double::intValue)
                .toList();
    }

    /// {@return the texts in a list, empty if it is absent}
    List<String> texts(String key) {
        return element(key).filter(JsonElement::isJsonArray).stream()
                .flatMap(array -> array.getAsJsonArray().asList().stream())
                .filter(item -> item instanceof JsonPrimitive value && value.isString())
                .map(JsonElement::getAsString)
                .toList();
    }

    private double checked(String key, JsonElement element, double low, double high, boolean whole)
            throws ProblemException {
        String range = whole
                ? TEXTS.get("json.whole", (long) low, (long) high)
                : TEXTS.get("json.number", String.valueOf(low), String.valueOf(high));
        if (!(element instanceof JsonPrimitive value && value.isNumber())) {
            throw bad(key, element, range);
        }
        double number = element.getAsDouble();
        if (!(number >= low && number <= high) || (whole && number != Math.rint(number))) {
            throw bad(key, element, range);
        }
        return number;
    }

    private Optional<JsonElement> element(String key) {
        return Optional.ofNullable(object.get(key)).filter(element -> !element.isJsonNull());
    }

    private ProblemException bad(String key, JsonElement found, String expected) {
        return new ProblemException(
                new Problem.BadModelFile(file, TEXTS.get("json.bad", path + key, shortened(found), expected)));
    }

    private static String shortened(JsonElement value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
