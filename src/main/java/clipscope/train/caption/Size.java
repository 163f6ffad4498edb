package clipscope.train.caption;

import clipscope.train.drawing.Figure;
import java.util.Locale;

/// A size worth a word.
public enum Size {
    LARGE,
    SMALL;

    /// {@return whether a figure has this size; what lies between has neither}
    Truth of(Figure figure) {
        return switch (this) {
            case LARGE -> Truth.above(figure.radius(), 0.31, 0.36);
            case SMALL -> Truth.above(-figure.radius(), -0.27, -0.23);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
