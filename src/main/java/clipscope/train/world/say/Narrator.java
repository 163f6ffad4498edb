package clipscope.train.world.say;

import clipscope.train.caption.Caption;
import clipscope.train.caption.CaptionWriter;
import clipscope.train.caption.Claim;
import clipscope.train.caption.Relation;
import clipscope.train.caption.Truth;
import clipscope.train.caption.Wording;
import clipscope.train.drawing.Figure;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.Shape;
import clipscope.train.world.concept.Concept;
import clipscope.train.world.picture.Depiction;
import clipscope.train.world.picture.Look;
import clipscope.train.world.picture.Thing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Says something true about a picture.
///
/// **Thread:** Confined to the thread of its generator.
public final class Narrator {

    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five");

    private final RandomGenerator random;
    private final Wording wording;
    private final CaptionWriter shapes;
    private final Phrases phrases;

    public Narrator(RandomGenerator random) {
        this.random = random;
        this.wording = new Wording(random);
        this.shapes = new CaptionWriter(random);
        this.phrases = new Phrases(random);
    }

    /// {@return a caption of a picture}
    public Said about(Depiction picture) {
        if (picture.shapes().isPresent()) {
            return aboutShapes(picture.shapes().get());
        }
        List<Thing.Lettered> words = picture.things().stream()
                .filter(Thing.Lettered.class::isInstance)
                .map(Thing.Lettered.class::cast)
                .toList();
        List<Concept> concepts = picture.things().stream()
                .filter(Thing.Pictured.class::isInstance)
                .map(each -> ((Thing.Pictured) each).concept())
                .toList();
        if (!words.isEmpty()) {
            return written(words.getFirst().text(), concepts);
        }
        if (concepts.size() == 1) {
            return one(concepts.getFirst(), picture);
        }
        return concepts.stream().distinct().count() == 1
                ? counted(concepts.getFirst(), concepts.size())
                : related(picture.things());
    }

    /// {@return the plain name of a concept}
    public Said name(Concept concept) {
        String name = name(concept, 0.75);
        return new Said(phrases.sentence(name), Statement.Shown.of(name));
    }

    /// {@return something like a true statement that is false, where there is such}
    public Optional<Said> wrong(Said said) {
        return switch (said.statement()) {
            case Statement.Related related
            when related.relation() != Relation.AND ->
                Optional.of(related(related.first(), related.relation().opposite(), related.second()));
            case Statement.Counted counted ->
                Optional.of(counted(counted.thing(), 1 + (counted.count() + random.nextInt(4)) % 5));
            case Statement.OfShapes shapes -> wrong(shapes.claim());
            case Statement.Related _, Statement.Shown _, Statement.Written _ -> Optional.empty();
        };
    }

    private Optional<Said> wrong(Claim claim) {
        return switch (claim) {
            case Claim.Two two when two.relation() != Relation.AND -> Optional.of(said(shapes.reversed(two)));
            case Claim.Counted counted -> Optional.of(said(shapes.miscounted(counted)));
            case Claim.Two _, Claim.Thing _, Claim.OnBackground _, Claim.Patterned _ -> Optional.empty();
        };
    }

    private Said aboutShapes(Scene scene) {
        List<Figure> figures = scene.figures();
        boolean patterned = figures.stream().anyMatch(each -> each.form().line() instanceof Figure.Line.Patterned);
        if (patterned && wording.chance(0.6)) {
            return said(shapes.patterned(scene));
        }
        if (figures.size() > 2) {
            return said(wording.chance(0.6) ? shapes.counted(scene) : shapes.any(scene));
        }
        if (figures.size() == 2 && wording.chance(0.7)) {
            return said(wording.chance(0.2) ? shapes.counted(scene) : shapes.related(scene));
        }
        return said(wording.chance(0.6) ? shapes.named(scene) : shapes.any(scene));
    }

