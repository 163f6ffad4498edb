package clipscope.clip.layout;

import clipscope.clip.pixels.Preprocessing;
import clipscope.language.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How pictures are prepared, in words: the same for every layout, so that two of them can be compared.
final class PreprocessingFacts {

    private static final Texts TEXTS = Texts.beside(PreprocessingFacts.class);

    /// The keys that a file has for each of them.
    record Keys(String resize, String crop, String filter, String mean, String deviation) {}

    private PreprocessingFacts() {}

    /// Notes settings as a file gives them, or leaves them to their defaults.
    static void read(Preprocessing settings, JsonFields fields, Keys keys, FactSheet facts) {
        facts.add(TEXTS.get("fact.resize"), resize(settings), fields, keys.resize());
        facts.add(TEXTS.get("fact.crop"), crop(settings), fields, keys.crop());
        facts.add(TEXTS.get("fact.filter"), filter(settings), fields, keys.filter());
        facts.add(TEXTS.get("fact.mean"), numbers(settings.mean()), fields, keys.mean());
        facts.add(TEXTS.get("fact.deviation"), numbers(settings.std()), fields, keys.deviation());
    }

    /// Notes settings that no file gives.
    static void assumed(Preprocessing settings, String why, FactSheet facts) {
        facts.assume(TEXTS.get("fact.resize"), resize(settings), why);
        facts.assume(TEXTS.get("fact.crop"), crop(settings), why);
        facts.assume(TEXTS.get("fact.filter"), filter(settings), why);
        facts.assume(TEXTS.get("fact.mean"), numbers(settings.mean()), why);
        facts.assume(TEXTS.get("fact.deviation"), numbers(settings.std()), why);
    }

    private static String resize(Preprocessing settings) {
        return switch (settings.mode()) {
            case SHORTEST_EDGE -> TEXTS.get("resize.shorter", settings.width());
            case LONGEST_EDGE -> TEXTS.get("resize.longer", settings.width());
            case SQUASH -> TEXTS.get("resize.squash", settings.width(), settings.height());
        };
    }

    private static String crop(Preprocessing settings) {
        return settings.crop()
                .map(crop -> TEXTS.get("crop.middle", crop.width(), crop.height()))
                .orElseGet(() -> TEXTS.get("crop.none"));
    }

    private static String filter(Preprocessing settings) {
        return settings.resample().name().toLowerCase(Locale.ROOT);
    }

    private static String numbers(List<Float> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
