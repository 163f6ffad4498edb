package clipscope.prompt.lint;

import clipscope.language.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Words that CLIP does not follow: negations and counts.
///
/// **Source:** Radford et al. 2021, sections 3.1.5 and 6, on counting; Yuksekgonul et al. 2023, "When and why
/// vision-language models behave like bags-of-words", on negation.
final class Wording {

    private static final Texts TEXTS = Texts.beside(Wording.class);

    private static final Set<String> NEGATIONS =
            Set.of("no", "not", "without", "never", "none", "neither", "nor", "non", "except", "excluding", "lacking");
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Set<String> AMOUNTS = Set.of("several", "many", "few", "multiple", "both", "dozen", "pair");

    private Wording() {}

    static Optional<Finding> check(String label, String name) {
        List<String> words = Words.of(name);
        Optional<String> negation = words.stream().filter(NEGATIONS::contains).findFirst();
        if (negation.isPresent()) {
            return Optional.of(new Finding(
                    Finding.Kind.NEGATION,
                    label,
                    TEXTS.get("negation", negation.get()),
                    withoutNegation(label, name, negation.get())));
        }
        return words.stream()
                .filter(word -> NUMBERS.indexOf(word) > 1 || AMOUNTS.contains(word))
                .findFirst()
                .map(count -> new Finding(Finding.Kind.COUNTING, label, TEXTS.get("counting", count), List.of()));
    }

    private static List<Fix> withoutNegation(String label, String name, String negation) {
        int at = name.toLowerCase(Locale.ROOT).indexOf(negation);
        String before = Words.stripped(name.substring(0, at)).strip();
        return before.isEmpty() ? List.of() : List.of(new Fix.CallInPrompts(label, before));
    }

    /// {@return a small number in words}
    static Optional<String> spelledOut(String digits) {
        return digits.length() > 2 || Integer.parseInt(digits) >= NUMBERS.size()
                ? Optional.empty()
                : Optional.of(NUMBERS.get(Integer.parseInt(digits)));
    }
}
