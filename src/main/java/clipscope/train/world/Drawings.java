package clipscope.train.world;

import clipscope.train.world.art.Lettering;
import clipscope.train.world.art.Pictographs;
import clipscope.train.world.art.SpriteSheet;
import clipscope.train.world.art.Sprites;
import clipscope.train.world.concept.Concept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/// What the fetch script has brought: icon sets and fonts, and the sprites that are drawn from them once.
///
/// **Thread:** Immutable.
///
/// @param folder with `icons` and `fonts`, and `sprites` when they are drawn
record Drawings(Path folder) {

    /// The hands that training learns from; those whose names are the best come first.
    static final List<String> TRAINED =
            List.of("noto", "twemoji", "fluent-emoji-flat", "noto-v1", "fluent-emoji", "emojione");

    /// Hands that it never sees.
    static final List<String> UNSEEN = List.of("fxemoji", "emojione-monotone", "fluent-emoji-high-contrast");

    static final List<String> TRAINED_FONTS = List.of(
            "abril-fatface",
            "bangers",
            "caveat",
            "comic-neue",
            "courier-prime",
            "inconsolata",
            "indie-flower",
            "josefin-sans",
            "lobster",
            "lora",
            "merriweather",
            "open-sans",
            "oswald",
            "pacifico",
            "permanent-marker",
            "playfair-display",
            "press-start-2p",
            "quicksand",
            "righteous",
            "roboto",
            "special-elite");

    static final List<String> UNSEEN_FONTS = List.of("anton", "bitter", "creepster", "shadows-into-light", "ubuntu");

    /// That of the words in the samples.
    static final String PLAIN_FONT = "open-sans";

    private static final int HANDS = 2; // that have drawn a concept, at the least

    Pictographs pictographs() throws IOException {
        return Pictographs.read(folder.resolve("icons"), TRAINED, UNSEEN);
    }

    static List<Concept> concepts(Pictographs pictographs) {
        return pictographs.concepts().stream()
                .filter(each -> pictographs.drawn(each, TRAINED) >= HANDS)
                .toList();
    }

    Lettering lettering(List<String> families) throws IOException {
        return Lettering.read(folder.resolve("fonts"), families);
    }

    /// {@return sprites in all styles, which are drawn if they are not there}
    Sprites trained(Pictographs pictographs, IntConsumer progress) throws IOException {
        return sprites(pictographs, TRAINED, true, "trained", progress);
    }

    /// {@return sprites of the hands that training does not see, as they are}
    Sprites unseen(Pictographs pictographs) throws IOException {
        return sprites(pictographs, UNSEEN, false, "unseen", _ -> {});
    }

    private Sprites sprites(
            Pictographs pictographs, List<String> sets, boolean restyled, String name, IntConsumer progress)
            throws IOException {
        Path sprites = folder.resolve("sprites").resolve(name);
        if (!Files.isDirectory(sprites)) {
            Path beside = sprites.resolveSibling(name + ".new");
            SpriteSheet.draw(pictographs, concepts(pictographs), sets, restyled, beside, progress);
            Files.move(beside, sprites);
        }
        return Sprites.open(sprites);
    }
}
