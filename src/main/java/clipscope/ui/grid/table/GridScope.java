package clipscope.ui.grid.table;

/// Of which cells the ends of the colour scale are taken. The numbers in the cells stay what they are.
public enum GridScope {
    /// One scale for all: colours can be compared anywhere.
    WHOLE,

    /// Each image has a scale of its own: what fits it best stands out.
    ROW,

    /// Each prompt has a scale of its own: prompts that score high on everything no longer drown the others.
    COLUMN
}
