package clipscope.train.own;

import clipscope.train.data.DataForm;
import clipscope.train.data.PairData;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The `README.md` of a trained model: what it was made of and how, and how well it does, as measured.
record TrainingCard(OwnPlan plan, Foundation foundation, PairData data, CourseRecord records) {

    /// {@return the page, as Markdown}
    String text() {
        Retrieval before = records.at(0);
        Retrieval after = records.at(records.bestStep());
        return """
                # %s

                A CLIP model trained with ClipScope on %,d pictures, %s. %s

                ## How well it does

                On %,d pictures that it never learned from: how often the right one is found first, and among the
                first five. A picture looks for its caption among all different ones; a caption for its pictures
                among all.

                | | %s | this model (step %,d) |
                |---|---|---|
                | image to text, R@1 | %s | %s |
                | image to text, R@5 | %s | %s |
                | text to image, R@1 | %s | %s |
                | text to image, R@5 | %s | %s |

                The best of %,d examinations was kept, so these figures flatter it a little. They tell of pictures
                and captions like those it learned from, and of no others.

                ![loss and held-out R@1](training/curves.svg)

                The numbers are in `training/learned.csv` and `training/examined.csv`.

                ## What it was trained on

                %s: %,d pictures to learn from, %,d held out, %,d different captions. %s

                ## How it was trained

                | | |
                |---|---|
                %s
                | parameters | %s |

                %s
                """.formatted(
                        name(),
                        data.training().size(),
                        data.form() == DataForm.FOLDERS ? "named by their folders" : "each with its captions",
                        origin(),
                        data.heldOut().size(),
                        plan.start() instanceof Start.FromModel ? "the model it began as" : "random weights",
                        records.bestStep(),
                        percent(before.imageFirst()),
                        percent(after.imageFirst()),
                        percent(before.imageFive()),
                        percent(after.imageFive()),
                        percent(before.textFirst()),
                        percent(after.textFirst()),
                        percent(before.textFive()),
                        percent(after.textFive()),
                        records.examined().size() - 1,
                        capitalised(data.form().words()),
                        data.training().size(),
                        data.heldOut().size(),
                        data.captions(),
                        data.problems().isEmpty()
                                ? "Nothing was left out."
                                : "%,d problems were noted with them."
                                        .formatted(data.problems().size()),
                        settings(),
                        String.format(Locale.ROOT, "%,d", ModelSize.parameters(foundation.shape())),
                        note());
    }

    private String name() {
        return String.valueOf(plan.out().toAbsolutePath().normalize().getFileName());
    }

    private String origin() {
        return switch (plan.start()) {
            case Start.FromNothing _ -> "It began with random weights.";
            case Start.FromModel from ->
                "It began as `%s`.".formatted(from.model().getFileName());
        };
    }

    private String settings() {
        return PlanText.lines(plan).entrySet().stream().map(TrainingCard::row).collect(Collectors.joining("\n"));
    }

    private static String row(Map.Entry<String, String> setting) {
        return "| %s | %s |".formatted(setting.getKey(), setting.getValue().replace("|", "\\|"));
    }

    private String note() {
        return switch (plan.method().loss()) {
            case CROSS_ENTROPY -> "Its weights are a moving average over the last steps.";
            case SIGMOID ->
                "Its weights are a moving average over the last steps. The bias of the sigmoid loss is not stored: as"
                        + " a CLIP model it compares labels by softmax, which a bias does not change.";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
