package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.cli.Commands;
import clipscope.cli.io.CommandIo;
import clipscope.clip.PrecisionMemory;
import clipscope.settings.CurrentSettings;
import clipscope.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page of the manual says what `--help` says: no option too few, none too many.
class ManualTest {

    private static final Path PAGE = Path.of("packaging/linux/clipscope.1");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");

    @TempDir
    private Path folder;

    private String help(String command) {
        StringWriter out = new StringWriter();
        String words = command.isEmpty() ? "--help" : command + " --help";
        Program program = new Program(
                new Installation(folder),
                CurrentSettings.of(new SettingsFile(folder.resolve("settings.json"))),
                PrecisionMemory.none());
        PrintWriter writer = new PrintWriter(out);
        new Commands(program, new CommandIo(writer, writer, false)).run(words.split(" ", -1));
        return out.toString();
    }

    /// {@return the text of a section, without what is for the typesetter}
    private static String section(String head) throws IOException {
        String page = Files.readString(PAGE);
        String start = "\n" + head.replace("-", "\\-") + "\n";
        assertTrue(page.contains(start), head + " is not in the manual");
        String rest = page.substring(page.indexOf(start) + start.length());
        String section = rest.split("(?m)^\\.S[SH] ", 2)[0];
        return collapsed(section.lines()
                .map(line -> line.replaceFirst("^\\.[A-Za-z]+ ?", ""))
                .collect(Collectors.joining(" "))
                .replace("\\-", "-")
                .replace("\\(aq", "'"));
    }

    private static String collapsed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Set<String> options(String text) {
        return OPTION.matcher(text)
                .results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classify",
                "embed",
                "tokenize",
                "models add",
                "models download",
                "models import",
                "models list",
                "models remove",
                "models show",
                "models verify",
                "bench",
                "train",
                "doctor",
                "gpu status",
                "gpu get",
                "gpu again",
                "gpu remove"
            })
    void aCommandHasTheOptionsAndTheWordsOfItsHelp(String command) throws IOException {
        String help = help(command);
        String section = section(".SS " + command);

        assertEquals(options(help), options(section));
        for (String line : help.lines().skip(1).toList()) {
            for (String part : line.strip().split("  +", -1)) {
                if (!line.startsWith("         ") || !part.contains("[")) { // the synopsis is broken elsewhere
                    assertTrue(section.contains(part), part);
                }
            }
        }
    }

    @Test
    void theProgramHasTheOptionsOfItsHelp() throws IOException {
        assertEquals(options(help("")), options(section(".SH OPTIONS")));
    }

    @Test
    void everyCommandIsThere() throws IOException {
        Set<String> wanted = new TreeSet<>();
        List<String> groups = List.of("models", "gpu");
        commands(help("")).stream().filter(name -> !groups.contains(name)).forEach(wanted::add);
        groups.forEach(group -> commands(help(group)).forEach(name -> wanted.add(group + " " + name)));

        Set<String> found = new TreeSet<>(Arrays.stream(Files.readString(PAGE).split("\n", -1))
                .filter(line -> line.startsWith(".SS "))
                .map(line -> line.substring(4))
                .toList());

        assertEquals(wanted, found);
    }

    private static List<String> commands(String help) {
        Matcher names = COMMAND.matcher(help.substring(help.indexOf("Commands:")));
        return names.results().map(result -> result.group(1)).toList();
    }
}
