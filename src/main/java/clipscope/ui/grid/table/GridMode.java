package clipscope.ui.grid.table;

import clipscope.ui.control.NumberText;
import clipscope.ui.heatmap.ValueRange;

/// What the cells of the grid show.
public enum GridMode {
    /// The cosine of image and prompt.
    COSINE("Cosine", "cosine", new ValueRange(0.1, 0.3)), // openai/CLIP, notebooks/Interacting_with_CLIP.ipynb

    /// The probabilities of the prompts for each image: rows sum to 1.
    OVER_PROMPTS("Softmax over prompts", "softmax over prompts", new ValueRange(0, 1)),

    /// The probabilities of the images for each prompt: columns sum to 1.
    OVER_IMAGES("Softmax over images", "softmax over images", new ValueRange(0, 1));

    private final String title;
    private final String unit;
    private final ValueRange fixedRange;

    GridMode(String title, String unit, ValueRange fixedRange) {
        this.title = title;
        this.unit = unit;
        this.fixedRange = fixedRange;
    }

    /// {@return the name on the button}
    public String title() {
        return title;
    }

    /// {@return what the numbers are, as the legend says it}
    public String unit() {
        return unit;
    }

    /// {@return a range that stays the same whatever the images, so that colours can be compared}
    public ValueRange fixedRange() {
        return fixedRange;
    }

    /// {@return the number with its unit, as the legend shows it}
    public String text(double value) {
        return switch (this) {
            case COSINE -> NumberText.shortCosine(value);
            case OVER_PROMPTS, OVER_IMAGES -> NumberText.percent(value);
        };
    }

    /// {@return the number as short as a cell needs it}
    public String cellText(double value) {
        return switch (this) {
            case COSINE -> NumberText.shortCosine(value);
            case OVER_PROMPTS, OVER_IMAGES -> NumberText.shortPercent(value);
        };
    }
}
