package clipscope.ui.shell.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How well a command answers what was typed.
///
/// Every word typed must be in the command, in any order. A word at the command's very beginning counts more
/// than one at the beginning of another of its words, and that more than one within a word.
final class CommandMatch {

    private static final int FIRST = 0;
    private static final int WORD_START = 1;
    private static final int WITHIN = 3;
    private static final int NONE = 1_000;

    private CommandMatch() {}

    /// {@return the commands that have all words typed, the best first; equals keep their order}
    static List<Command> of(String typed, List<Command> commands) {
        List<String> words = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        record Found(Command command, int distance) {}
        return commands.stream()
                .flatMap(command -> distance(words, command).map(far -> new Found(command, far)).stream())
                .sorted(Comparator.comparingInt(Found::distance))
                .map(Found::command)
                .toList();
    }

    private static Optional<Integer> distance(List<String> words, Command command) {
        String title = command.title().toLowerCase(Locale.ROOT);
        String whole = command.words().toLowerCase(Locale.ROOT);
        int sum = 0;
        for (String word : words) {
            int one = Math.min(distance(word, title), distance(word, whole) + WORD_START);
            if (one >= NONE) {
                return Optional.empty();
            }
            sum += one;
        }
        return Optional.of(sum);
    }

    private static int distance(String word, String text) {
        if (text.startsWith(word)) {
            return FIRST;
        }
        int at = text.indexOf(word);
        boolean within = at >= 0;
        while (at >= 0) {
            if (!Character.isLetterOrDigit(text.codePointBefore(at))) {
                return WORD_START;
            }
            at = text.indexOf(word, at + 1);
        }
        return within ? WITHIN : NONE;
    }
}
