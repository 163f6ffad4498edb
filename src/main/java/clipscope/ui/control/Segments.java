package clipscope.ui.control;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// One choice of a few, side by side. Unlike a toggle group, exactly one is always chosen.
///
/// **Thread:** Confined to the JavaFX thread.
public final class Segments<T> {

    private final HBox root = new HBox();

    /// @param id of the buttons, followed by a number: `grid-mode-0`
    /// @param name what is chosen, for who cannot see where the buttons stand: "Colours"
    /// @param chosen shown, whoever changes it
    /// @param onChoose told what a person chooses
    public Segments(
            String id,
            String name,
            List<T> choices,
            Function<? super T, String> title,
            ObservableValue<T> chosen,
            Consumer<? super T> onChoose) {
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            T choice = choices.get(i);
            ToggleButton button = new ToggleButton(title.apply(choice));
            button.setId(id + "-" + i);
            button.setAccessibleText(name + ": " + button.getText());
            button.getStyleClass().add(pill(i, choices.size()));
            button.setMinWidth(HBox.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                onChoose.accept(choice);
                button.setSelected(choice.equals(chosen.getValue())); // a second click must not switch it off
            });
            buttons.add(button);
        }
        chosen.subscribe(now -> {
            for (int i = 0; i < choices.size(); i++) {
                buttons.get(i).setSelected(choices.get(i).equals(now));
            }
        });
        root.getStyleClass().add("segments");
        root.getChildren().setAll(buttons);
    }

    public HBox node() {
        return root;
    }

    private static String pill(int place, int count) {
        if (place == 0) {
            return Styles.LEFT_PILL;
        }
        return place == count - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
