package clipscope.session.output;

import clipscope.clip.pixels.Preprocessing;
import clipscope.image.ImageSource;
import clipscope.image.JpegWriter;
import clipscope.image.PixelImage;
import clipscope.language.Language;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import clipscope.score.NumberText;
import clipscope.score.ScoreMode;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// A page with a session's images, their labels and how all of it was computed. It needs no other file and
/// runs no script.
///
/// **Thread:** any but the JavaFX thread: it reads every image's picture.
///
/// **Memory:** one image's part at a time.
public final class HtmlReport {

    private static final Texts TEXTS = Texts.beside(HtmlReport.class);

    /// Images that a page shows at most: more would take a browser too long.
    public static final int MOST_IMAGES = 1_000;

    private static final int MOST_LABELS = 20; // of an image; the others are far behind
    private static final String STYLE = read();

    private final SessionResult result;
    private final Pictures pictures;

    /// Where the small pictures come from.
    @FunctionalInterface
    public interface Pictures {

        /// {@return a picture of at most some hundred pixels a side}
        PixelImage of(ImageSource image) throws ProblemException;
    }

    public HtmlReport(SessionResult result, Pictures pictures) {
        this.result = result;
        this.pictures = pictures;
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a resource of our own
        }
    }

    /// {@return how many images the page will show}
    public int images() {
        return Math.min(MOST_IMAGES, result.sources().size());
    }

    /// Writes the page.
    ///
    /// @param when stands in its head
    /// @param onImage told how many images are done
    public void write(Writer out, ZonedDateTime when, IntConsumer onImage, Cancellation cancelled) throws IOException {
        out.write(head(when));
        for (int i = 0; i < images() && !cancelled.requested(); i++) {
            out.write(image(i));
            onImage.accept(i + 1);
        }
        out.write("</main>\n</body>\n</html>\n");
    }

    private String head(ZonedDateTime when) {
        String date = when.format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.of(Language.code())));
        String name = result.model().card().name();
        return """
                <!DOCTYPE html>
                <html lang="%8$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>ClipScope: %1$s</title>
                <style>
                %2$s</style>
                </head>
                <body>
                <header>
                <h1>%9$s</h1>
                <p>%3$s · %4$s</p>
                </header>
                <main>
                <section>
                <h2>%10$s</h2>
                <dl>
                %5$s</dl>
                </section>
                %6$s%7$s""".formatted(
                        HtmlText.escaped(name),
                        STYLE,
                        HtmlText.escaped(date),
                        counts(),
                        facts(),
                        missing(TEXTS.get("report.labels"), result.missing().labels()),
                        missing(TEXTS.get("report.images"), result.missing().images()),
                        Language.code(),
                        HtmlText.escaped(TEXTS.get("report.title", name)),
                        TEXTS.get("report.computed"));
    }

    private String counts() {
        int images = result.sources().size();
        String counted =
                TEXTS.get("report.counts", images, result.compared().labels().size());
        return images > images() ? TEXTS.get("report.first", counted, images()) : counted;
    }

    private String facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        SessionResult.Model model = result.model();
        facts.put(
                TEXTS.get("fact.model"),
                TEXTS.get(
                        "value.model",
                        model.card().name(),
                        model.card().architecture(),
                        model.card().dimensions()));
        facts.put(TEXTS.get("fact.place"), model.card().location().toString());
        facts.put(
                TEXTS.get("fact.computed"),
                TEXTS.get(
                        "value.computed",
                        model.computed().precision().label(),
                        model.computed().device().words()));
        facts.put(TEXTS.get("fact.pictures"), pixels(model.recipe().pixels()));
        facts.put(TEXTS.get("fact.template"), result.document().template().text());
        facts.put(TEXTS.get("fact.scores"), scores());
        facts.put(
                TEXTS.get("fact.logit"),
                result.rule().bias() == 0
                        ? TEXTS.get(
                                "value.logit", NumberText.logit(result.rule().scale()))
                        : TEXTS.get(
                                "value.logit.bias",
                                NumberText.logit(result.rule().scale()),
                                NumberText.logit(result.rule().bias())));
        if (!result.others().isEmpty()) {
            facts.put(
                    TEXTS.get("fact.none"),
                    TEXTS.get("value.others", result.others().size()));
        }
        StringBuilder lines = new StringBuilder();
        facts.forEach(
                (name, value) -> lines.append("<dt>%s</dt><dd>%s</dd>%n".formatted(name, HtmlText.escaped(value))));
        return lines.toString();
    }

    private static String pixels(Preprocessing settings) {
        String resized = switch (settings.mode()) {
            case SQUASH -> TEXTS.get("pixels.squash", settings.width(), settings.height());
            case SHORTEST_EDGE -> TEXTS.get("pixels.shorter", settings.width());
            case LONGEST_EDGE -> TEXTS.get("pixels.longer", settings.width());
        };
        String filter = settings.resample().name().toLowerCase(Locale.ROOT);
        String shaped = settings.crop()
                .map(crop -> TEXTS.get("pixels.middle", resized, filter, crop.width(), crop.height()))
                .orElseGet(() -> TEXTS.get("pixels.whole", resized, filter));
        return TEXTS.get("pixels", shaped, settings.mean(), settings.std());
    }

    private String scores() {
        return switch (result.mode()) {
            case SOFTMAX -> TEXTS.get("mode.softmax");
            case INDEPENDENT -> TEXTS.get("mode.independent");
            case COSINE -> TEXTS.get("mode.cosine");
        };
    }

    private static String missing(String title, List<SessionResult.Gap> gaps) {
        if (gaps.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder("<section>\n<h2>%s</h2>\n<ul>%n".formatted(title));
        gaps.forEach(gap -> lines.append(
                "<li><b>%s</b> %s</li>%n".formatted(HtmlText.escaped(gap.name()), HtmlText.escaped(gap.reason()))));
        return lines.append("</ul>\n</section>\n").toString();
    }

    private String image(int place) {
        ImageSource source = result.sources().get(place);
        SessionResult.OfImage scores = result.image(place);
        return """
                <article>
                <figure>%s<figcaption title="%s">%s</figcaption></figure>
                <table>
                %s</table>
                </article>
                """.formatted(
                picture(source), HtmlText.escaped(source.name()), HtmlText.escaped(source.shortName()), rows(scores));
    }

    private String picture(ImageSource source) {
        try {
            String data = Base64.getEncoder().encodeToString(JpegWriter.bytes(pictures.of(source)));
            return "<img alt=\"\" src=\"data:image/jpeg;base64,%s\">".formatted(data);
        } catch (ProblemException | IOException _) {
            return "<p class=\"gone\">%s</p>".formatted(TEXTS.get("picture.gone"));
        }
    }

    private String rows(SessionResult.OfImage scores) {
        List<Integer> best = IntStream.range(0, scores.cosines().size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -scores.cosines().get(i)))
                .toList();
        List<String> rows = new ArrayList<>();
        if (!best.isEmpty()) {
            rows.add(head());
        }
        for (int i : best.subList(0, Math.min(MOST_LABELS, best.size()))) {
            rows.add(row(
                    result.compared().labels().get(i),
                    scores.scores().probabilities().get(i),
                    scores.cosines().get(i)));
        }
        if (best.size() > MOST_LABELS) {
            rows.add("<tr><td class=\"more\" colspan=\"4\">%s</td></tr>\n"
                    .formatted(TEXTS.get("row.more", best.size() - MOST_LABELS)));
        }
        if (result.mode() == ScoreMode.SOFTMAX && !result.others().isEmpty()) {
            rows.add(row(TEXTS.get("row.none"), scores.scores().none(), Double.NaN));
        }
        return String.join("", rows);
    }

    private String head() {
        return "<tr class=\"head\"><th>%s</th><td></td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        TEXTS.get("head.label"),
                        result.mode() == ScoreMode.COSINE ? "" : TEXTS.get("head.probability"),
                        TEXTS.get("head.cosine"));
    }

    private String row(String label, double probability, double cosine) {
        boolean cosines = result.mode() == ScoreMode.COSINE;
        double share = cosines ? Math.max(0, cosine) : probability;
        return """
                <tr><th>%s</th><td class="bar"><i style="width:%s%%"></i></td><td>%s</td><td>%s</td></tr>
                """.formatted(
                        HtmlText.escaped(label),
                        String.format(Locale.ROOT, "%.2f", 100 * Math.min(1, share)),
                        cosines ? "" : NumberText.percent(probability),
                        Double.isNaN(cosine) ? "" : NumberText.cosine(cosine));
    }
}
