package clipscope.ui.heatmap;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures texts of one font and cuts what is too long.
///
/// **Thread:** Confined to the JavaFX thread.
final class TextWidth {

    private final Text probe = new Text();

    TextWidth(Font font) {
        probe.setFont(font);
    }

    /// {@return the width of a text in one line, in pixels}
    double of(String text) {
        probe.setText(text);
        return probe.getLayoutBounds().getWidth();
    }

    /// {@return the text, or its beginning and an ellipsis, no wider than that}
    String fitted(String text, double width) {
        if (of(text) <= width) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (of(text.substring(0, middle) + "…") <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        boolean splitsPair = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1));
        return text.substring(0, splitsPair ? fits - 1 : fits) + "…";
    }
}
