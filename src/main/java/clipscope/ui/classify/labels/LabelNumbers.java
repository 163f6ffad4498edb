package clipscope.ui.classify.labels;

import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import clipscope.score.LabelScore;
import clipscope.score.NumberText;
import clipscope.session.compare.LabelResult;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The numbers of one label, or why it has none.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelNumbers extends HBox {

    private static final Texts TEXTS = Texts.beside(LabelNumbers.class);

    private static final String NONE = "–";

    private final Label probability = number("probability");
    private final Label cosine = number("cosine");
    private final Label logit = number("logit");
    private final Label obstacle = new Label();

    LabelNumbers() {
        getStyleClass().add("numbers");
        setAlignment(Pos.CENTER_LEFT);
        obstacle.getStyleClass().add("label-obstacle");
        getChildren().setAll(probability, cosine, logit, obstacle);
    }

    void show(LabelRow row) {
        LabelResult result = row.result();
        switch (result) {
            case LabelResult.Scored scored -> numbers(scored.score());
            case LabelResult.Waiting _ -> numbers(NONE, NONE, NONE);
            case LabelResult.Unknown _ -> obstacle(TEXTS.get("unknown"));
            case LabelResult.LeftOut _ -> obstacle(TEXTS.get("left.out"));
            case LabelResult.Failed failed -> obstacle(ProblemText.of(failed.problem()));
        }
        boolean has = has(result);
        show(probability, has && row.kind() != ProbabilityKind.COSINE);
        show(cosine, has);
        show(logit, has);
        show(obstacle, !has);
    }

    /// {@return whether there are numbers, or will be in a moment}
    static boolean has(LabelResult result) {
        return result instanceof LabelResult.Scored || result instanceof LabelResult.Waiting;
    }

    /// {@return the result of a row in words}
    static String words(LabelRow row) {
        return switch (row.result()) {
            case LabelResult.Scored scored ->
                row.spread()
                        .map(spread -> TEXTS.get(
                                "scored.spread",
                                words(scored.score(), row.kind()),
                                SpreadBar.words(spread, scored.score().cosine())))
                        .orElseGet(() -> words(scored.score(), row.kind()));
            case LabelResult.Unknown _ -> TEXTS.get("unknown");
            case LabelResult.Failed failed -> ProblemText.of(failed.problem());
            case LabelResult.LeftOut _ -> TEXTS.get("left.out");
            case LabelResult.Waiting _ -> TEXTS.get("waiting");
        };
    }

    private static String words(LabelScore score, ProbabilityKind kind) {
        String cosine = NumberText.cosine(score.cosine());
        String logit = NumberText.logit(score.logit());
        return kind == ProbabilityKind.COSINE
                ? TEXTS.get("scored.cosine", cosine, logit)
                : TEXTS.get("scored", kind.title(), NumberText.percent(score.probability()), cosine, logit);
    }

    private void obstacle(String words) {
        obstacle.setText(words);
        obstacle.setTooltip(new Tooltip(words)); // few labels have one
        numbers("", "", "");
    }

    private void numbers(LabelScore score) {
        numbers(
                NumberText.percent(score.probability()),
                NumberText.cosine(score.cosine()),
                NumberText.logit(score.logit()));
    }

    private void numbers(String ofProbability, String ofCosine, String ofLogit) {
        probability.setText(ofProbability);
        cosine.setText(ofCosine);
        logit.setText(ofLogit);
    }

    private static void show(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }

    private static Label number(String kind) {
        Label label = new Label();
        label.getStyleClass().addAll("number", kind);
        return label;
    }
}
