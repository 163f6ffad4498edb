package clipscope.ui.grid.table;

import clipscope.ui.heatmap.ColorScale;

/// What a person chose to see in the cells, and where.
///
/// **Thread:** Immutable.
///
/// @param range which numbers the ends of the colours stand for
/// @param scope of which cells those numbers are
public record GridChoice(GridMode mode, GridRange range, GridScope scope, ColorScale colors, GridOrder order) {

    public static final GridChoice FIRST =
            new GridChoice(GridMode.COSINE, GridRange.DATA, GridScope.WHOLE, ColorScale.VIRIDIS, GridOrder.FIRST);

    public GridChoice withMode(GridMode other) {
        return new GridChoice(other, range, scope, colors, order);
    }

    public GridChoice withRange(GridRange other) {
        return new GridChoice(mode, other, scope, colors, order);
    }

    public GridChoice withScope(GridScope other) {
        return new GridChoice(mode, range, other, colors, order);
    }

    public GridChoice withColors(ColorScale other) {
        return new GridChoice(mode, range, scope, other, order);
    }

    public GridChoice withOrder(GridOrder other) {
        return new GridChoice(mode, range, scope, colors, other);
    }
}
