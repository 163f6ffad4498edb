package clipscope.ui.prompts.sentence;

import clipscope.clip.ClipModel;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.prompt.WordLeftOut;
import clipscope.prompt.lint.Finding;
import clipscope.prompt.lint.Fix;
import clipscope.prompt.lint.LintInput;
import clipscope.prompt.lint.PromptLint;
import clipscope.score.ensemble.TemplateCosines;
import clipscope.session.Document;
import clipscope.session.compare.ExtraPrompts.Urgency;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.ui.prompts.work.PromptWork;
import clipscope.ui.prompts.work.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One prompt under the magnifying glass, and what is to be said of all of them.
///
/// **Thread:** Confined to the JavaFX thread.
public final class SentenceViewModel implements Tool {

    private static final int MAX_ALIKE = 200; // rows of the matrix

    private final Desk desk;
    private final Supplier<Optional<Set<String>>> winners;
    private final PromptWork<Reading> reading;
    private final PromptWork<Judged> judging;
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Reading>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<WordScope> scope = new ReadOnlyObjectWrapper<>(WordScope.ALL);
    private final ReadOnlyObjectWrapper<Judged> judged = new ReadOnlyObjectWrapper<>(Judged.NOTHING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean typed; // the prompt is a person's own, and not that of a label

    /// What is to be said of the labels.
    ///
    /// @param alike cosines of their prompts with each other, of the first labels where they are many.
    ///     **Shape:** (N, N)
    public record Judged(List<String> labels, List<Finding> findings, FloatMatrix alike) {

        static final Judged NOTHING = new Judged(List.of(), List.of(), FloatMatrix.copyOf(0, 0, new float[0]));
    }

    /// @param winners the labels that come first for some image, once that is known
    public SentenceViewModel(Desk desk, Supplier<Optional<Set<String>>> winners) {
        this.desk = desk;
        this.winners = winners;
        this.reading = new PromptWork<>(desk, Urgency.SOON, this::readingPlan, this::read);
        this.judging = new PromptWork<>(desk, Urgency.SOON, this::judgingPlan, this::judge);
    }

    // properties

    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Reading>> readingProperty() {
        return shown.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<WordScope> scopeProperty() {
        return scope.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Judged> judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    /// {@return why there are no numbers, empty if there are or will be}
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// {@return what is to be said of the prompt looked at, where a person typed it, and then of the labels}
    public List<Finding> findings() {
        List<Finding> ofPrompt =
                typed ? shown.get().map(Reading::findings).orElse(List.of()) : List.of(); // else it is a label's
        return Stream.concat(ofPrompt.stream(), judged.get().findings().stream())
                .toList();
    }

    /// {@return what stands in the prompts for a label}
    public String name(String label) {
        return document().plan().name(label);
    }

    // commands

    /// Looks at a prompt; at nothing, at that of the first label again.
    public void look(String text) {
        typed = !text.isBlank();
        prompt.set(text);
        refresh();
    }

    public void choose(WordScope wanted) {
        scope.set(wanted);
        reading.request();
    }

    /// Puts another name for a label into the prompts.
    public void call(String label, String name) {
        desk.session().setPlan(document().plan().withName(label, name));
    }

    /// Makes a finding go away; what is changed of the session, in a step that can be undone.
    public void fix(Fix fix) {
        List<String> labels = new ArrayList<>(document().labels());
        switch (fix) {
            case Fix.CallInPrompts(String label, String name) -> call(label, name);
            case Fix.RemoveLabel(String label) -> {
                labels.remove(label);
                desk.session().setLabels(labels);
            }
            case Fix.Rename(String label, String name) -> {
                labels.replaceAll(old -> old.equals(label) ? name : old);
                desk.session().setLabels(labels);
            }
            case Fix.UseTemplate(var template) -> desk.session().setTemplate(template);
            case Fix.LookAt(String other) -> look(other);
        }
    }

    @Override
    public void refresh() {
        if (!typed) {
            prompt.set(document().labels().stream()
                    .findFirst()
                    .map(label -> document().plan().prompt(document().template(), label))
                    .orElse(""));
        }
        reading.request();
        judging.request();
    }

    @Override
    public void forget() {
        reading.cancel();
        judging.cancel();
        shown.set(Optional.empty());
        judged.set(Judged.NOTHING);
    }

    private Document document() {
        return desk.session().document();
    }

    private Optional<PromptWork.Plan<Reading>> readingPlan() {
        String text = prompt.get();
        Optional<ClipModel> model = desk.slot().model();
        if (model.isEmpty() || text.isBlank()) {
            shown.set(Optional.empty());
            return Optional.empty();
        }
        List<String> without =
                WordLeftOut.of(text).stream().map(WordLeftOut::rest).toList();
        List<String> prompts =
                Stream.concat(Stream.of(text), without.stream()).distinct().toList();
        return Optional.of(new PromptWork.Plan<>(prompts, () -> {
            List<Embedding> images = images();
            Embedding whole = embedding(text);
            List<Embedding> rest = without.stream().map(this::embedding).toList();
            return _ -> Reading.of(model.get(), text, whole, rest, images);
        }));
    }

    private List<Embedding> images() {
        Stream<Optional<Embedding>> wanted = switch (scope.get()) {
            case ALL -> document().images().stream().map(desk.embeddings()::image);
            case SELECTED -> desk.session().selected().stream().map(desk.embeddings()::image);
        };
        return wanted.flatMap(Optional::stream).toList();
    }

    private Embedding embedding(String text) {
        return desk.extraPrompts().embedding(text).orElseThrow();
    }

    private void read(Outcome<Reading> outcome) {
        switch (outcome) {
            case Outcome.Done(Reading fresh) -> {
                shown.set(Optional.of(fresh));
                problem.set("");
            }
            case Outcome.Failed(Throwable cause) -> {
                shown.set(Optional.empty());
                problem.set(ProblemText.of(Problem.of(cause)));
            }
        }
    }

    private Optional<PromptWork.Plan<Judged>> judgingPlan() {
        Optional<ClipModel> model = desk.slot().model();
        Document now = document();
        if (model.isEmpty() || now.labels().isEmpty()) {
            judged.set(Judged.NOTHING);
            return Optional.empty();
        }
        List<String> prompts = now.labels().stream()
                .map(label -> now.plan().prompt(now.template(), label))
                .distinct()
                .toList();
        return Optional.of(new PromptWork.Plan<>(prompts, () -> {
            Map<String, Embedding> embeddings = new HashMap<>();
            for (String label : now.labels()) {
                embeddings.put(label, embedding(now.plan().prompt(now.template(), label)));
            }
            LintInput input = new LintInput(
                    now.labels(), now.template(), now.plan(), model.get()::tokenize, embeddings, winners.get());
            List<String> few = now.labels().stream().limit(MAX_ALIKE).toList();
            List<Embedding> rows = few.stream().map(embeddings::get).toList();
            return _ -> new Judged(now.labels(), PromptLint.check(input), TemplateCosines.cosines(rows, rows));
        }));
    }

    private void judge(Outcome<Judged> outcome) {
        switch (outcome) {
            case Outcome.Done(Judged fresh) -> judged.set(fresh);
            case Outcome.Failed(Throwable cause) -> problem.set(ProblemText.of(Problem.of(cause)));
        }
    }
}
