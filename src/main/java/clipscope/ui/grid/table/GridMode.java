package clipscope.ui.grid.table;

import clipscope.clip.ScoreRule;
import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.ui.heatmap.ValueRange;
import java.util.List;

/// What the cells of the grid show.
public enum GridMode {
    /// The cosine of image and prompt.
    COSINE("mode.cosine", "unit.cosine", "cosine"),

    /// The cosine times the model's scale, and its bias if it has one.
    LOGIT("mode.logit", "unit.logit", "logit"),

    /// The probability of each cell by itself, as a model with a sigmoid gives it.
    SIGMOID("mode.sigmoid", "unit.sigmoid", "probability (sigmoid)"),

    /// The probabilities of the prompts for each image: rows sum to 1.
    OVER_PROMPTS("mode.prompts", "unit.prompts", "softmax over prompts"),

    /// The probabilities of the images for each prompt: columns sum to 1.
    OVER_IMAGES("mode.images", "unit.images", "softmax over images"),

    /// The share of the images, in percent, that fit the prompt less.
    PERCENTILE("mode.percentile", "unit.percentile", "percentile among images");

    private static final Texts TEXTS = Texts.beside(GridMode.class);

    private static final ValueRange TYPICAL =
            new ValueRange(0.1, 0.3); // openai/CLIP, notebooks/Interacting_with_CLIP.ipynb

    private final String titleKey;
    private final String unitKey;
    private final String quantity;

    GridMode(String titleKey, String unitKey, String quantity) {
        this.titleKey = titleKey;
        this.unitKey = unitKey;
        this.quantity = quantity;
    }

    /// {@return what the cells can show of a model}
    public static List<GridMode> offeredBy(ScoreRule rule) {
        return switch (rule) {
            case ScoreRule.Softmax _ -> List.of(COSINE, LOGIT, OVER_PROMPTS, OVER_IMAGES, PERCENTILE);
            case ScoreRule.Sigmoid _ -> List.of(COSINE, LOGIT, SIGMOID, OVER_PROMPTS, OVER_IMAGES, PERCENTILE);
        };
    }

    /// {@return the name on the button}
    public String title() {
        return TEXTS.get(titleKey);
    }

    /// {@return what the numbers are, as the legend says it}
    public String unit() {
        return TEXTS.get(unitKey);
    }

    /// {@return what the numbers are, as files say it in any language}
    public String quantity() {
        return quantity;
    }

    /// {@return a range that stays the same whatever the images, so that colours can be compared}
    public ValueRange fixedRange(ScoreRule rule) {
        return switch (this) {
            case COSINE -> TYPICAL;
            case LOGIT -> new ValueRange(rule.logit(TYPICAL.min()), rule.logit(TYPICAL.max()));
            case PERCENTILE -> new ValueRange(0, 100);
            case SIGMOID, OVER_PROMPTS, OVER_IMAGES -> new ValueRange(0, 1);
        };
    }

    /// {@return the number with its unit, as the legend shows it}
    public String text(double value) {
        return switch (this) {
            case COSINE -> NumberText.shortCosine(value);
            case SIGMOID, OVER_PROMPTS, OVER_IMAGES -> NumberText.percent(value);
            case LOGIT -> NumberText.logit(value);
            case PERCENTILE -> NumberText.percentile(value);
        };
    }

    /// {@return the number as short as a cell needs it}
    public String cellText(double value) {
        return switch (this) {
            case COSINE -> NumberText.shortCosine(value);
            case SIGMOID, OVER_PROMPTS, OVER_IMAGES -> NumberText.shortPercent(value);
            case LOGIT -> NumberText.logit(value);
            case PERCENTILE -> NumberText.percentile(value);
        };
    }
}
