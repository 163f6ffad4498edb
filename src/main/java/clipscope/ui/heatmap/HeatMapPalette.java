package clipscope.ui.heatmap;

import javafx.scene.paint.Color;

/// The colours of a heat map other than those of its scale.
///
/// **Thread:** Immutable.
///
/// @param text of headers
/// @param muted of row names and notes
/// @param empty of a cell that has no value yet
/// @param line of the hatching of a column that will have none
/// @param background behind everything, and inside the cursor's frame
public record HeatMapPalette(Color text, Color muted, Color empty, Color line, Color background) {

    /// Ink on paper: for pictures that leave the program.
    public static final HeatMapPalette PAPER = new HeatMapPalette(
            Color.web("#1f2328"), Color.web("#59636e"), Color.web("#eaeef2"), Color.web("#afb8c1"), Color.WHITE);
}
