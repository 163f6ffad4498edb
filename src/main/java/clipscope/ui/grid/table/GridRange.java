package clipscope.ui.grid.table;

/// What the ends of the colour scale stand for.
public enum GridRange {
    /// The least and the greatest number there are: all colours are used.
    DATA("Data"),

    /// The 2nd and the 98th percentile: a few numbers far out do not make all others look alike.
    ROBUST("2–98 %"),

    /// The same for all images and prompts: colours can be compared from one day to the next.
    FIXED("Fixed");

    /// What a robust range leaves out at each end.
    static final double TAIL = 0.02;

    private final String title;

    GridRange(String title) {
        this.title = title;
    }

    /// {@return the name on the button}
    public String title() {
        return title;
    }
}
