package clipscope.session.file;

import clipscope.language.Texts;
import clipscope.session.file.SessionJson.Malformed;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fields of a file that came from anywhere: each is of its kind, or the file is refused with the field's
/// name.
final class Fields {

    private static final Texts TEXTS = Texts.beside(Fields.class);

    private Fields() {}

    static boolean isTrue(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() && element.getAsBoolean();
    }

    static JsonArray array(JsonObject parent, String name) throws Malformed {
        JsonElement element = parent.get(name);
        if (element == null) {
            return new JsonArray();
        }
        if (!(element instanceof JsonArray array)) {
            throw new Malformed(TEXTS.get("list", name));
        }
        return array;
    }

    /// {@return an object, an empty one if there is none of that name}
    static JsonObject object(JsonObject parent, String name) throws Malformed {
        JsonElement element = parent.get(name);
        if (element == null) {
            return new JsonObject();
        }
        if (!(element instanceof JsonObject object)) {
            throw new Malformed(TEXTS.get("object", name));
        }
        return object;
    }

    static List<String> texts(JsonObject parent, String name) throws Malformed {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(parent, name)) {
            texts.add(text(element, name));
        }
        return texts;
    }

    static String text(JsonObject parent, String name) throws Malformed {
        return text(parent.get(name), name);
    }

    static String text(@Nullable JsonElement element, String name) throws Malformed {
        if (element == null
                || !element.isJsonPrimitive()
                || !element.getAsJsonPrimitive().isString()) {
            throw new Malformed(TEXTS.get("text", name));
        }
        return element.getAsString();
    }

    static double number(JsonObject parent, String name) throws Malformed {
        return number(parent.get(name), name);
    }

    private static double number(@Nullable JsonElement element, String name) throws Malformed {
        if (element == null
                || !element.isJsonPrimitive()
                || !element.getAsJsonPrimitive().isNumber()) {
            throw new Malformed(TEXTS.get("number", name));
        }
        double value = element.getAsDouble();
        if (!Double.isFinite(value)) {
            throw new Malformed(TEXTS.get("number", name));
        }
        return value;
    }

    /// {@return a whole number}
    ///
    /// @param most that it may be; it may not be below the least
    static int whole(JsonObject parent, String name, int least, int most) throws Malformed {
        return whole(parent.get(name), name, least, most);
    }

    static int whole(@Nullable JsonElement element, String name, int least, int most) throws Malformed {
        double value = number(element, name);
        if (value != Math.rint(value) || value < least || value > most) {
            throw new Malformed(TEXTS.get("whole", name, least, most));
        }
        return (int) value;
    }
}
