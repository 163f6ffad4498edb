package clipscope.train.world.picture;

import clipscope.image.PixelImage;
import clipscope.train.world.art.Lettering;
import clipscope.train.world.art.Sprites;
import clipscope.train.world.concept.Concept;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Puts pictures together from pictographs and words, at random.
///
/// **Thread:** Thread-safe: all chance comes from the caller's generator.
public final class PictureMaker {

    private static final int SIDE = 64; // pixels

    /// A picture and what is in it.
    public record Made(Depiction depiction, PixelImage picture) {}

    private final Sprites sprites;
    private final Lettering lettering;
    private final List<String> words;

    /// @param words that are written into pictures
    public PictureMaker(Sprites sprites, Lettering lettering, List<String> words) {
        this.sprites = sprites;
        this.lettering = lettering;
        this.words = List.copyOf(words);
    }

    /// {@return a picture of one thing}
    public Made one(Concept concept, RandomGenerator random) {
        Backdrop backdrop = Backdrop.random(random);
        Canvas canvas = new Canvas(SIDE);
        backdrop.paint(canvas);
        double size = random.nextInt(4) == 0 ? 0.4 + 0.4 * random.nextDouble() : 0.75 + 0.35 * random.nextDouble();
        double room = Math.max(0.05, 0.9 * (1 - size)) / 2;
        double x = 0.5 + room * (2 * random.nextDouble() - 1);
        double y = 0.5 + room * (2 * random.nextDouble() - 1);
        Look look = stamp(canvas, concept, x, y, size, style(concept, random), backdrop, random);
        AfterEffects.apply(canvas, random);
        return made(List.of(new Thing.Pictured(concept, x, y)), backdrop, look, canvas);
    }

