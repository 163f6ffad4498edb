package clipscope.ui.heatmap;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures texts of one font and cuts what is too long.
///
/// **Thread:** Confined to the JavaFX thread.
final class TextWidth {

    private static final int LIMIT = 4_000; // several windows full

    private final Text probe = new Text();
    private final Map<Cut, String> known = new LinkedHashMap<>();

    private record Cut(String text, double width) {}

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
        Cut wanted = new Cut(text, width);
        String cut = known.get(wanted);
        if (cut == null) {
            cut = cut(text, width);
            if (known.size() >= LIMIT) {
                known.clear();
            }
            known.put(wanted, cut);
        }
        return cut;
    }

    private String cut(String text, double width) {
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