    private static Said said(Caption caption) {
        return new Said(caption.text(), new Statement.OfShapes(caption.claim(), words(caption.claim())));
    }

    /// {@return the words for the shape that a claim is about; none if it is about colours alone}
    private static Set<String> words(Claim claim) {
        Shape shape = switch (claim) {
            case Claim.Thing thing -> thing.shape();
            case Claim.OnBackground on -> on.thing().shape();
            case Claim.Two two -> two.first().shape();
            case Claim.Counted counted -> counted.thing().shape();
            case Claim.Patterned patterned -> patterned.thing().shape();
        };
        return shape == null ? Set.of() : Names.of(shape);
    }

    private String name(Concept concept, double usual) {
        List<String> names = concept.names();
        return wording.chance(usual) ? names.getFirst() : names.get(random.nextInt(names.size()));
    }

    private Said one(Concept concept, Depiction picture) {
        if (!concept.kinds().isEmpty() && wording.chance(0.08)) {
            String kind = concept.kinds().get(random.nextInt(concept.kinds().size()));
            return new Said(phrases.sentence(kind), Statement.Shown.of(kind));
        }
        String name = name(concept, 0.6);
        Statement.Shown plain = Statement.Shown.of(name);
        if (picture.look() != Look.COLOURED && wording.chance(0.25)) {
            return new Said(
                    phrases.looking(picture.look(), name),
                    new Statement.Shown(name, plain.words(), Optional.empty(), Optional.of(picture.look())));
        }
        if (picture.background().isPresent() && wording.chance(0.15)) {
            String ground = wording.word(picture.background().get());
            return new Said(
                    phrases.before(name, ground),
                    new Statement.Shown(name, plain.words(), picture.background(), Optional.empty()));
        }
        return new Said(phrases.sentence(name), plain);
    }

    private Said counted(Concept concept, int count) {
        return counted(Statement.Shown.of(name(concept, 0.8)), count);
    }

    private Said counted(Statement.Shown thing, int count) {
        String phrase = count == 1
                ? wording.anyOf("one ", "a single ") + thing.name()
                : NUMBERS.get(count) + " " + Phrases.plural(thing.name());
        return new Said(wording.sentenceOfWhole(phrase), new Statement.Counted(count, thing));
    }

    private Said related(List<Thing> things) {
        int from = random.nextInt(things.size());
        int to = (from + 1 + random.nextInt(things.size() - 1)) % things.size();
        Thing one = things.get(from);
        Thing other = things.get(to);
        List<Relation> relations = Arrays.stream(Relation.values())
                .filter(each -> each.of(one.x() - other.x(), one.y() - other.y()) == Truth.TRUE)
                .toList();
        Relation relation = relations.get(random.nextInt(relations.size()));
        return related(shown(one), relation, shown(other));
    }

    private Statement.Shown shown(Thing thing) {
        return Statement.Shown.of(name(((Thing.Pictured) thing).concept(), 0.8));
    }

    private Said related(Statement.Shown first, Relation relation, Statement.Shown second) {
        boolean article = wording.chance(0.7);
        String one = article ? wording.withArticle(first.name()) : first.name();
        String other = article ? wording.withArticle(second.name()) : second.name();
        return new Said(
                wording.sentenceOfWhole(one + " " + wording.phrase(relation) + " " + other),
                new Statement.Related(first, relation, second));
    }

    private Said written(String text, List<Concept> concepts) {
        if (wording.chance(0.25)) {
            return new Said(phrases.sentence(text), Statement.Shown.of(text));
        }
        if (concepts.isEmpty()) {
            return new Said(phrases.word(text), new Statement.Written(text, Optional.empty()));
        }
        String name = name(concepts.getFirst(), 0.8);
        if (wording.chance(0.4)) {
            return new Said(phrases.sentence(name), Statement.Shown.of(name));
        }
        return new Said(
                phrases.labelled(name, text), new Statement.Written(text, Optional.of(Statement.Shown.of(name))));
    }
}
