package clipscope.train.caption;

import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Figure;
import clipscope.train.drawing.Scene;
import clipscope.train.drawing.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Writes sentences that are true of a scene.
///
/// **Thread:** Confined to the thread of its generator.
public final class CaptionWriter {

    private final RandomGenerator random;
    private final Wording wording;

    private static final List<String> NUMBERS = List.of("no", "one", "two", "three", "four", "five");

    public CaptionWriter(RandomGenerator random) {
        this.random = random;
        this.wording = new Wording(random);
    }

    /// {@return a caption that names colour and shape of one figure, and nothing else}
    public Caption named(Scene scene) {
        Figure figure = anyFigure(scene);
        Colour colour = figure.colour();
        Shape shape = figure.shape();
        String text = wording.chance(0.9)
                ? wording.sentence(wording.word(colour) + " " + wording.word(shape))
                : wording.withArticle(wording.word(shape)) + " that is " + wording.word(colour);
        return new Caption(text, Claim.Thing.of(colour, shape));
    }

    /// {@return a caption of any other kind}
    public Caption any(Scene scene) {
        if (scene.figures().size() > 1 && wording.chance(0.6)) {
            return two(scene);
        }
        Figure figure = anyFigure(scene);
        return switch (random.nextInt(6)) {
            case 0, 1 -> shapeOnly(figure);
            case 2 -> colourOnly(figure);
            case 3 -> sized(figure);
            case 4 -> placed(figure);
            default -> scene.background().plain() ? onBackground(scene, figure) : shapeOnly(figure);
        };
    }

    /// {@return a caption that says how many figures of a kind there are}
    public Caption counted(Scene scene) {
        Figure figure = anyFigure(scene);
        Claim.Thing thing = Claim.Thing.of(wording.chance(0.5) ? figure.colour() : null, figure.shape());
        int count = (int) scene.figures().stream()
                .filter(each -> thing.of(each) == Truth.TRUE)
                .count();
        return new Caption(counted(count, thing), new Claim.Counted(count, thing));
    }

    /// {@return the same claim with another number, which is false of the scene}
    public Caption miscounted(Claim.Counted claim) {
        int other = 1 + (claim.count() - 1 + 1 + random.nextInt(4)) % 5;
        return new Caption(counted(other, claim.thing()), new Claim.Counted(other, claim.thing()));
    }

    private String counted(int count, Claim.Thing thing) {
        String phrase = (thing.colour() == null ? "" : wording.word(thing.colour()) + " ")
                + wording.word(Objects.requireNonNull(thing.shape()));
        return wording.sentenceOfWhole(
                count == 1
                        ? "one " + phrase
                        : NUMBERS.get(count) + " " + (phrase.endsWith("s") ? phrase + "es" : phrase + "s"));
    }

    /// {@return a caption that says what pattern a figure has}
    public Caption patterned(Scene scene) {
        Figure figure = anyFigure(scene);
        if (!(figure.form().line() instanceof Figure.Line.Patterned line)) {
            return named(scene);
        }
        Colour colour = wording.chance(0.6) ? figure.colour() : null;
        String phrase = wording.word(line.pattern()) + " " + (colour == null ? "" : wording.word(colour) + " ")
                + wording.word(figure.shape());
        return new Caption(
                wording.sentence(phrase), new Claim.Patterned(Claim.Thing.of(colour, figure.shape()), line.pattern()));
    }

    /// {@return a relation said the other way round, which is false of what it was true of}
    public Caption reversed(Claim.Two claim) {
        Relation relation = claim.relation().opposite();
        String phrase = phrase(claim.first()) + " " + wording.phrase(relation) + " " + phrase(claim.second());
        return new Caption(wording.sentenceOfWhole(phrase), new Claim.Two(claim.first(), relation, claim.second()));
    }

    private String phrase(Claim.Thing thing) {
        return wording.withArticle((thing.colour() == null ? "" : wording.word(thing.colour()) + " ")
                + wording.word(Objects.requireNonNull(thing.shape())));
    }

