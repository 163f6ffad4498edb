package clipscope.settings;

import clipscope.settings.WindowSettings.Corner;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// How values of a kind stand in the file.
///
/// @param read throws [IllegalArgumentException], [IllegalStateException] or [UnsupportedOperationException]
///     at what is no such value
/// @param write the same the other way
record SettingForm<T>(Function<JsonElement, T> read, Function<T, JsonElement> write) {

    private static final String AUTO = "auto";

    private static final int LONGEST_WORDS = 40; // characters: whatever stands there, its name is what matters

    private static final double LEAST_SIDE = 300; // a smaller window cannot be used

    private static final double MOST_SIDE = 20_000; // larger than any screen

    private static final double FARTHEST = 100_000; // more than all screens beside each other

    /// {@return words for one of a few, in small letters}
    static <E extends Enum<E>> SettingForm<E> choice(Class<E> type) {
        return new SettingForm<>(
                element -> Enum.valueOf(type, element.getAsString().toUpperCase(Locale.ROOT)),
                value -> new JsonPrimitive(value.name().toLowerCase(Locale.ROOT)));
    }

    static SettingForm<Integer> number() {
        return new SettingForm<>(SettingForm::whole, JsonPrimitive::new);
    }

    /// {@return a number, or `auto`}
    static SettingForm<OptionalInt> numberOrAuto() {
        return new SettingForm<>(
                element -> element.getAsString().equals(AUTO) ? OptionalInt.empty() : OptionalInt.of(whole(element)),
                value -> value.isPresent() ? new JsonPrimitive(value.getAsInt()) : new JsonPrimitive(AUTO));
    }

    /// {@return a text that may be empty}
    static <T> SettingForm<Optional<T>> text(Function<String, T> read) {
        return new SettingForm<>(
                element -> Optional.of(element.getAsString())
                        .filter(text -> !text.isBlank())
                        .map(read),
                value -> new JsonPrimitive(value.map(Object::toString).orElse("")));
    }

    static SettingForm<Optional<URI>> address() {
        return text(DownloadSettings::address);
    }

    /// {@return the side of a window, in pixels}
    static SettingForm<Double> side() {
        return new SettingForm<>(
                element -> {
                    double side = element.getAsDouble();
                    if (!(side >= LEAST_SIDE && side <= MOST_SIDE)) {
                        throw new IllegalArgumentException("%,.0f to %,.0f pixels".formatted(LEAST_SIDE, MOST_SIDE));
                    }
                    return side;
                },
                JsonPrimitive::new);
    }

    /// {@return a corner as a list of two numbers, or an empty list}
    static SettingForm<Optional<Corner>> corner() {
        return new SettingForm<>(element -> corner(element.getAsJsonArray()), corner -> {
            JsonArray numbers = new JsonArray();
            corner.ifPresent(at -> {
                numbers.add(at.x());
                numbers.add(at.y());
            });
            return numbers;
        });
    }

    private static Optional<Corner> corner(JsonArray numbers) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        if (numbers.size() != 2) {
            throw new IllegalArgumentException("two numbers, or none");
        }
        return Optional.of(new Corner(coordinate(numbers.get(0)), coordinate(numbers.get(1))));
    }

    private static double coordinate(JsonElement element) {
        double value = element.getAsDouble();
        if (!(Math.abs(value) <= FARTHEST)) {
            throw new IllegalArgumentException("%,.0f to %,.0f pixels".formatted(-FARTHEST, FARTHEST));
        }
        return value;
    }

    static SettingForm<Boolean> flag() {
        return new SettingForm<>(
                element -> {
                    if (!(element instanceof JsonPrimitive flag && flag.isBoolean())) {
                        throw new IllegalArgumentException("true or false");
                    }
                    return flag.getAsBoolean();
                },
                JsonPrimitive::new);
    }

    /// {@return places on this machine; what is none is left out}
    static SettingForm<List<Path>> places() {
        return new SettingForm<>(element -> places(element.getAsJsonArray()), paths -> {
            JsonArray all = new JsonArray();
            paths.forEach(path -> all.add(path.toString()));
            return all;
        });
    }

    /// Nobody types these: one that is lost costs a click.
    private static List<Path> places(JsonArray all) {
        List<Path> paths = new ArrayList<>();
        for (JsonElement path : all) {
            if (path instanceof JsonPrimitive primitive && primitive.isString()) {
                place(path.getAsString()).ifPresent(paths::add);
            }
        }
        return paths;
    }

    private static Optional<Path> place(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static int whole(JsonElement element) {
        return element.getAsBigDecimal().intValueExact();
    }

    /// {@return what stands in the file, shortened}
    static String words(JsonElement element) {
        return shortened(element instanceof JsonPrimitive primitive ? primitive.getAsString() : element.toString());
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS - 1) + "…";
    }
}
