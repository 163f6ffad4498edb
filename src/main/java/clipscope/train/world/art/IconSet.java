package clipscope.train.world.art;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The drawings of one hand: a folder of an `@iconify-json` package.
///
/// **Thread:** Immutable.
///
/// **Source:** the types `IconifyJSON` and `IconifyMetaData` of iconify's documentation.
///
/// @param id the folder's name: `noto`
/// @param icons drawings by their names
/// @param otherNames of drawings that have more than one
/// @param codePoints the code points that a name stands for, where the package tells
/// @param groups where the package lists a name
record IconSet(
        String id,
        Map<String, Svg> icons,
        Map<String, List<String>> otherNames,
        Map<String, String> codePoints,
        Map<String, String> groups) {

    private static final double DEFAULT_SIDE = 16; // of iconify, where nothing else is said

    IconSet {
        icons = Map.copyOf(icons);
        otherNames = Map.copyOf(otherNames);
        codePoints = Map.copyOf(codePoints);
        groups = Map.copyOf(groups);
    }

    /// Reads a package.
    static IconSet read(Path folder) throws IOException {
        JsonObject json = json(folder.resolve("icons.json"));
        Map<String, Svg> icons = new LinkedHashMap<>();
        json.getAsJsonObject("icons")
                .entrySet()
                .forEach(each ->
                        icons.put(each.getKey(), svg(json, each.getValue().getAsJsonObject())));
        Map<String, List<String>> others = new HashMap<>();
        Optional.ofNullable(json.getAsJsonObject("aliases")).stream()
                .flatMap(aliases -> aliases.entrySet().stream())
                .forEach(each -> alias(each.getKey(), each.getValue().getAsJsonObject(), icons, others));
        Map<String, String> codePoints = new HashMap<>();
        json(folder.resolve("chars.json"))
                .entrySet()
                .forEach(each -> codePoints.merge(
                        each.getValue().getAsString(), each.getKey(), (a, b) -> a.length() <= b.length() ? a : b));
        Map<String, String> groups = new HashMap<>();
        Optional.ofNullable(json(folder.resolve("metadata.json")).getAsJsonObject("categories")).stream()
                .flatMap(categories -> categories.entrySet().stream())
                .forEach(each -> each.getValue()
                        .getAsJsonArray()
                        .forEach(name -> groups.put(name.getAsString(), each.getKey())));
        return new IconSet(String.valueOf(folder.getFileName()), icons, others, codePoints, groups);
    }

    private static JsonObject json(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new JsonObject();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Gson().fromJson(reader, JsonObject.class);
        }
    }

    private static Svg svg(JsonObject set, JsonObject icon) {
        return new Svg(
                icon.get("body").getAsString().replace("currentColor", "#000000"), // JSVG draws nothing in it
                number(icon, "left", 0),
                number(icon, "top", 0),
                number(icon, "width", number(set, "width", DEFAULT_SIDE)),
                number(icon, "height", number(set, "height", DEFAULT_SIDE)));
    }

    private static double number(JsonObject object, String name, double otherwise) {
        JsonElement value = object.get(name);
        return value == null ? otherwise : value.getAsDouble();
    }

    /// Another name of the same drawing, or the name of its mirror image.
    private static void alias(String name, JsonObject alias, Map<String, Svg> icons, Map<String, List<String>> others) {
        String parent = alias.get("parent").getAsString();
        Svg drawing = icons.get(parent);
        if (drawing == null || alias.has("rotate") || alias.has("vFlip")) {
            return;
        }
        if (alias.has("hFlip")) {
            icons.put(name, drawing.mirrored());
        } else {
            others.computeIfAbsent(parent, _ -> new ArrayList<>()).add(name);
        }
    }
}
