package clipscope.ui.classify.scores;

import atlantafx.base.controls.Popover;
import clipscope.language.Texts;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The temperature, with a slider below it and a way back to the model's own.
///
/// **Thread:** Confined to the JavaFX thread.
public final class TemperatureButton {

    private static final Texts TEXTS = Texts.beside(TemperatureButton.class);

    private static final double RANGE = 30; // times and parts of the model's own

    private final ScoresViewModel model;
    private final Button value = new Button();
    private final Button reset = new Button(null, new FontIcon(Feather.ROTATE_CCW));
    private final HBox root = new HBox(value, reset);

    public TemperatureButton(ScoresViewModel model) {
        this.model = model;
        value.setId("classify-temperature");
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.setOnAction(_ -> model.temperatureProperty().get().ifPresent(this::open));
        Tooltip meaning = new Tooltip();
        meaning.setWrapText(true);
        meaning.setMaxWidth(320);
        value.setTooltip(meaning);
        reset.setId("classify-temperature-reset");
        reset.setAccessibleText(TEXTS.get("temperature.reset"));
        reset.setTooltip(new Tooltip(TEXTS.get("temperature.reset")));
        reset.setOnAction(_ -> model.resetTemperature());
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("temperature");
        model.temperatureProperty().subscribe(now -> {
            value.setDisable(now.isEmpty());
            value.setText(now.map(some -> TEXTS.get("temperature", text(some.value())))
                    .orElse(TEXTS.get("temperature.slider")));
            value.setAccessibleText(
                    now.map(some -> TEXTS.get("temperature.accessible", text(some.value()), text(some.ofModel())))
                            .orElse(TEXTS.get("temperature.slider")));
            now.ifPresent(some -> meaning.setText(meaning(some)));
            boolean changed = now.filter(ScoresViewModel.Temperature::changed).isPresent();
            reset.setVisible(changed);
            reset.setManaged(changed);
        });
    }

    public Region node() {
        return root;
    }

    private static String meaning(ScoresViewModel.Temperature now) {
        return TEXTS.get("temperature.meaning", text(now.ofModel()), text(1 / now.ofModel()));
    }

    private void open(ScoresViewModel.Temperature now) {
        Slider slider = new Slider(-Math.log(RANGE), Math.log(RANGE), Math.log(now.value() / now.ofModel()));
        slider.setId("classify-temperature-slider");
        slider.setPrefWidth(260);
        slider.setBlockIncrement(Math.log(1.1));
        slider.setAccessibleText(TEXTS.get("temperature.slider"));
        slider.valueProperty().subscribe((_, to) -> {
            double near = Math.abs(to.doubleValue()) < 0.02 ? 0 : to.doubleValue(); // the model's own holds on a little
            model.slideTemperature(now.ofModel() * Math.exp(near));
        });
        slider.valueChangingProperty().subscribe((_, changing) -> {
            if (!changing) {
                model.endSliding();
            }
        });
        Label sharp = end(TEXTS.get("temperature.sharper"));
        Label flat = end(TEXTS.get("temperature.flatter"));
        HBox ends = new HBox(sharp, space(), end(TEXTS.get("temperature.model")), space(), flat);
        VBox content = new VBox(6, slider, ends);
        content.getStyleClass().add("popover-content");
        Popover popover = new Popover(content);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.show(value);
        slider.requestFocus();
    }

    private static Label end(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /// Three digits that count, however small.
    private static String text(double value) {
        int decimals = (int) Math.clamp(2 - Math.floor(Math.log10(value)), 0, 6);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
