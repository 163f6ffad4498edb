package clipscope.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The source of the window has no words that a person reads: they are in the bundles, in both languages.
class WordsInSourceTest {

    private static final Path WINDOW = Path.of("src/main/java/clipscope/ui");
    private static final Path PROGRAM = Path.of("src/main/java/clipscope");
    private static final Path KEYS = Path.of("src/main/resources/clipscope/ui/control/texts.properties");

    /// What reads like words and is for no person, or the same in every language.
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("a photo of a {}.", "a template: models read it"),
            Map.entry("a picture of a {}.", "a template: models read it"),
            Map.entry("a drawing of a {}.", "a template: models read it"),
            Map.entry(": top label", "a column of a file for programs"),
            Map.entry("rank correlation", "a column of a file for programs"),
            Map.entry("softmax over prompts", "a value in a file for programs"),
            Map.entry("softmax over images", "a value in a file for programs"),
            Map.entry("percentile among images", "a value in a file for programs"),
            Map.entry("Sigmoid", "the name of a function"));

    /// Two words, or one that begins like a title.
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,:]? \\p{L}|^\\p{Lu}\\p{Ll}+[.:…]?$");

    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)//.*$");
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile("(throw new \\w+(Exception|Error)|LOG\\s*\\.\\w+)\\([^;]*;");
    private static final Pattern FAULT = Pattern.compile(
            "new (MalformedFileException|Problem\\.(BadModelFile|UnreadableFile))\\((?:(?!TEXTS)[^;\"])*\"");
    private static final Pattern MARKUP = Pattern.compile("^<\\w+ [\\s\\S]*>");
    private static final Pattern NAMES_OF_KEYS = Pattern.compile("(KeyHint|Map\\.entry)\\(\\s*\"([^\"]*)\"");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(?<block>[\\s\\S]*?)\"\"\"|\"(?<line>(?:\\\\.|[^\"\\\\\\n])*)\"");

    @Test
    void whatAPersonReadsIsInABundle() {
        TreeSet<String> unused = new TreeSet<>(EXCEPTIONS.keySet());
        List<String> words = new ArrayList<>();
        for (Path file : sources()) {
            for (String literal : literals(read(file))) {
                if (!unused.remove(literal) && !EXCEPTIONS.containsKey(literal)) {
                    words.add("%s: %s".formatted(WINDOW.relativize(file), literal));
                }
            }
        }
        assertEquals(List.of(), words);
        assertEquals(new TreeSet<>(), unused, "exceptions that are none any more");
    }

    @Test
    void theScanSeesWords() {
        assertEquals(List.of("Open it"), literals("label.setText(\"Open it\"); // \"as here\""));
        assertEquals(List.of("Open"), literals("new Button(\"Open\")"));
        assertEquals(
                List.of("All,\nof it"),
                literals("say(\"\"\"\nAll,\nof it\"\"\".indent(3))").stream()
                        .map(String::strip)
                        .toList());
        assertEquals(List.of(), literals("""
                        node.setId("grid-open"); TEXTS.get("open.now"); new KeyHint("Delete", TEXTS.get("key"));
                        throw new IllegalStateException("no such page");
                        out.append("<rect width=\\"100%\\" fill=\\"#ffffff\\"/>");
                        """));
    }

    /// What is wrong with a file is told to a person, by whichever package found it; commands speak English.
    @Test
    void faultsOfFilesAreInBundlesToo() {
        List<String> worded = new ArrayList<>();
        for (Path file : sources(PROGRAM)) {
            if (!file.startsWith(PROGRAM.resolve("cli")) && wordsAFault(read(file))) {
                worded.add(PROGRAM.relativize(file).toString());
            }
        }
        assertEquals(List.of(), worded);
    }

    @Test
    void theScanSeesFaults() {
        assertTrue(wordsAFault("throw new MalformedFileException(\"it is cut off\");"));
        assertTrue(wordsAFault("new MalformedFileException(\n    name + \" is there twice\")"));
        assertTrue(wordsAFault("new Problem.BadModelFile(path, \"no weights\")"));
        assertFalse(wordsAFault("new MalformedFileException(TEXTS.get(\"file.end\", name))"));
        assertFalse(wordsAFault("new Problem.BadModelFile(path, TEXTS.get(\"file.end\")); say(\"it\");"));
    }

    private static boolean wordsAFault(String source) {
        return FAULT.matcher(source).find();
    }

    /// Else German would have half of a line in English.
    @Test
    void everyKeyThatAPageNamesHasAName() {
        String known = read(KEYS);
        List<String> unknown = new ArrayList<>();
        int hints = 0;
        for (Path file : sources()) {
            Matcher hint = Pattern.compile("KeyHint\\(\\s*\"([^\"]*)\"").matcher(read(file));
            while (hint.find()) {
                hints++;
                Pattern.compile("[A-Za-z]{2,}")
                        .matcher(hint.group(1))
                        .results()
                        .filter(word -> !known.matches("(?s).*\\nkey\\.\\w+ = " + word.group() + "\\n.*"))
                        .forEach(word -> unknown.add(hint.group(1)));
            }
        }
        assertNotEquals(0, hints);
        assertEquals(List.of(), unknown);
    }

    /// {@return the literals of a source that are words for a person}
    private static List<String> literals(String source) {
        String plain =
                NAMES_OF_KEYS.matcher(COMMENT.matcher(source).replaceAll("$1")).replaceAll("$1(");
        Matcher literal = LITERAL.matcher(FOR_DEVELOPERS.matcher(plain).replaceAll(""));
        List<String> found = new ArrayList<>();
        while (literal.find()) {
            String text = literal.group("block") == null ? literal.group("line") : literal.group("block");
            if (WORDS.matcher(text.replace('\n', ' ')).find()
                    && !MARKUP.matcher(text).find()) {
                found.add(text);
            }
        }
        return found;
    }

    private static List<Path> sources() {
        return sources(WINDOW);
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