    /// {@return a caption of how two figures stand to each other}
    public Caption related(Scene scene) {
        return two(scene);
    }

    private Figure anyFigure(Scene scene) {
        return scene.figures().get(random.nextInt(scene.figures().size()));
    }

    private Caption shapeOnly(Figure figure) {
        String word = wording.word(figure.shape());
        String text = wording.chance(0.9) ? wording.sentence(word) : "the shape is " + wording.withArticle(word);
        return new Caption(text, Claim.Thing.of(null, figure.shape()));
    }

    private Caption colourOnly(Figure figure) {
        String word = wording.word(figure.colour());
        String text = wording.chance(0.4)
                ? wording.sentence(word)
                : wording.chance(0.4)
                        ? wording.sentence(word + wording.anyOf(" shape", " thing", " object"))
                        : wording.chance(0.6)
                                ? wording.sentenceOfWhole("something " + word)
                                : wording.anyOf("the shape is ", "it is ", "the colour is ", "the color is ") + word;
        return new Caption(text, Claim.Thing.of(figure.colour(), null));
    }

    /// Size with shape, or with colour and shape; a figure of no special size is only named.
    private Caption sized(Figure figure) {
        Colour colour = wording.chance(0.7) ? figure.colour() : null;
        Size size = Arrays.stream(Size.values())
                .filter(each -> each.of(figure) == Truth.TRUE)
                .findFirst()
                .orElse(null);
        String phrase = (size == null ? "" : wording.word(size) + " ")
                + (colour == null ? "" : wording.word(colour) + " ")
                + wording.word(figure.shape());
        return new Caption(wording.sentence(phrase), new Claim.Thing(colour, figure.shape(), size, null));
    }

    /// Place with shape, or with colour and shape.
    private Caption placed(Figure figure) {
        List<Place> places = Arrays.stream(Place.values())
                .filter(each -> each.of(figure) == Truth.TRUE)
                .toList();
        if (places.isEmpty()) {
            return sized(figure);
        }
        Place place = places.get(random.nextInt(places.size()));
        Colour colour = wording.chance(0.7) ? figure.colour() : null;
        String phrase = (colour == null ? "" : wording.word(colour) + " ") + wording.word(figure.shape());
        return new Caption(
                wording.sentence(phrase + " " + wording.phrase(place)),
                new Claim.Thing(colour, figure.shape(), null, place));
    }

    private Caption onBackground(Scene scene, Figure figure) {
        Colour background = scene.background().colours().getFirst();
        Colour colour = wording.chance(0.7) ? figure.colour() : null;
        String phrase = (colour == null ? "" : wording.word(colour) + " ") + wording.word(figure.shape());
        String ground = wording.word(background)
                + (wording.chance(0.8) ? " background" : wording.anyOf(" ground", " canvas", " paper"));
        return new Caption(
                wording.sentence(phrase + " on " + wording.withArticle(ground)),
                new Claim.OnBackground(Claim.Thing.of(colour, figure.shape()), background));
    }

    private Caption two(Scene scene) {
        List<Figure> figures = new ArrayList<>(scene.figures());
        Figure first = figures.remove(random.nextInt(figures.size()));
        Figure second = figures.get(random.nextInt(figures.size()));
        List<Relation> relations = Arrays.stream(Relation.values())
                .filter(each -> each.of(first, second) == Truth.TRUE)
                .toList();
        Relation relation = relations.get(random.nextInt(relations.size()));
        boolean colours = wording.chance(0.75);
        String phrase = phrase(first, colours) + " " + wording.phrase(relation) + " " + phrase(second, colours);
        return new Caption(
                wording.sentenceOfWhole(phrase),
                new Claim.Two(thing(first, colours), relation, thing(second, colours)));
    }

    private String phrase(Figure figure, boolean colour) {
        return wording.withArticle((colour ? wording.word(figure.colour()) + " " : "") + wording.word(figure.shape()));
    }

    private static Claim.Thing thing(Figure figure, boolean colour) {
        return Claim.Thing.of(colour ? figure.colour() : null, figure.shape());
    }
}
