package clipscope.train.drawing;

import java.util.Arrays;
import java.util.List;

/// A colour and a shape: what a label like "red circle" names.
///
/// **Thread:** Immutable.
public record Combination(Colour colour, Shape shape) {

    /// Never drawn and never named in training, so that naming them right is understanding and not memory:
    /// one for each shape and one for each colour.
    private static final List<Combination> HELD_OUT = List.of(
            new Combination(Colour.GREEN, Shape.CIRCLE),
            new Combination(Colour.ORANGE, Shape.SQUARE),
            new Combination(Colour.PURPLE, Shape.TRIANGLE),
            new Combination(Colour.BLUE, Shape.STAR),
            new Combination(Colour.YELLOW, Shape.HEART),
            new Combination(Colour.RED, Shape.CROSS),
            new Combination(Colour.PINK, Shape.DIAMOND),
            new Combination(Colour.BROWN, Shape.RING),
            new Combination(Colour.GREY, Shape.MOON),
            new Combination(Colour.BLACK, Shape.ARROW),
            new Combination(Colour.WHITE, Shape.FLOWER));

    /// {@return the words for it: "red circle"}
    public String words() {
        return colour.word() + " " + shape.word();
    }

    /// {@return every colour with every shape}
    public static List<Combination> all() {
        return Arrays.stream(Colour.values())
                .flatMap(colour -> Arrays.stream(Shape.values()).map(shape -> new Combination(colour, shape)))
                .toList();
    }

    /// {@return those kept for the examination}
    public static List<Combination> heldOut() {
        return HELD_OUT;
    }

    /// {@return those used in training}
    public static List<Combination> trained() {
        return all().stream().filter(each -> !HELD_OUT.contains(each)).toList();
    }
}
