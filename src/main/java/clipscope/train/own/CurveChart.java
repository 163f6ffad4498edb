package clipscope.train.own;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The curves of a training as an SVG: the loss above, the held-out R@1 of both ways below.
final class CurveChart {

    private static final int WIDTH = 640;
    private static final int LEFT = 50;
    private static final int RIGHT = 16;
    private static final int HEIGHT = 150; // of each of the two
    private static final int GAP = 46;
    private static final int TOP = 30;

    private final StringBuilder svg = new StringBuilder();
    private final int steps;

    private CurveChart(int steps) {
        this.steps = Math.max(1, steps);
    }

    /// {@return the text of the file}
    static String of(CourseRecord records, int steps) {
        CurveChart chart = new CurveChart(steps);
        NavigableMap<Integer, Double> losses = records.losses();
        double highest =
                losses.values().stream().mapToDouble(each -> each).max().orElse(1);
        chart.panel(TOP, "loss", highest);
        chart.line(TOP, losses, highest, "#1f6feb");
        int below = TOP + HEIGHT + GAP;
        chart.panel(below, "held-out R@1: image to text (blue), text to image (orange)", 1);
        chart.line(below, values(records, Retrieval::imageFirst), 1, "#1f6feb");
        chart.line(below, values(records, Retrieval::textFirst), 1, "#d9730d");
        chart.text(WIDTH - RIGHT, below + HEIGHT + 16, "end", "step %,d".formatted(steps));
        int height = below + HEIGHT + 26;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d"
                     font-family="sans-serif" font-size="12">
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                %3$s</svg>
                """.formatted(WIDTH, height, chart.svg);
    }

    private static NavigableMap<Integer, Double> values(CourseRecord records, ToDoubleFunction<Retrieval> value) {
        return new TreeMap<>(records.examined().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> value.applyAsDouble(each.getValue()))));
    }

    private void panel(int top, String title, double highest) {
        text(LEFT, top - 8, "start", title);
        text(LEFT - 6, top + 4, "end", String.format(Locale.ROOT, "%.2f", highest));
        text(LEFT - 6, top + HEIGHT + 4, "end", "0");
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#c8ccd1\"/>\n"
                .formatted(LEFT, top, WIDTH - LEFT - RIGHT, HEIGHT));
    }

    private void line(int top, NavigableMap<Integer, Double> values, double highest, String colour) {
        DoubleUnaryOperator x = step -> LEFT + (WIDTH - LEFT - RIGHT) * step / steps;
        DoubleUnaryOperator y = value -> top + HEIGHT * (1 - value / Math.max(1e-9, highest));
        String points = values.entrySet().stream()
                .map(each -> String.format(
                        Locale.ROOT, "%.1f,%.1f", x.applyAsDouble(each.getKey()), y.applyAsDouble(each.getValue())))
                .collect(Collectors.joining(" "));
        svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>\n"
                .formatted(colour, points));
    }

    private void text(int x, int y, String anchor, String words) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#424a53\">%s</text>\n"
                .formatted(x, y, anchor, words));
    }
}
