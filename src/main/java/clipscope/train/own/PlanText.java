package clipscope.train.own;

import clipscope.clip.engine.ContrastiveLoss;
import clipscope.clip.engine.LearnedPart;
import clipscope.prompt.PromptTemplate;
import clipscope.train.data.PairData;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The settings of a training in words, for its card and to tell one training from another.
final class PlanText {

    private PlanText() {}

    /// {@return what was chosen, in the order people ask}
    static Map<String, String> lines(OwnPlan plan) {
        Method method = plan.method();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "start",
                switch (plan.start()) {
                    case Start.FromNothing(ModelSize size) -> "random weights, size " + size.label();
                    case Start.FromModel from -> from.model().toString();
                });
        lines.put("learned", part(method.part()));
        lines.put(
                "loss",
                method.loss() == ContrastiveLoss.SIGMOID ? "sigmoid (SigLIP)" : "symmetric cross entropy (CLIP)");
        lines.put("steps", "%d".formatted(method.steps()));
        lines.put("batch", "%d".formatted(method.batch()));
        lines.put("learning rate", String.format(Locale.ROOT, "%.3g", method.rate()));
        lines.put("warm-up", String.format(Locale.ROOT, "%.0f %% of the steps", 100 * method.warmUp()));
        lines.put("schedule", method.curve().name().toLowerCase(Locale.ROOT));
        lines.put("weight decay", String.format(Locale.ROOT, "%.3g", method.decay()));
        lines.put("precision", method.products().name().toLowerCase(Locale.ROOT));
        lines.put("augmentation", plan.augmentation().words());
        lines.put("seed", "%d".formatted(plan.seed()));
        lines.put(
                "templates",
                String.join(
                        " | ",
                        plan.templates().stream().map(PromptTemplate::text).toList()));
        return lines;
    }

    static String part(LearnedPart part) {
        return switch (part) {
            case LearnedPart.Everything() -> "all weights";
            case LearnedPart.Projections() -> "the projections, towers frozen";
            case LearnedPart.Adapters(int rank) -> "adapters of rank %d on the attentions (LoRA)".formatted(rank);
        };
    }

    /// {@return the same as JSON, with the data's fingerprint: equal texts are equal trainings}
    static String json(OwnPlan plan, PairData data) {
        Map<String, String> all = lines(plan);
        all.put("data", data.fingerprint());
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(all) + "\n";
    }
}
