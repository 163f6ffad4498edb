package clipscope.ui.prompts.lab;

import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.ui.heatmap.HeatMap;
import clipscope.ui.heatmap.HeatMapData;
import clipscope.ui.prompts.work.CellsOnly;
import clipscope.ui.prompts.work.NoPicture;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.image.Image;

/// Templates × labels: how many of the images of a label each template alone gives that label.
///
/// **Thread:** Confined to the JavaFX thread.
final class LabelStrip {

    private static final Texts TEXTS = Texts.beside(LabelStrip.class);

    private final HeatMap map = new HeatMap(new CellsOnly());

    LabelStrip() {
        map.setId("prompts-strip");
    }

    Node node() {
        return map;
    }

    void show(LabResult result) {
        map.show(new Data(result));
    }

    void clear() {
        map.show(HeatMapData.EMPTY);
    }

    private record Data(LabResult result) implements HeatMapData {

        @Override
        public int rows() {
            return result.input().templates().size();
        }

        @Override
        public int columns() {
            return result.input().labels().size();
        }

        @Override
        public String rowName(int row) {
            return result.input().templates().get(row).text();
        }

        @Override
        public Optional<Image> picture(int row) {
            return NoPicture.ofWords();
        }

        @Override
        public Column column(int column) {
            return new Column(result.input().labels().get(column));
        }

        @Override
        public double fraction(int row, int column) {
            return result.report().byLabel().at(row, column);
        }

        @Override
        public String text(int row, int column) {
            float share = result.report().byLabel().at(row, column);
            return Float.isNaN(share) ? "" : NumberText.shortPercent(share);
        }

        @Override
        public String summary() {
            return TEXTS.get("strip.accessible");
        }

        @Override
        public String description(int row, int column) {
            float share = result.report().byLabel().at(row, column);
            String label = result.input().labels().get(column);
            return Float.isNaN(share)
                    ? TEXTS.get("cell.none", rowName(row), label)
                    : TEXTS.get("cell", rowName(row), label, NumberText.percent(share));
        }
    }
}
