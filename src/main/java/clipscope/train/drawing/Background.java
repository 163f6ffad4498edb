package clipscope.train.drawing;

import java.util.List;

/// What the figures stand on: a colour that may turn into another from one side to the opposite one.
///
/// **Thread:** Immutable.
///
/// @param colours one name if it is plain, two if not
/// @param from the shade at one side
/// @param to the shade at the opposite side; the same as `from` if the background is plain
/// @param direction from the first to the second, clockwise from the right, in radians
public record Background(List<Colour> colours, Rgb from, Rgb to, double direction) {

    public Background {
        colours = List.copyOf(colours);
    }

    /// {@return one shade everywhere}
    public static Background plain(Colour colour, Rgb shade) {
        return new Background(List.of(colour), shade, shade, 0);
    }

    /// {@return whether it has one colour only}
    public boolean plain() {
        return colours.size() == 1;
    }

    /// {@return the shade at a point, given in parts of the picture's side}
    Rgb at(double x, double y) {
        double along = (x - 0.5) * Math.cos(direction) + (y - 0.5) * Math.sin(direction);
        return from.mixedWith(to, Math.clamp(along + 0.5, 0.0, 1.0));
    }
}
