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
            case LARGE -> Truth.above(figure.radius(), 0.36, 0.4);
            case SMALL -> Truth.above(-figure.radius(), -0.32, -0.28);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
