package clipscope.ui.settings;

import clipscope.language.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// How a person gives the value of a setting.
///
/// **Thread:** Immutable.
sealed interface SettingInput<T> {

    /// One of a few, side by side.
    record OneOf<T>(List<T> values, Function<T, String> words) implements SettingInput<T> {

        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// Typed.
    ///
    /// @param read throws [IllegalArgumentException], whose message says what would do
    /// @param unit of a number; empty if there is none
    record Typed<T>(Function<T, String> write, Function<String, T> read, String prompt, String unit)
            implements SettingInput<T> {}

    /// Typed, and not to be seen by who looks on.
    record Secret<T>(Function<T, String> write, Function<String, T> read, String prompt) implements SettingInput<T> {}

    /// A folder, chosen or typed.
    record Folder<T>(Function<T, String> write, Function<String, T> read, String prompt) implements SettingInput<T> {}

    static Typed<Integer> number(String unit) {
        return new Typed<>(String::valueOf, SettingInput::whole, "", unit);
    }

    /// {@return a number, or nothing for what suits}
    static Typed<OptionalInt> numberOrAuto() {
        return new Typed<>(
                value -> value.isPresent() ? Integer.toString(value.getAsInt()) : "",
                text -> text.isBlank() || text.strip().toLowerCase(Locale.ROOT).equals("auto")
                        ? OptionalInt.empty()
                        : OptionalInt.of(whole(text)),
                "auto",
                "");
    }

    /// {@return a reader of what may be left empty}
    static <T> Function<String, Optional<T>> optional(Function<String, T> read) {
        return text -> text.isBlank() ? Optional.empty() : Optional.of(read.apply(text.strip()));
    }

    /// {@return a writer of what may be empty}
    static <T> Function<Optional<T>, String> text() {
        return value -> value.map(Object::toString).orElse("");
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Texts.beside(SettingInput.class).get("fault.whole"), e);
        }
    }
}
