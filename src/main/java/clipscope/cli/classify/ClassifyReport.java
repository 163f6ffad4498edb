package clipscope.cli.classify;

import clipscope.cli.classify.ZeroShotClassifier.Line;
import clipscope.cli.io.CsvField;
import clipscope.score.NumberText;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// Writes the results of `classify`. Numbers have a decimal point, whatever the person's language has.
///
/// **Thread:** Confined to the command's thread.
sealed interface ClassifyReport {

    /// Adds an image, its labels best first.
    void add(String image, List<Line> lines);

    /// Ends the report.
    default void end() {}

    /// An image's name, then its labels, indented.
    record Text(PrintWriter out) implements ClassifyReport {

        @Override
        public void add(String image, List<Line> lines) {
            out.println(image);
            for (Line line : lines) {
                String probability = line.probability().isPresent()
                        ? NumberText.percent(line.probability().getAsDouble())
                        : "";
                String note = line.known() ? "" : "  (not in this model's vocabulary)";
                out.println(String.format(
                        Locale.ROOT,
                        "  %8s  cosine %7s  logit %7s  %s%s",
                        probability,
                        NumberText.cosine(line.cosine()),
                        NumberText.logit(line.logit()),
                        line.label(),
                        note));
            }
        }
    }

    /// An array of images, each with its scores.
    final class Json implements ClassifyReport {

        private final PrintWriter out;
        private String separator = "[\n";

        Json(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void add(String image, List<Line> lines) {
            JsonArray scores = new JsonArray();
            lines.forEach(line -> scores.add(score(line)));
            JsonObject object = new JsonObject();
            object.addProperty("image", image);
            object.add("scores", scores);
            out.print(separator + object);
            separator = ",\n";
        }

        @Override
        public void end() {
            out.println("[\n".equals(separator) ? "[]" : "\n]");
        }

        private static JsonObject score(Line line) {
            JsonObject score = new JsonObject();
            score.addProperty("label", line.label());
            score.addProperty("cosine", line.cosine());
            score.addProperty("logit", line.logit());
            score.add(
                    "probability",
                    line.probability().isPresent()
                            ? new JsonPrimitive(line.probability().getAsDouble())
                            : JsonNull.INSTANCE);
            if (!line.known()) {
                score.addProperty("note", "not in this model's vocabulary");
            }
            return score;
        }
    }

    /// A line for each label of each image.
    final class Csv implements ClassifyReport {

        private final PrintWriter out;

        Csv(PrintWriter out) {
            this.out = out;
            out.println("image,label,cosine,logit,probability");
        }

        @Override
        public void add(String image, List<Line> lines) {
            for (Line line : lines) {
                out.println(String.join(
                        ",",
                        CsvField.of(image),
                        CsvField.of(line.label()),
                        String.valueOf(line.cosine()),
                        String.valueOf(line.logit()),
                        line.probability().isPresent()
                                ? String.valueOf(line.probability().getAsDouble())
                                : ""));
            }
        }
    }
}
