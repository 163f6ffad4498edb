package clipscope.train.world;

import clipscope.train.drawing.Combination;
import clipscope.train.world.NanoExamination.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The `README.md` of the bundled model: what it is, what it can and cannot do, and how well, as measured.
///
/// The words are in the resource `nano-card.md`, with places like `${seed}` for the facts.
///
/// @param earlier the commands of the courses before, in their order
/// @param concepts how many things it has names for
/// @param words how many words its captions had
/// @param parameters how many numbers were learned
record NanoCard(NanoPlan plan, List<String> earlier, int concepts, int words, long parameters) {

    private static final String HOME = "models/clipscope-nano";
    private static final Pattern STEPS = Pattern.compile("--steps ([0-9,]+)");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");

    /// {@return the page, as Markdown}
    String text(List<Line> lines) {
        Map<String, String> facts = Map.of(
                "concepts", number(concepts),
                "words", number(words),
                "parameters", number(parameters),
                "combinations",
                        Combination.heldOut().stream().map(Combination::words).collect(Collectors.joining(", ")),
                "lines", lines.stream().map(NanoCard::row).collect(Collectors.joining("\n")),
                "examined", String.valueOf(NanoExamination.SEED),
                "courses", courses(),
                "batch", number(NanoPlan.PICTURES),
                "pictures",
                        number((long) NanoPlan.PICTURES
                                * commands().mapToInt(NanoCard::steps).sum()),
                "commands", commands().collect(Collectors.joining("\n")));
        return PLACE.matcher(template())
                .replaceAll(place ->
                        Matcher.quoteReplacement(Objects.requireNonNull(facts.get(place.group(1)), place.group(1))));
    }

    private Stream<String> commands() {
        String from = plan.from().isPresent() ? " --from " + HOME : "";
        String own = "clipscope train --drawings target/drawings%s --out %s --seed %d --steps %d"
                .formatted(from, HOME, plan.seed(), plan.steps());
        return Stream.concat(earlier.stream(), Stream.of(own));
    }

    private String courses() {
        return commands().map(each -> number(steps(each))).collect(Collectors.joining(" and then "));
    }

    private static int steps(String command) {
        Matcher steps = STEPS.matcher(command);
        return steps.find() ? Integer.parseInt(steps.group(1).replace(",", "")) : 0;
    }

    private static String row(Line line) {
        return "| %s | %,d | %,d | %s | %s |"
                .formatted(
                        line.what(),
                        line.score().pictures(),
                        line.labels(),
                        percent(line.score().first()),
                        line.score().five().isPresent()
                                ? percent(line.score().five().getAsDouble())
                                : "");
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String template() {
        try (InputStream in = NanoCard.class.getResourceAsStream("nano-card.md")) {
            return new String(Objects.requireNonNull(in, "nano-card.md").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
