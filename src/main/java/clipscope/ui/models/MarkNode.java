package clipscope.ui.models;

import clipscope.clip.certificate.Certificate.Mark;
import java.util.Locale;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How much a line can be relied on: an icon and a word, so that nobody needs the colour.
final class MarkNode {

    private MarkNode() {}

    static Label of(Mark mark) {
        Label label = new Label(mark.word().toLowerCase(Locale.ROOT));
        switch (mark) {
            case READ -> {} // most lines are: a sign at each would hide the others
            case ASSUMED -> label.setGraphic(new FontIcon(Feather.HELP_CIRCLE));
            case PASSED -> label.setGraphic(new FontIcon(Feather.CHECK));
            case NOTED -> label.setGraphic(new FontIcon(Feather.INFO));
            case FAILED -> label.setGraphic(new FontIcon(Feather.X_OCTAGON));
        }
        label.getStyleClass().addAll("mark", mark.name().toLowerCase(Locale.ROOT));
        return label;
    }
}
