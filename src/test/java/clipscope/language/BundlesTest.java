package clipscope.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The files of words beside each other, and beside the source that uses them.
class BundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern ASKED = Pattern.compile("TEXTS\\s*\\.get\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\\n])*)\"");

    @Test
    void everyTextIsInBothLanguagesWithTheSamePlaces() {
        assertFalse(folders().isEmpty());
        for (Path folder : folders()) {
            assertEquals(places(english(folder)), places(german(folder)), folder.toString());
        }
    }

    @Test
    void noTextIsEmptyOrKeepsAnApostropheFromWorking() {
        List<String> wrong = new ArrayList<>();
        for (Path folder : folders()) {
            Stream.of(english(folder), german(folder))
                    .forEach(texts -> texts.forEach((key, text) -> {
                        if (text.isBlank() || !apostrophesWork(text)) {
                            wrong.add("%s: %s = %s".formatted(folder, key, text));
                        }
                    }));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPatternParses() {
        for (Path folder : folders()) {
            Stream.of(english(folder), german(folder))
                    .flatMap(texts -> texts.values().stream())
                    .filter(BundlesTest::isPattern)
                    .forEach(text -> new MessageFormat(text).format(new Object[] {1, 1, 1, 1, 1, 1, 1, 1}));
        }
    }

    @Test
    void everyTextIsUsedInItsPackageAndEveryOneAskedForIsThere() {
        for (Path folder : folders()) {
            String source = source(folder);
            Set<String> there = english(folder).keySet();
            Set<String> literals = found(LITERAL, source);
            Set<String> unused = there.stream()
                    .filter(key -> !literals.contains(key))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> missing = found(ASKED, source);
            missing.removeAll(there);

            assertEquals(Set.of(), unused, "not used in " + folder);
            assertEquals(Set.of(), missing, "not there in " + folder);
        }
    }

    /// A text with places is a pattern, in which an apostrophe is doubled or quotes a brace; any other is
    /// taken as it stands.
    private static boolean apostrophesWork(String text) {
        return isPattern(text)
                ? text.replace("''", "").replaceAll("'[{}]+'", "").indexOf('\'') < 0
                : !text.contains("''");
    }

    private static boolean isPattern(String text) {
        return PLACE.matcher(text).find();
    }

    private static Map<String, Set<String>> places(Map<String, String> texts) {
        Map<String, Set<String>> places = new TreeMap<>();
        texts.forEach((key, text) -> places.put(key, found(PLACE, text)));
        return places;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> folders() {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("texts.properties"))
                    .map(Path::getParent)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(Path folder) {
        try (Stream<Path> files = Files.list(SOURCES.resolve(RESOURCES.relativize(folder)))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(BundlesTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> english(Path folder) {
        return texts(folder.resolve("texts.properties"));
    }

    private static Map<String, String> german(Path folder) {
        return texts(folder.resolve("texts_de.properties"));
    }

    private static Map<String, String> texts(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
