package clipscope.ui.train.begun;

import clipscope.language.Language;
import clipscope.language.Texts;
import clipscope.ui.train.begun.BegunViewModel.Begun;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Says that a training was begun, how far it is and since when, and offers to start anew.
///
/// **Thread:** Confined to the JavaFX thread.
public final class BegunPane {

    private static final Texts TEXTS = Texts.beside(BegunPane.class);

    private final VBox root = new VBox();

    public BegunPane(BegunViewModel model) {
        Label words = new Label();
        words.setId("train-begun-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        CheckBox anew = new CheckBox(TEXTS.get("anew"));
        anew.setId("train-anew");
        anew.setAccessibleHelp(TEXTS.get("anew.hint"));
        anew.selectedProperty().bindBidirectional(model.anewProperty());
        Label then = new Label();
        then.setId("train-begun-then");
        then.getStyleClass().add("muted");
        then.setWrapText(true);
        then.setMinHeight(Region.USE_PREF_SIZE);
        root.setId("train-begun");
        root.getChildren().setAll(words, then, anew);
        model.anewProperty().subscribe(_ -> then.setText(then(model)));
        model.begunProperty().subscribe(begun -> {
            root.setVisible(begun.isPresent());
            root.setManaged(begun.isPresent());
            words.setText(begun.map(BegunPane::words).orElse(""));
            then.setText(then(model));
        });
    }

    public Region node() {
        return root;
    }

    private static String then(BegunViewModel model) {
        return TEXTS.get(model.startsAnew() ? "anew.hint" : model.inTheWay() ? "then.other" : "then.same");
    }

    private static String words(Begun begun) {
        String saved = date(begun.training().saved());
        int step = begun.training().step();
        return begun.training().same()
                ? TEXTS.get("begun.same", step, begun.steps(), saved)
                : TEXTS.get("begun.other", step, saved);
    }

    private static String date(Instant saved) {
        return saved.atZone(ZoneId.systemDefault())
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.of(Language.code())));
    }
}
