package clipscope.ui.grid.table;

/// Of which cells the ends of the colour scale are taken. The numbers in the cells stay what they are.
public enum GridScope {
    /// One scale for all: colours can be compared anywhere.
    WHOLE("Whole grid", ""),

    /// Each image has a scale of its own: what fits it best stands out.
    ROW("Each row", " of its row"),

    /// Each prompt has a scale of its own: prompts that score high on everything no longer drown the others.
    COLUMN("Each column", " of its column");

    private final String title;
    private final String suffix;

    GridScope(String title, String suffix) {
        this.title = title;
        this.suffix = suffix;
    }

    /// {@return the name in a menu}
    public String title() {
        return title;
    }

    /// {@return what the legend says behind "lowest", empty if it can tell the number}
    public String suffix() {
        return suffix;
    }
}
