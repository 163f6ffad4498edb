package clipscope.ui.heatmap;

import clipscope.language.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/// What the colours of a heat map stand for.
///
/// **Thread:** Confined to the JavaFX thread.
public final class HeatMapLegend extends HBox {

    private static final Texts TEXTS = Texts.beside(HeatMapLegend.class);

    private static final int STOPS = 31; // the points of every colour scale are among them
    private static final double BAR_WIDTH = 200;
    private static final double BAR_HEIGHT = 10;

    private final Label lowest = new Label();
    private final Label highest = new Label();
    private final Label unit = new Label();
    private final Region bar = new Region();

    /// The words of a legend.
    ///
    /// @param lowest the number at the dark end, with its unit or a sign that lower ones look the same
    /// @param highest the number at the bright end
    /// @param unit what the numbers are
    public record Words(String lowest, String highest, String unit, ColorScale colors) {}

    public HeatMapLegend() {
        bar.setPrefSize(BAR_WIDTH, BAR_HEIGHT);
        bar.setMinSize(40, BAR_HEIGHT);
        bar.setMaxHeight(BAR_HEIGHT);
        getStyleClass().add("heat-map-legend");
        setAlignment(Pos.CENTER_LEFT);
        List.of(lowest, highest, unit).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
        getChildren().setAll(lowest, bar, highest, unit);
    }

    public void show(Words words) {
        lowest.setText(words.lowest());
        highest.setText(words.highest());
        unit.setText(words.unit());
        bar.setBackground(
                new Background(new BackgroundFill(gradient(words.colors(), 0, 1, true), new CornerRadii(3), null)));
        setAccessibleText(TEXTS.get("legend", words.lowest(), words.highest(), words.unit()));
    }

    /// {@return the whole scale from left to right}
    static LinearGradient gradient(ColorScale colors, double fromX, double toX, boolean proportional) {
        List<Stop> stops = IntStream.range(0, STOPS)
                .mapToObj(i -> i / (STOPS - 1.0))
                .map(place -> new Stop(place, color(colors, place)))
                .toList();
        return new LinearGradient(fromX, 0, toX, 0, proportional, CycleMethod.NO_CYCLE, stops);
    }

    private static Color color(ColorScale colors, double place) {
        int rgb = colors.at(place);
        return Color.rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
