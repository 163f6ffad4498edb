package clipscope.ui.classify.labels;

import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/// A field for one label or several. A list with a label on each line becomes one with commas, where a plain
/// text field would join the lines without anything between them.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelField extends TextField {

    LabelField() {
        setTextFormatter(new TextFormatter<>(LabelField::joined));
    }

    private static TextFormatter.Change joined(TextFormatter.Change change) {
        String typed = change.getText();
        String line = typed.strip().replaceAll("[,;]?\\s*\\R\\s*", ", ");
        if (typed.lines().count() > 1) {
            change.setText(line);
            change.selectRange(change.getRangeStart() + line.length(), change.getRangeStart() + line.length());
        }
        return change;
    }
}
