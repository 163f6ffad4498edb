package clipscope.train.world.say;

import clipscope.train.caption.Truth;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.Shape;
import java.util.Set;

/// Words that pictographs and shapes share.
final class Names {

    private Names() {}

    static Truth unsureIf(boolean condition) {
        return condition ? Truth.UNSURE : Truth.FALSE;
    }

    /// {@return all words for a shape}
    static Set<String> of(Shape shape) {
        return switch (shape) {
            case CIRCLE -> Set.of("circle", "disc");
            case CROSS -> Set.of("cross", "plus");
            case DIAMOND -> Set.of("diamond", "rhombus");
            case MOON -> Set.of("moon", "crescent");
            case RING -> Set.of("ring", "circle");
            case SQUARE, TRIANGLE, STAR, HEART, ARROW, FLOWER -> Set.of(shape.word());
        };
    }

    /// {@return whether one of the words is that for a shape of a scene}
    static boolean inScene(Set<String> words, Scene scene) {
        return scene.figures().stream()
                .anyMatch(figure -> of(figure.shape()).stream().anyMatch(words::contains));
    }
}
