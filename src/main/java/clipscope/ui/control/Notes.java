package clipscope.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Sentences in pages that say less important things.
public final class Notes {

    private Notes() {}

    /// {@return a sentence in the quieter colour, over as many lines as it needs}
    public static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
