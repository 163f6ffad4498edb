package clipscope.train.world.art;

import java.util.Locale;

/// A vector drawing: what stands inside the `svg` element, and the part of the plane that is shown.
///
/// **Thread:** Immutable.
record Svg(String body, double left, double top, double width, double height) {

    Svg withBody(String other) {
        return new Svg(other, left, top, width, height);
    }

    /// {@return the mirror image, left and right exchanged}
    Svg mirrored() {
        return withBody("<g transform=\"translate(%s 0) scale(-1 1)\">%s</g>".formatted(2 * left + width, body));
    }

    /// {@return the whole document}
    String document() {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                        + " viewBox=\"%s %s %s %s\" width=\"%s\" height=\"%s\">%s</svg>",
                left,
                top,
                width,
                height,
                width,
                height,
                body);
    }
}
