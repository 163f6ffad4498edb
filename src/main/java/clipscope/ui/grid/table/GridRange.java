package clipscope.ui.grid.table;

import clipscope.ui.heatmap.ValueRange;

/// What the ends of the colour scale stand for.
public enum GridRange {
    /// The least and the greatest number there are: all colours are used.
    DATA("Data"),

    /// The same for all images and prompts: colours can be compared from one day to the next.
    FIXED("Fixed");

    private final String title;

    GridRange(String title) {
        this.title = title;
    }

    /// {@return the name on the button}
    public String title() {
        return title;
    }

    public ValueRange of(GridTable table) {
        return switch (this) {
            case DATA -> table.dataRange();
            case FIXED -> table.mode().fixedRange();
        };
    }
}
