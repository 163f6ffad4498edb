package clipscope.prompt.lint;

import clipscope.clip.text.TokenizedText;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.PromptPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks through labels and template, or one prompt, for what is known to mislead CLIP.
public final class PromptLint {

    private static final Texts TEXTS = Texts.beside(PromptLint.class);

    private static final int FEW = 4; // labels: with fewer, a length has nothing to be compared with
    private static final double LONG = 3; // times the median

    private final LintInput input;
    private final List<Finding> findings = new ArrayList<>();

    private PromptLint(LintInput input) {
        this.input = input;
    }

    /// {@return what was found, what weighs most first}
    ///
    /// @throws ProblemException if the model has no tokenizer
    public static List<Finding> check(LintInput input) throws ProblemException {
        PromptLint lint = new PromptLint(input);
        lint.template();
        for (String label : input.labels()) {
            lint.label(label);
        }
        lint.lengths();
        lint.findings.addAll(Likeness.check(input));
        lint.findings.sort(Comparator.comparing(Finding::kind));
        return List.copyOf(lint.findings);
    }

    /// {@return what was found in a prompt of its own, what weighs most first}
    ///
    /// @throws ProblemException if the model has no tokenizer
    public static List<Finding> checkPrompt(String prompt, LintInput.Reader tokens) throws ProblemException {
        PromptPlan plan = new PromptPlan(List.of(), Map.of());
        PromptLint lint = new PromptLint(
                new LintInput(List.of(prompt), PromptTemplate.BARE, plan, tokens, Map.of(), Optional.empty()));
        lint.words(prompt); // a sentence has its capitals and signs on purpose
        return lint.findings.stream()
                .sorted(Comparator.comparing(Finding::kind))
                .map(found -> new Finding(found.kind(), TEXTS.get("prompt"), found.reason(), ofPrompt(found.fixes())))
                .toList();
    }

    /// There is no label that could be renamed or removed.
    private static List<Fix> ofPrompt(List<Fix> fixes) {
        return fixes.stream()
                .flatMap(fix -> fix instanceof Fix.CallInPrompts(String _, String name)
                        ? Stream.<Fix>of(new Fix.LookAt(name))
                        : Stream.empty())
                .toList();
    }

    private void template() {
        PromptTemplate template = input.template();
        if (!template.hasPlace()) {
            found(
                    Finding.Kind.CUT,
                    template.text(),
                    TEXTS.get("place"),
                    List.of(new Fix.UseTemplate(new PromptTemplate(template.text() + " {}"))));
        }
    }

    private void label(String label) throws ProblemException {
        words(label);
        spelling(label);
        neverWins(label);
    }

    private void words(String label) throws ProblemException {
        String name = input.plan().name(label);
        TokenizedText tokens = input.tokens().read(input.prompt(label));
        cut(label, tokens);
        unknown(label, name, tokens);
        Wording.check(label, name).ifPresent(findings::add);
        digits(label, name);
        ambiguous(label, name);
    }

    private void cut(String label, TokenizedText tokens) {
        if (tokens.truncated()) {
            List<Fix> fixes = input.template().equals(PromptTemplate.BARE)
                    ? List.of()
                    : List.of(new Fix.UseTemplate(PromptTemplate.BARE));
            found(
                    Finding.Kind.CUT,
                    label,
                    TEXTS.get("cut", tokens.dropped(), tokens.ids().size()),
                    fixes);
        }
    }

    private void unknown(String label, String name, TokenizedText tokens) {
        List<String> words = Words.of(name);
        List<String> unknown =
                tokens.unknownWords().stream().filter(words::contains).toList();
        if (!unknown.isEmpty()) {
            found(
                    Finding.Kind.UNKNOWN_WORD,
                    label,
                    TEXTS.get("unknown", String.join(TEXTS.get("unknown.next"), unknown)),
                    List.of(new Fix.RemoveLabel(label)));
        }
    }

    private void digits(String label, String name) throws ProblemException {
        for (String word : Words.of(name)) {
            if (word.length() > 1 && word.chars().allMatch(Character::isDigit)) {
                int pieces = content(word);
                if (pieces > 1) {
                    List<Fix> fixes = Wording.spelledOut(word)
                            .map(spelled -> List.<Fix>of(new Fix.CallInPrompts(label, name.replace(word, spelled))))
                            .orElse(List.of());
                    found(
                            Finding.Kind.DIGITS,
                            label,
                            TEXTS.get("digits", word, pieces, String.join(" ", word.split(""))),
                            fixes);
                }
            }
        }
    }

    /// Without start and end.
    private int content(String text) throws ProblemException {
        return input.tokens().read(text).ids().size()
                - input.tokens().read("").ids().size();
    }

    private void ambiguous(String label, String name) {
        List<String> senses =
                AmbiguousWords.senses(name.toLowerCase(Locale.ROOT).strip());
        if (!senses.isEmpty()) {
            found(
                    Finding.Kind.AMBIGUOUS,
                    label,
                    TEXTS.get("ambiguous", name),
                    senses.stream()
                            .<Fix>map(sense -> new Fix.CallInPrompts(label, name + " (" + sense + ")"))
                            .toList());
        }
    }

    /// Capitals and signs at the end that the model reads as other tokens.
    private void spelling(String label) throws ProblemException {
        String plain = Words.stripped(label.toLowerCase(Locale.ROOT));
        boolean differs = !plain.equals(label) && !plain.isEmpty();
        if (differs && !input.labels().contains(plain) && !input.plan().names().containsKey(label)) {
            List<Integer> asTyped = input.tokens().read(label).ids();
            if (!asTyped.equals(input.tokens().read(plain).ids())) {
                found(
                        Finding.Kind.SPELLING,
                        label,
                        TEXTS.get("spelling", plain),
                        List.of(new Fix.Rename(label, plain)));
            }
        }
    }

    private void neverWins(String label) {
        Set<String> winners = input.winners().orElse(Set.of(label));
        if (!winners.contains(label)) {
            found(Finding.Kind.NEVER_WINS, label, TEXTS.get("winner"), List.of(new Fix.RemoveLabel(label)));
        }
    }

    private void lengths() throws ProblemException {
        if (input.labels().size() < FEW) {
            return;
        }
        List<Integer> lengths = new ArrayList<>();
        for (String label : input.labels()) {
            lengths.add(content(input.plan().name(label)));
        }
        double median = lengths.stream().sorted().toList().get(lengths.size() / 2);
        for (int i = 0; i < lengths.size(); i++) {
            if (lengths.get(i) >= LONG * Math.max(1, median) && lengths.get(i) > FEW) {
                found(
                        Finding.Kind.LENGTHS,
                        input.labels().get(i),
                        TEXTS.get("length", lengths.get(i), Math.round(median)),
                        List.of());
            }
        }
    }

    private void found(Finding.Kind kind, String subject, String reason, List<Fix> fixes) {
        findings.add(new Finding(kind, subject, reason, fixes));
    }
}
