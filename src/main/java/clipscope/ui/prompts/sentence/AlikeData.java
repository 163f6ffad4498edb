package clipscope.ui.prompts.sentence;

import clipscope.embedding.FloatMatrix;
import clipscope.language.Texts;
import clipscope.score.NumberText;
import clipscope.ui.heatmap.HeatMapData;
import clipscope.ui.heatmap.ValueRange;
import clipscope.ui.prompts.work.NoPicture;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/// The cosines of prompts with each other, as a heat map asks for them.
///
/// **Thread:** Immutable.
record AlikeData(List<String> labels, FloatMatrix cosines, ValueRange range) implements HeatMapData {

    private static final Texts TEXTS = Texts.beside(AlikeData.class);

    AlikeData(List<String> labels, FloatMatrix cosines) {
        this(labels, cosines, ValueRange.of(cosines));
    }

    @Override
    public int rows() {
        return labels.size();
    }

    @Override
    public int columns() {
        return labels.size();
    }

    @Override
    public String rowName(int row) {
        return labels.get(row);
    }

    @Override
    public Optional<Image> picture(int row) {
        return NoPicture.ofWords();
    }

    @Override
    public Column column(int column) {
        return new Column(labels.get(column));
    }

    @Override
    public double fraction(int row, int column) {
        return range.fraction(cosines.at(row, column));
    }

    @Override
    public String text(int row, int column) {
        return NumberText.shortCosine(cosines.at(row, column));
    }

    @Override
    public String summary() {
        return TEXTS.get("likeness.accessible");
    }

    @Override
    public String description(int row, int column) {
        return TEXTS.get("alike", labels.get(row), labels.get(column), NumberText.cosine(cosines.at(row, column)));
    }
}
