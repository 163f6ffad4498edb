package clipscope.packaging;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The licences of all libraries: checked against those allowed, and written beside the program.
final class Licences {

    private static final Set<String> OURS = Set.of("clipscope.jar");

    /// Licences that ask for the holder's notice to go along.
    private static final Set<String> WITH_NOTICE = Set.of("MIT", "BSD-3-Clause");

    private final Path rules;
    private final Set<String> allowed;
    private final Map<String, String> holders;

    private Licences(Path rules) throws IOException {
        this.rules = rules;
        this.allowed = new TreeSet<>(lines("allowed.txt"));
        this.holders = byGroup("holders.txt");
    }

    /// Writes `legal` into the program's folder.
    ///
    /// @param bom what libraries there are; their licences are corrected in it
    /// @throws IOException if a library has no licence that is allowed, lacks a notice, or is not in the list
    static void write(Bom bom, Path rules, Path image) throws IOException {
        new Licences(rules).check(bom, image);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(rules.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /// {@return what stands in a file of lines of two: a group, and what is said of it}
    private Map<String, String> byGroup(String file) throws IOException {
        Map<String, String> said = new TreeMap<>();
        for (String line : lines(file)) {
            String[] words = line.split(" ", 2);
            said.put(words[0], words[1]);
        }
        return said;
    }

    private void check(Bom bom, Path image) throws IOException {
        Map<String, String> corrections = byGroup("corrections.txt");
        corrections.replaceAll((_, licenceAndReason) -> licenceAndReason.split(" ", 2)[0]);
        bom.correctLicences(corrections);
        TreeMap<String, String> table = new TreeMap<>();
        Set<String> known = new TreeSet<>();
        List<String> refused = new ArrayList<>();
        for (JsonObject component : bom.components()) {
            String name = component.get("name").getAsString();
            String version = component.get("version").getAsString();
            String holder = holders.getOrDefault(component.get("group").getAsString(), "");
            known.add(name + "-" + version);
            Set<String> licences = licences(component);
            if (Collections.disjoint(licences, allowed)) {
                refused.add("%s %s has %s".formatted(name, version, licences));
            }
            Path jar = image.resolve("lib").resolve(name + "-" + version + ".jar");
            if (WITH_NOTICE.containsAll(licences)
                    && holder.isEmpty()
                    && ownTexts(jar).isEmpty()) {
                refused.add("%s %s has %s and no notice".formatted(name, version, licences));
            }
            table.put(
                    name + " " + version,
                    "%-34s %s".formatted(String.join(" or ", licences), holder).strip());
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

    private static Set<String> licences(JsonObject component) {
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
        Folders.copyTree(rules.resolve("inside"), legal.resolve("inside"));
        for (Path jar : Folders.files(image.resolve("lib"), ".jar")) {
            copyFromJar(jar, legal.resolve(jar.getFileName().toString().replace(".jar", "")));
        }
    }

    /// What a library says of itself.
    private static void copyFromJar(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : texts(file)) {
                Files.createDirectories(folder);
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, folder.resolve(plain(entry).substring("META-INF/".length())));
                }
            }
        }
    }

    /// {@return the names of the licences and notices in a jar; none if there is no such jar}
    private static List<String> ownTexts(Path jar) throws IOException {
        if (!Files.exists(jar)) {
            return List.of();
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            return texts(file).stream().map(JarEntry::getName).toList();
        }
    }

    private static List<JarEntry> texts(JarFile file) {
        return Collections.list(file.entries()).stream()
                .filter(entry -> plain(entry).matches("META-INF/(LICEN[CS]E|NOTICE|COPYING)(\\.TXT|\\.MD)?"))
                .toList();
    }

    private static String plain(JarEntry entry) {
        return entry.getName().toUpperCase(Locale.ROOT);
    }
}