    /// {@return a picture of two or three things beside or above each other}
    public Made several(List<Concept> concepts, RandomGenerator random) {
        Backdrop backdrop = Backdrop.random(random);
        Canvas canvas = new Canvas(SIDE);
        backdrop.paint(canvas);
        boolean beside = random.nextBoolean();
        int count = concepts.size();
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double along = (i + 0.5) / count + 0.04 * (random.nextDouble() - 0.5);
            double across = 0.5 + (count == 2 ? 0.3 : 0.5) * (random.nextDouble() - 0.5);
            double size = 0.95 / count * (0.85 + 0.25 * random.nextDouble()) * (count == 3 ? 1.1 : 1);
            double x = beside ? along : across;
            double y = beside ? across : along;
            stamp(canvas, concepts.get(i), x, y, size, style(concepts.get(i), random), backdrop, random);
            things.add(new Thing.Pictured(concepts.get(i), x, y));
        }
        AfterEffects.apply(canvas, random);
        return made(things, backdrop, Look.COLOURED, canvas);
    }

    /// {@return a picture of the same thing a few times}
    public Made counted(Concept concept, int count, RandomGenerator random) {
        Backdrop backdrop = Backdrop.random(random);
        Canvas canvas = new Canvas(SIDE);
        backdrop.paint(canvas);
        int style = style(concept, random);
        List<double[]> places = Places.apart(count, random);
        List<Thing> things = new ArrayList<>();
        for (double[] place : places) {
            double size = 0.9 * place[2] * (0.85 + 0.2 * random.nextDouble());
            stamp(canvas, concept, place[0], place[1], size, style, backdrop, random);
            things.add(new Thing.Pictured(concept, place[0], place[1]));
        }
        AfterEffects.apply(canvas, random);
        return made(things, backdrop, Look.COLOURED, canvas);
    }

    /// {@return a picture of a word}
    public Made word(RandomGenerator random) {
        Backdrop backdrop = Backdrop.random(random);
        Canvas canvas = new Canvas(SIDE);
        backdrop.paint(canvas);
        Thing word = write(canvas, backdrop, 0.5, 0.5, 0.75 + 0.25 * random.nextDouble(), random);
        AfterEffects.apply(canvas, random);
        return made(List.of(word), backdrop, Look.COLOURED, canvas);
    }

    /// {@return a picture of a thing with a word on it}
    public Made labelled(Concept concept, RandomGenerator random) {
        Backdrop backdrop = Backdrop.random(random);
        Canvas canvas = new Canvas(SIDE);
        backdrop.paint(canvas);
        stamp(canvas, concept, 0.5, 0.5, 0.9 + 0.2 * random.nextDouble(), style(concept, random), backdrop, random);
        double y = 0.15 + 0.7 * random.nextDouble();
        Thing word = write(canvas, backdrop, 0.5, y, 0.6 + 0.4 * random.nextDouble(), random);
        AfterEffects.apply(canvas, random);
        return made(List.of(new Thing.Pictured(concept, 0.5, 0.5), word), backdrop, Look.COLOURED, canvas);
    }

    /// {@return a sprite on white, nearly filling the picture}
    public static PixelImage plain(int[] sprite) {
        Canvas canvas = new Canvas(SIDE);
        Arrays.fill(canvas.values, 255);
        new Stamp(0.5, 0.5, 0.96, 0, 1, 0, false, 0, 0).onto(canvas, sprite, Sprites.SIDE);
        return canvas.image();
    }

    /// {@return the sprite, all black}
    public static int[] black(int[] sprite) {
        int[] black = sprite.clone();
        Treatment.silhouette(black, 0);
        return black;
    }

    private static Made made(List<Thing> things, Backdrop backdrop, Look look, Canvas canvas) {
        return new Made(new Depiction(things, Optional.empty(), backdrop.name(), look), canvas.image());
    }

    private Thing write(Canvas canvas, Backdrop backdrop, double x, double y, double size, RandomGenerator random) {
        String word = words.get(random.nextInt(words.size()));
        String drawn = switch (random.nextInt(4)) {
            case 0, 1 -> word;
            case 2 -> word.toUpperCase(Locale.ROOT);
            default -> Character.toUpperCase(word.charAt(0)) + word.substring(1);
        };
        int[] pixels = lettering.draw(drawn, random.nextInt(lettering.fonts()));
        int ink = Inks.against(backdrop.one(), random);
        Treatment.silhouette(pixels, ink);
        double narrow = word.length() <= 2 ? 0.6 : 1;
        Stamp.random(x, y, size * narrow, false, random).onto(canvas, pixels, Sprites.SIDE);
        return new Thing.Lettered(word, x, y);
    }

    /// {@return the number of a sprite of a concept}; one that names a colour keeps it
    private int style(Concept concept, RandomGenerator random) {
        List<Sprites.Run> runs = sprites.of(concept.id());
        Sprites.Run run = runs.get(random.nextInt(runs.size()));
        double dice = random.nextDouble();
        boolean keep = concept.coloured();
        if (!keep && run.lined() > 0 && dice < 0.3) {
            return run.first() + run.coloured() + random.nextInt(run.lined());
        }
        if (!keep && dice < 0.5) {
            return run.first() + run.coloured() + run.lined() + random.nextInt(run.recoloured());
        }
        return run.first() + random.nextInt(run.coloured());
    }

    private Look stamp(
            Canvas canvas,
            Concept concept,
            double x,
            double y,
            double size,
            int style,
            Backdrop backdrop,
            RandomGenerator random) {
        int[] pixels = sprites.pixels(style);
        Look look = isLined(concept, style) ? Look.LINES : Look.COLOURED;
        double dice = random.nextDouble();
        if (look == Look.LINES || concept.coloured()) {
            Treatment.jitter(pixels, random, 0.4);
        } else if (dice < 0.06) {
            Treatment.grey(pixels);
            look = Look.GREY;
        } else if (dice < 0.1) {
            Treatment.silhouette(pixels, Inks.against(backdrop.one(), random));
            look = Look.SILHOUETTE;
        } else if (dice < 0.18) {
            int dark = Inks.against(backdrop.one(), random);
            Treatment.twoTone(
                    pixels, dark, backdrop.one() ^ 0x0f0f0f, random.nextBoolean(), 70 + 110 * random.nextDouble());
            look = Look.GREY;
        } else if (dice < 0.26) {
            pixels = Treatment.edges(
                    pixels, Inks.against(backdrop.one(), random), 1 + 3 * random.nextDouble(), 1 + random.nextInt(2));
            look = Look.LINES;
        } else {
            Treatment.jitter(pixels, random, 1);
        }
        Stamp.random(x, y, size, concept.mirrors(), random).onto(canvas, pixels, Sprites.SIDE);
        return look;
    }

    private boolean isLined(Concept concept, int style) {
        return sprites.of(concept.id()).stream()
                .anyMatch(run ->
                        style >= run.first() + run.coloured() && style < run.first() + run.coloured() + run.lined());
    }
}
