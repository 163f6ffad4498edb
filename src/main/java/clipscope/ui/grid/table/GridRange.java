package clipscope.ui.grid.table;

import clipscope.language.Texts;

/// What the ends of the colour scale stand for.
public enum GridRange {
    /// The least and the greatest number there are: all colours are used.
    DATA("range.data"),

    /// The 2nd and the 98th percentile: a few numbers far out do not make all others look alike.
    ROBUST("range.robust"),

    /// The same for all images and prompts: colours can be compared from one day to the next.
    FIXED("range.fixed");

    private static final Texts TEXTS = Texts.beside(GridRange.class);

    /// What a robust range leaves out at each end.
    static final double TAIL = 0.02;

    private final String key;

    GridRange(String key) {
        this.key = key;
    }

    /// {@return the name on the button}
    public String title() {
        return TEXTS.get(key);
    }
}
