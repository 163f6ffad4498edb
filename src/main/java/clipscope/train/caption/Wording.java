package clipscope.train.caption;

import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Pattern;
import clipscope.train.drawing.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/// The words for what a caption speaks of, chosen at random where there are several.
///
/// **Thread:** Confined to the thread of its generator.
public final class Wording {

    /// Templates for what takes an article: the first two are as frequent as all others together.
    private static final List<String> WITH_ARTICLE = List.of(
            "a photo of a {}",
            "a photo of a {}.",
            "a drawing of a {}",
            "a picture of a {}",
            "an image of a {}",
            "a painting of a {}",
            "a sketch of a {}",
            "an illustration of a {}",
            "this is a {}",
            "there is a {}",
            "a photo of the {}",
            "the {}",
            "it shows a {}.");

    private static final List<String> WITHOUT_ARTICLE = List.of(
            "a photo of {}",
            "a photo of {}.",
            "a drawing of {}",
            "a picture of {}",
            "an image of {}",
            "there is {}",
            "this is {}",
            "it shows {}.");

    private final RandomGenerator random;

    public Wording(RandomGenerator random) {
        this.random = random;
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public String anyOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /// {@return a sentence around a phrase that has no article: "red circle"}
    public String sentence(String phrase) {
        if (chance(0.25)) {
            return phrase;
        }
        if (chance(0.33)) {
            return withArticle(phrase);
        }
        String template = WITH_ARTICLE.get(random.nextInt(WITH_ARTICLE.size()));
        // a person's template says "a {}" whatever the label is, so both ways must be known
        return chance(0.5) && template.contains(" a {}")
                ? template.replace("a {}", withArticle(phrase))
                : template.replace("{}", phrase);
    }

    /// {@return a sentence around a phrase that is complete: "something red"}
    public String sentenceOfWhole(String phrase) {
        return chance(0.5)
                ? phrase
                : WITHOUT_ARTICLE.get(random.nextInt(WITHOUT_ARTICLE.size())).replace("{}", phrase);
    }

    public String withArticle(String phrase) {
        return ("aeiou".indexOf(phrase.charAt(0)) >= 0 ? "an " : "a ") + phrase;
    }

    public String word(Colour colour) {
        return switch (colour) {
            case GREY -> chance(0.6) ? "grey" : "gray";
            case PURPLE -> chance(0.85) ? "purple" : "violet";
            case RED, ORANGE, YELLOW, GREEN, BLUE, PINK, BROWN, BLACK, WHITE -> colour.word();
        };
    }

    String word(Shape shape) {
        return switch (shape) {
            case CIRCLE -> chance(0.85) ? "circle" : "disc";
            case CROSS -> chance(0.85) ? "cross" : "plus";
            case DIAMOND -> chance(0.85) ? "diamond" : "rhombus";
            case MOON -> chance(0.85) ? "moon" : "crescent";
            case SQUARE, TRIANGLE, STAR, HEART, RING, ARROW, FLOWER -> shape.word();
        };
    }

    String word(Size size) {
        return switch (size) {
            case LARGE -> anyOf("large", "big");
            case SMALL -> anyOf("small", "little", "tiny");
        };
    }

    String word(Pattern pattern) {
        return switch (pattern) {
            case STRIPED -> anyOf("striped", "stripy");
            case DOTTED -> anyOf("dotted", "spotted");
            case CHECKED -> anyOf("checked", "chequered");
        };
    }

    String phrase(Place place) {
        return switch (place) {
            case LEFT -> anyOf("on the left", "at the left", "on the left side");
            case RIGHT -> anyOf("on the right", "at the right", "on the right side");
            case TOP -> anyOf("at the top", "on top", "in the upper half");
            case BOTTOM -> anyOf("at the bottom", "in the lower half");
            case CENTRE -> anyOf("in the centre", "in the center", "in the middle");
        };
    }

    public String phrase(Relation relation) {
        return switch (relation) {
            case AND -> anyOf("and", "and", "next to", "beside", "with");
            case LEFT_OF -> anyOf("left of", "to the left of");
            case RIGHT_OF -> anyOf("right of", "to the right of");
            case ABOVE -> anyOf("above", "over");
            case BELOW -> anyOf("below", "under");
        };
    }
}
