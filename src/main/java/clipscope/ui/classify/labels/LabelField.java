package clipscope.ui.classify.labels;

import clipscope.prompt.LabelList;
import clipscope.prompt.file.LabelText;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/// A field for one label or several. A list that is pasted, one label a line or as in Python, JSON or
/// Markdown, becomes one with commas, where a plain text field would join the lines without anything between
/// them.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelField extends TextField {

    LabelField() {
        setTextFormatter(new TextFormatter<>(LabelField::joined));
    }

    private static TextFormatter.Change joined(TextFormatter.Change change) {
        String given = change.getText();
        Optional<List<String>> listed = given.length() > 1 ? LabelText.listed(given) : Optional.empty();
        if (listed.isPresent() || given.lines().count() > 1) {
            String line = LabelList.joined(listed.orElseGet(() -> LabelList.parse(given)));
            change.setText(line);
            change.selectRange(change.getRangeStart() + line.length(), change.getRangeStart() + line.length());
        }
        return change;
    }
}
