package clipscope.train;

import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Combination;
import clipscope.train.drawing.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The `README.md` of a trained model: what it is, what it can and cannot do, and how well, as measured.
///
/// The words are in the resource `model-card.md`, with places like `${seed}` for the facts.
///
/// @param words how many words its captions had
/// @param parameters how many numbers were learned
record ModelCardPage(TrainingPlan plan, int words, long parameters) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");

    /// {@return the page, as Markdown}
    ///
    /// @param heldOut accuracy on combinations that training never showed
    /// @param trained accuracy on the others, freshly drawn
    /// @param time the training took, with examinations
    String text(Accuracy heldOut, Accuracy trained, Duration time) {
        Map<String, String> facts = new HashMap<>();
        facts.putAll(model());
        facts.putAll(training(time));
        facts.putAll(accuracy("held-out", heldOut));
        facts.putAll(accuracy("trained", trained));
        return PLACE.matcher(template()).replaceAll(place -> Matcher.quoteReplacement(fact(facts, place.group(1))));
    }

    private Map<String, String> model() {
        return Map.of(
                "name", NanoModel.NAME,
                "parameters", String.format(Locale.ROOT, "%,d", parameters),
                "size", String.valueOf(NanoModel.IMAGE_SIZE),
                "words", String.valueOf(words),
                "shapes", list(List.of(Shape.values()), Shape::word),
                "colours", list(List.of(Colour.values()), Colour::word),
                "combinations", list(Combination.heldOut(), Combination::words));
    }

    private Map<String, String> training(Duration time) {
        return Map.of(
                "steps", String.valueOf(plan.steps()),
                "images", String.valueOf(plan.imagesPerStep()),
                "captions", String.valueOf(plan.captionsPerImage()),
                "pictures", String.valueOf((long) plan.steps() * plan.imagesPerStep()),
                "seed", String.valueOf(plan.seed()),
                "minutes", String.valueOf(time.toMinutes()));
    }

    /// @param which names the line of the table
    private static Map<String, String> accuracy(String which, Accuracy accuracy) {
        return Map.of(
                "of-both",
                String.valueOf(Combination.all().size()),
                "of-shape",
                String.valueOf(Shape.values().length),
                "of-colour",
                String.valueOf(Colour.values().length),
                "seed-of-pictures",
                String.valueOf(Trainer.CARD_SEED),
                which,
                String.valueOf(accuracy.pictures()),
                which + "-both",
                percent(accuracy.both()),
                which + "-shape",
                percent(accuracy.shape()),
                which + "-colour",
                percent(accuracy.colour()));
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f", 100 * fraction);
    }

    private static <T> String list(Collection<T> things, Function<? super T, String> word) {
        return things.stream().map(word).collect(Collectors.joining(", "));
    }

    private static String fact(Map<String, String> facts, String place) {
        return Objects.requireNonNull(facts.get(place), place);
    }

    private static String template() {
        try (InputStream in = ModelCardPage.class.getResourceAsStream("model-card.md")) {
            return new String(Objects.requireNonNull(in, "model-card.md").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
