package clipscope.ui.heatmap;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The palette of a heat map as style sheets set it: `-heat-text`, `-heat-muted`, `-heat-empty`,
/// `-heat-line`, `-heat-background`.
///
/// A canvas has no style of its own; without this, its texts would stay black on a dark page.
///
/// **Thread:** Confined to the JavaFX thread.
final class HeatMapColors {

    private static final StyleablePropertyFactory<HeatMap> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<HeatMap, Color> TEXT = color("-heat-text", colors -> colors.text);
    private static final CssMetaData<HeatMap, Color> MUTED = color("-heat-muted", colors -> colors.muted);
    private static final CssMetaData<HeatMap, Color> EMPTY = color("-heat-empty", colors -> colors.empty);
    private static final CssMetaData<HeatMap, Color> LINE = color("-heat-line", colors -> colors.line);
    private static final CssMetaData<HeatMap, Color> BACKGROUND =
            color("-heat-background", colors -> colors.background);

    static final List<CssMetaData<? extends Styleable, ?>> METADATA = List.copyOf(FACTORY.getCssMetaData());

    private final StyleableObjectProperty<Color> text;
    private final StyleableObjectProperty<Color> muted;
    private final StyleableObjectProperty<Color> empty;
    private final StyleableObjectProperty<Color> line;
    private final StyleableObjectProperty<Color> background;

    HeatMapColors(HeatMap map) {
        this.text = property(TEXT, map, HeatMapPalette.PAPER.text());
        this.muted = property(MUTED, map, HeatMapPalette.PAPER.muted());
        this.empty = property(EMPTY, map, HeatMapPalette.PAPER.empty());
        this.line = property(LINE, map, HeatMapPalette.PAPER.line());
        this.background = property(BACKGROUND, map, HeatMapPalette.PAPER.background());
    }

    HeatMapPalette palette() {
        return new HeatMapPalette(text.get(), muted.get(), empty.get(), line.get(), background.get());
    }

    private static StyleableObjectProperty<Color> property(
            CssMetaData<HeatMap, Color> metadata, HeatMap map, Color initial) {
        StyleableObjectProperty<Color> property =
                new SimpleStyleableObjectProperty<>(metadata, map, metadata.getProperty(), initial);
        property.subscribe(() -> map.requestLayout());
        return property;
    }

    private static CssMetaData<HeatMap, Color> color(
            String name, Function<HeatMapColors, StyleableObjectProperty<Color>> property) {
        return FACTORY.createColorCssMetaData(name, map -> property.apply(map.colors()), Color.BLACK, false);
    }
}
