package clipscope.packaging;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The licences of all libraries: checked against those allowed, and written beside the program.
final class Licences {

    private static final Set<String> OURS = Set.of("clipscope.jar");

    private final Path rules;
    private final Set<String> allowed;

    private Licences(Path rules) throws IOException {
        this.rules = rules;
        this.allowed = new TreeSet<>(lines("allowed.txt"));
    }

    /// Writes `legal` into the program's folder.
    ///
    /// @param bom what libraries there are (CycloneDX, JSON)
    /// @throws IOException if a library has no licence that is allowed, or is not in the list
    static void write(Path bom, Path rules, Path image) throws IOException {
        new Licences(rules).check(bom, image);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(rules.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private void check(Path bom, Path image) throws IOException {
        JsonArray components =
                JsonParser.parseString(Files.readString(bom)).getAsJsonObject().getAsJsonArray("components");
        TreeMap<String, String> table = new TreeMap<>();
        Set<String> known = new TreeSet<>();
        List<String> refused = new ArrayList<>();
        for (JsonElement each : components) {
            JsonObject component = each.getAsJsonObject();
            String name = component.get("name").getAsString();
            String version = component.get("version").getAsString();
            known.add(name + "-" + version);
            Set<String> licences = licences(component);
            if (Collections.disjoint(licences, allowed)) {
                refused.add("%s %s has %s".formatted(name, version, licences));
            }
            table.put(name + " " + version, String.join(" or ", licences));
        }
        for (Path jar : Folders.files(image.resolve("lib"), ".jar")) {
            String file = jar.getFileName().toString();
            if (!OURS.contains(file) && known.stream().noneMatch(file::startsWith)) {
                refused.add(file + " is not in the list of libraries");
            }
        }
        if (!refused.isEmpty()) {
            throw new IOException("licences: " + String.join("; ", refused) + "; see " + rules);
        }
        writeTexts(table, image);
    }

    private Set<String> licences(JsonObject component) throws IOException {
        String group = component.get("group").getAsString();
        for (String line : lines("corrections.txt")) {
            String[] words = line.split(" ", 3);
            if (words[0].equals(group)) {
                return Set.of(words[1]);
            }
        }
        Set<String> found = new TreeSet<>();
        if (component.get("licenses") instanceof JsonArray all) {
            for (JsonElement each : all) {
                JsonObject choice = each.getAsJsonObject();
                JsonObject licence = choice.has("license") ? choice.getAsJsonObject("license") : choice;
                for (String key : List.of("id", "name", "expression")) {
                    if (licence.has(key)) {
                        found.add(licence.get(key).getAsString());
                    }
                }
            }
        }
        return found;
    }

    private void writeTexts(TreeMap<String, String> table, Path image) throws IOException {
        Path legal = Files.createDirectories(image.resolve("legal"));
        List<String> text = new ArrayList<>();
        text.add("ClipScope is licensed under the Apache License 2.0. It works with these libraries:");
        text.add("");
        table.forEach((library, licence) -> text.add("%-36s %s".formatted(library, licence)));
        text.add("");
        text.add("Inside of them, and beside them:");
        text.add("");
        text.addAll(lines("inside.txt"));
        Files.write(legal.resolve("LIBRARIES.txt"), text);
        for (Path licence : Folders.files(rules, ".txt")) {
            if (allowed.contains(licence.getFileName().toString().replace(".txt", ""))) {
                Files.copy(licence, legal.resolve(licence.getFileName().toString()));
            }
        }
        for (Path jar : Folders.files(image.resolve("lib"), ".jar")) {
            copyFromJar(jar, legal.resolve(jar.getFileName().toString().replace(".jar", "")));
        }
    }

    /// What a library says of itself.
    private static void copyFromJar(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName().toUpperCase(Locale.ROOT);
                if (name.matches("META-INF/(LICEN[CS]E|NOTICE|COPYING)(\\.TXT|\\.MD)?")) {
                    Files.createDirectories(folder);
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, folder.resolve(name.substring("META-INF/".length())));
                    }
                }
            }
        }
    }
}
