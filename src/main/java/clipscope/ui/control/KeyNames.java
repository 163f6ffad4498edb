package clipscope.ui.control;

import clipscope.language.Texts;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCombination;

/// What keys are called on the keyboards of those who read the window: `Strg+Entf` for `Ctrl+Delete`.
public final class KeyNames {

    private static final Texts TEXTS = Texts.beside(KeyNames.class);
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}"); // letters and signs are the same everywhere

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("Ctrl", "key.ctrl"),
            Map.entry("Shift", "key.shift"),
            Map.entry("Alt", "key.alt"),
            Map.entry("Up", "key.up"),
            Map.entry("Down", "key.down"),
            Map.entry("Left", "key.left"),
            Map.entry("Right", "key.right"),
            Map.entry("Arrows", "key.arrows"),
            Map.entry("Home", "key.home"),
            Map.entry("End", "key.end"),
            Map.entry("Space", "key.space"),
            Map.entry("Delete", "key.delete"),
            Map.entry("Enter", "key.enter"),
            Map.entry("Tab", "key.tab"),
            Map.entry("Esc", "key.esc"),
            Map.entry("or", "key.or"),
            Map.entry("and", "key.and"));

    private KeyNames() {}

    /// {@return keys as people write them, in the language spoken}
    ///
    /// @param keys the same in English: "Ctrl+Home, End"; what is no name of a key here stays as it is
    public static String of(String keys) {
        return WORD.matcher(keys).replaceAll(word -> {
            String key = KEYS.get(word.group());
            return key == null ? word.group() : TEXTS.get(key);
        });
    }

    /// {@return the keys of a shortcut, as this system writes them}
    public static String of(KeyCombination shortcut) {
        return of(shortcut.getDisplayText());
    }
}
