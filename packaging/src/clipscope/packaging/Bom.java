package clipscope.packaging;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The list of what is in the package, for other programs (CycloneDX, JSON).
///
/// Maven makes it of what libraries say of themselves. Here it becomes true of the package: licences as their texts
/// are, the hash of each jar as it lies there (native libraries have been taken out of some), and the runtime.
///
/// @param root altered by what is done with it
record Bom(JsonObject root) {

    static Bom read(Path file) throws IOException {
        return new Bom(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }

    /// {@return the libraries}
    List<JsonObject> components() {
        List<JsonObject> components = new ArrayList<>();
        for (JsonElement each : root.getAsJsonArray("components")) {
            components.add(each.getAsJsonObject());
        }
        return components;
    }

    /// @param byGroup the licence of all libraries of a group, where their descriptions are wrong
    void correctLicences(Map<String, String> byGroup) {
        for (JsonObject component : components()) {
            String licence = byGroup.get(component.get("group").getAsString());
            if (licence != null) {
                component.add("licenses", licences(licence));
            }
        }
    }

    /// Writes it for a program's folder.
    void write(Path target, Path image) throws IOException {
        for (JsonObject component : components()) {
            String name = component.get("name").getAsString() + "-"
                    + component.get("version").getAsString();
            for (Path jar : Folders.files(image.resolve("lib"), ".jar")) {
                if (jar.getFileName().toString().startsWith(name)) {
                    component.add("hashes", hashes(jar));
                }
            }
        }
        root.getAsJsonArray("components").add(runtime(image.resolve("runtime/release")));
        Files.writeString(
                target,
                new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(root));
    }

    private static JsonObject runtime(Path release) throws IOException {
        Properties facts = new Properties();
        try (var in = Files.newBufferedReader(release)) {
            facts.load(in);
        }
        JsonObject runtime = new JsonObject();
        runtime.addProperty("type", "platform");
        runtime.addProperty("bom-ref", "openjdk");
        runtime.addProperty("name", "openjdk");
        runtime.addProperty("version", facts.getProperty("JAVA_VERSION").replace("\"", ""));
        runtime.add("licenses", licences("GPL-2.0-with-classpath-exception"));
        return runtime;
    }

    private static JsonArray licences(String id) {
        JsonObject licence = new JsonObject();
        licence.addProperty("id", id);
        JsonObject choice = new JsonObject();
        choice.add("license", licence);
        return arrayOf(choice);
    }

    private static JsonArray hashes(Path jar) throws IOException {
        JsonObject hash = new JsonObject();
        hash.addProperty("alg", "SHA-256");
        hash.addProperty("content", Checksums.sha256(jar));
        return arrayOf(hash);
    }

    private static JsonArray arrayOf(JsonObject only) {
        JsonArray array = new JsonArray();
        array.add(only);
        return array;
    }
}
