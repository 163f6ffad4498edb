package clipscope.ui.grid.table;

import clipscope.clip.ScoreRule;
import clipscope.embedding.FloatMatrix;
import clipscope.score.spread.Quantiles;
import clipscope.ui.heatmap.ValueRange;
import java.util.ArrayList;
import java.util.List;

/// Where on the colour scale each number lies.
///
/// **Thread:** Immutable.
///
/// @param ranges one for the whole, or one for each row or column of the numbers
record GridShading(GridScope scope, List<ValueRange> ranges) {

    GridShading {
        ranges = List.copyOf(ranges);
    }

    /// Looks at all numbers: not for the JavaFX thread.
    static GridShading of(FloatMatrix values, GridChoice choice, ScoreRule rule) {
        if (choice.range() == GridRange.FIXED) {
            return new GridShading(GridScope.WHOLE, List.of(choice.mode().fixedRange(rule)));
        }
        List<ValueRange> ranges = new ArrayList<>();
        switch (choice.scope()) {
            case WHOLE -> ranges.add(range(values.toArray(), choice.range()));
            case ROW -> {
                for (int r = 0; r < values.rows(); r++) {
                    ranges.add(range(values.row(r), choice.range()));
                }
            }
            case COLUMN -> {
                for (int c = 0; c < values.columns(); c++) {
                    ranges.add(range(column(values, c), choice.range()));
                }
            }
        }
        return new GridShading(choice.scope(), ranges);
    }

    double fraction(int row, int column, float value) {
        ValueRange range = switch (scope) {
            case WHOLE -> ranges.getFirst();
            case ROW -> ranges.get(row);
            case COLUMN -> ranges.get(column);
        };
        return range.fraction(value);
    }

    private static ValueRange range(float[] values, GridRange kind) {
        if (values.length == 0) {
            return new ValueRange(0, 0);
        }
        return kind == GridRange.ROBUST
                ? new ValueRange(Quantiles.of(values, GridRange.TAIL), Quantiles.of(values, 1 - GridRange.TAIL))
                : ValueRange.of(values);
    }

    private static float[] column(FloatMatrix values, int column) {
        float[] numbers = new float[values.rows()];
        for (int r = 0; r < numbers.length; r++) {
            numbers[r] = values.at(r, column);
        }
        return numbers;
    }
}
