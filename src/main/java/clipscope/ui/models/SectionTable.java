package clipscope.ui.models;

import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One section of a certificate as a dense table: name, value with how it is known, and mark.
final class SectionTable {

    private static final double[] PERCENT = {36, 46, 18};

    private SectionTable() {}

    static Region of(Section section) {
        Label title = new Label(section.title());
        title.getStyleClass().add("strong");
        GridPane table = new GridPane();
        for (double percent : PERCENT) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            table.getColumnConstraints().add(column);
        }
        int row = 0;
        for (Line line : section.lines()) {
            Region value = value(line);
            table.addRow(row, cell(line.name(), "line-name"), value);
            if (line.mark() == Mark.READ) {
                GridPane.setColumnSpan(value, GridPane.REMAINING); // a path is long, and so is a key
            } else {
                table.add(cell(MarkNode.of(line.mark()), "line-mark"), 2, row);
            }
            row++;
        }
        VBox box = new VBox(title, table);
        box.getStyleClass().add("section");
        return box;
    }

    private static Region value(Line line) {
        Label value = words(line.value(), "line-value");
        VBox box = new VBox(value);
        if (!line.note().isEmpty()) {
            box.getChildren().add(words(breakable(line.note()), "line-note"));
        }
        box.getStyleClass().add("cell");
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }

    /// Lets long keys go on in the next line between their parts.
    private static String breakable(String note) {
        return note.replaceAll("([._])(?=\\w)", "$1\u200b");
    }

    private static Label words(String text, String kind) {
        Label words = new Label(text);
        words.getStyleClass().add(kind);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }

    private static Label cell(String text, String kind) {
        return cell(new Label(text), kind);
    }

    /// Fills its place, so that the line above it goes through.
    private static Label cell(Label label, String kind) {
        label.getStyleClass().addAll("cell", kind);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }
}
