package clipscope.train.world.say;

import clipscope.train.caption.Claim;
import clipscope.train.caption.Relation;
import clipscope.train.caption.Truth;
import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Scene;
import clipscope.train.world.concept.Concept;
import clipscope.train.world.picture.Depiction;
import clipscope.train.world.picture.Look;
import clipscope.train.world.picture.Thing;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a caption says about a picture.
public sealed interface Statement {

    /// {@return whether it is true of a picture}
    Truth of(Depiction picture);

    /// The picture shows something that is called so, or says it.
    ///
    /// @param words those of the name
    record Shown(String name, Set<String> words, Optional<Colour> background, Optional<Look> look)
            implements Statement {

        static Shown of(String name) {
            return new Shown(name, Set.copyOf(List.of(name.split(" "))), Optional.empty(), Optional.empty());
        }

        @Override
        public Truth of(Depiction picture) {
            Truth shown = Truth.FALSE;
            for (Thing thing : picture.things()) {
                shown = shown.or(of(thing));
            }
            if (picture.shapes().isPresent()) {
                shown = shown.or(
                        Names.unsureIf(Names.inScene(words, picture.shapes().get())));
            }
            return shown == Truth.FALSE ? shown : shown.and(around(picture));
        }

        private Truth around(Depiction picture) {
            Truth ground = background
                    .map(colour -> picture.background().isEmpty()
                            ? Truth.UNSURE
                            : Truth.of(picture.background().get() == colour))
                    .orElse(Truth.TRUE);
            return ground.and(look.map(each -> each == picture.look() ? Truth.TRUE : Truth.UNSURE)
                    .orElse(Truth.TRUE));
        }

        /// A name all whose words are among a concept's may well be said of it: "heart" of a red heart. And
        /// what is written counts as shown, for people's captions say of a sign what stands on it.
        Truth of(Thing thing) {
            return switch (thing) {
                case Thing.Pictured pictured -> of(pictured.concept());
                case Thing.Lettered lettered ->
                    lettered.text().equals(name) ? Truth.TRUE : Names.unsureIf(words.contains(lettered.text()));
            };
        }

        private Truth of(Concept concept) {
            return concept.names().contains(name) || concept.kinds().contains(name)
                    ? Truth.TRUE
                    : Names.unsureIf(concept.words().containsAll(words));
        }
    }

    /// Two things that stand so.
    record Related(Shown first, Relation relation, Shown second) implements Statement {

        @Override
        public Truth of(Depiction picture) {
            Truth truth = Truth.FALSE;
            for (Thing one : picture.things()) {
                Truth first = this.first.of(one);
                for (Thing other : picture.things()) {
                    if (first != Truth.FALSE && one != other) {
                        truth = truth.or(
                                first.and(second.of(other)).and(relation.of(one.x() - other.x(), one.y() - other.y())));
                    }
                }
            }
            return truth;
        }
    }

    /// So many of a thing.
    record Counted(int count, Shown thing) implements Statement {

        @Override
        public Truth of(Depiction picture) {
            List<Truth> truths = picture.things().stream().map(thing::of).toList();
            int surely = Collections.frequency(truths, Truth.TRUE);
            int perhaps = Collections.frequency(truths, Truth.UNSURE);
            return surely + perhaps == 0 || count < surely || count > surely + perhaps
                    ? Truth.FALSE
                    : perhaps == 0 ? Truth.TRUE : Truth.UNSURE;
        }
    }

    /// The picture has this written on it.
    record Written(String text, Optional<Shown> beside) implements Statement {

        @Override
        public Truth of(Depiction picture) {
            Truth written = picture.things().stream()
                    .map(thing ->
                            thing instanceof Thing.Lettered word && word.text().equals(text) ? Truth.TRUE : Truth.FALSE)
                    .reduce(Truth.FALSE, Truth::or);
            return written == Truth.FALSE
                    ? written
                    : written.and(beside.map(each -> each.of(picture)).orElse(Truth.TRUE));
        }
    }

    /// A claim about shapes. Other pictures have no such shapes, or none that anybody has counted.
    record OfShapes(Claim claim, Set<String> words) implements Statement {

        @Override
        public Truth of(Depiction picture) {
            Optional<Scene> scene = picture.shapes();
            if (scene.isPresent()) {
                return claim.of(scene.get());
            }
            for (Thing thing : picture.things()) {
                boolean like = words.isEmpty()
                        || switch (thing) {
                            case Thing.Pictured pictured ->
                                !Collections.disjoint(pictured.concept().words(), words);
                            case Thing.Lettered lettered -> words.contains(lettered.text());
                        };
                if (like) {
                    return Truth.UNSURE;
                }
            }
            return Truth.FALSE;
        }
    }
}
