package clipscope.train.world.picture;

import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Scene;
import java.util.List;
import java.util.Optional;

/// What is in a picture.
///
/// **Thread:** Immutable.
///
/// @param things pictographs and words
/// @param shapes shapes, in pictures that have nothing else
/// @param background the name of its colour, where it has one
public record Depiction(List<Thing> things, Optional<Scene> shapes, Optional<Colour> background, Look look) {

    public Depiction {
        things = List.copyOf(things);
    }

    /// {@return a picture of shapes}
    public static Depiction of(Scene shapes) {
        return new Depiction(List.of(), Optional.of(shapes), Optional.empty(), Look.COLOURED);
    }
}
