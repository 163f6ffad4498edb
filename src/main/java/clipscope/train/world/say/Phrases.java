package clipscope.train.world.say;

import clipscope.train.world.picture.Look;
import java.util.List;
import java.util.random.RandomGenerator;

/// Ways of putting a name into a sentence.
///
/// **Thread:** Confined to the thread of its generator.
final class Phrases {

    private static final List<String> SENTENCES = List.of(
            "a photo of {}",
            "a picture of {}",
            "an image of {}",
            "a drawing of {}",
            "an illustration of {}",
            "a painting of {}",
            "a sketch of {}",
            "a cartoon of {}",
            "an icon of {}",
            "an emoji of {}",
            "clip art of {}",
            "this is {}",
            "there is {}",
            "it shows {}",
            "here is {}",
            "we see {}",
            "i see {}",
            "look, {}!",
            "{} in a picture",
            "{}, drawn",
            "a small picture of {}",
            "a simple drawing of {}",
            "a photo of {}.",
            "a picture of {}.",
            "it is {}.",
            "a sticker of {}",
            "a symbol for {}",
            "a cute drawing of {}",
            "a bad drawing of {}",
            "art of {}");

    private final RandomGenerator random;

    Phrases(RandomGenerator random) {
        this.random = random;
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// {@return a sentence, or only the name}
    String sentence(String name) {
        double dice = random.nextDouble();
        if (dice < 0.3) {
            return name;
        }
        if (dice < 0.45) {
            return with(name);
        }
        return any(SENTENCES).replace("{}", random.nextInt(4) == 0 ? name : with(name));
    }

    /// {@return the name with an article: mostly "a", as a person's template says it}
    private String with(String name) {
        return switch (random.nextInt(6)) {
            case 0 -> "the " + name;
            case 1, 2 -> "a " + name;
            default -> ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
        };
    }

    String looking(Look look, String name) {
        return (switch (look) {
                    case LINES ->
                        any(List.of(
                                "a line drawing of {}",
                                "an outline of {}",
                                "a sketch of {}",
                                "{} in outline",
                                "line art of {}"));
                    case SILHOUETTE -> any(List.of("a silhouette of {}", "the shadow of {}", "the silhouette of {}"));
                    case GREY ->
                        any(List.of(
                                "a black and white picture of {}",
                                "a grey picture of {}",
                                "a black and white drawing of {}"));
                    case COLOURED -> any(List.of("a coloured picture of {}", "a colourful drawing of {}"));
                })
                .replace("{}", random.nextInt(4) == 0 ? name : with(name));
    }

    String before(String name, String colour) {
        String article = colour.startsWith("o") ? "an " : "a ";
        return any(List.of(
                        "{} on " + article + colour + " background",
                        "{} on " + colour,
                        "{} before " + article + colour + " background",
                        "a drawing of {} on " + article + colour + " background"))
                .replace("{}", random.nextInt(3) == 0 ? name : with(name));
    }

    String word(String text) {
        return any(List.of(
                        "the word {}",
                        "the word \"{}\"",
                        "the text {}",
                        "text that says {}",
                        "\"{}\"",
                        "{} in letters",
                        "the letters {}",
                        "a sign that says {}",
                        "it says {}",
                        "{} written on it",
                        "the written word {}",
                        "a picture of the word {}",
                        "a photo of the word \"{}\"."))
                .replace("{}", text);
    }

    String labelled(String name, String text) {
        return any(List.of(
                        "{} with the word *",
                        "{} with the word \"*\"",
                        "{} that says *",
                        "{} labelled *",
                        "{} and the word *",
                        "the word * on {}",
                        "{} with * written on it"))
                .replace("{}", random.nextInt(3) == 0 ? name : with(name))
                .replace("*", text);
    }

    static String plural(String name) {
        if (name.endsWith("man")) {
            return name.substring(0, name.length() - 2) + "en";
        }
        if (name.endsWith("s") || name.endsWith("x") || name.endsWith("ch") || name.endsWith("sh")) {
            return name + "es";
        }
        if (name.endsWith("y") && name.length() > 2 && "aeiou".indexOf(name.charAt(name.length() - 2)) < 0) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name + "s";
    }
}
