package clipscope.train.caption;

import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Figure;
import clipscope.train.drawing.Pattern;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.Shape;
import org.jspecify.annotations.Nullable;

/// What a caption says about a picture.
///
/// With it, a picture can be held against every caption of a batch and not only its own: "a red circle" is
/// true of every picture with a red circle, and must not be learned as false there.
public sealed interface Claim {

    /// {@return whether it is true of a scene}
    Truth of(Scene scene);

    /// The picture has such a figure. What is null is not spoken of.
    record Thing(
            @Nullable Colour colour,
            @Nullable Shape shape,
            @Nullable Size size,
            @Nullable Place place) implements Claim {

        /// {@return such a figure, of any size anywhere}
        public static Thing of(@Nullable Colour colour, @Nullable Shape shape) {
            return new Thing(colour, shape, null, null);
        }

        @Override
        public Truth of(Scene scene) {
            return scene.figures().stream().map(this::of).reduce(Truth.FALSE, Truth::or);
        }

        Truth of(Figure figure) {
            return Truth.of(colour == null || colour == figure.colour())
                    .and(shape == null ? Truth.TRUE : isA(figure, shape))
                    .and(size == null ? Truth.TRUE : size.of(figure))
                    .and(place == null ? Truth.TRUE : place.of(figure));
        }

        /// The line around a circle may well be called a ring.
        private static Truth isA(Figure figure, Shape shape) {
            if (shape == Shape.RING && figure.shape() == Shape.CIRCLE && figure.outlined()) {
                return Truth.UNSURE;
            }
            return Truth.of(shape == figure.shape());
        }
    }

    /// The picture has such a figure, and this background.
    record OnBackground(Thing thing, Colour background) implements Claim {

        @Override
        public Truth of(Scene scene) {
            Truth colour = Truth.of(scene.background().colours().contains(background));
            return thing.of(scene).and(colour).and(scene.background().plain() ? Truth.TRUE : Truth.UNSURE);
        }
    }

    /// The picture has so many such figures, no more and no fewer.
    record Counted(int count, Thing thing) implements Claim {

        @Override
        public Truth of(Scene scene) {
            long surely = scene.figures().stream()
                    .filter(each -> thing.of(each) == Truth.TRUE)
                    .count();
            long perhaps = scene.figures().stream()
                    .filter(each -> thing.of(each) == Truth.UNSURE)
                    .count();
            return count < surely || count > surely + perhaps ? Truth.FALSE : perhaps == 0 ? Truth.TRUE : Truth.UNSURE;
        }
    }

    /// The picture has such a figure with such a pattern.
    record Patterned(Thing thing, Pattern pattern) implements Claim {

        @Override
        public Truth of(Scene scene) {
            return scene.figures().stream()
                    .filter(each ->
                            each.form().line() instanceof Figure.Line.Patterned line && line.pattern() == pattern)
                    .map(thing::of)
                    .reduce(Truth.FALSE, Truth::or);
        }
    }

    /// The picture has two such figures that stand so.
    record Two(Thing first, Relation relation, Thing second) implements Claim {

        @Override
        public Truth of(Scene scene) {
            Truth truth = Truth.FALSE;
            for (Figure one : scene.figures()) {
                for (Figure other : scene.figures()) {
                    if (!one.equals(other)) {
                        truth = truth.or(first.of(one).and(second.of(other)).and(relation.of(one, other)));
                    }
                }
            }
            return truth;
        }
    }
}
