package clipscope.ui.prompts.versions;

import clipscope.clip.ClipModel;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.score.ensemble.LabelScores;
import clipscope.score.ensemble.TemplateCosines;
import clipscope.score.ensemble.TopChange;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.ExtraPrompts.Urgency;
import clipscope.session.compare.FolderLabels;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.ui.prompts.work.PromptWork;
import clipscope.ui.prompts.work.Tool;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Two versions of a template or of the labels on the same images.
///
/// **Thread:** Confined to the JavaFX thread.
public final class VersionsViewModel implements Tool {

    private static final Texts TEXTS = Texts.beside(VersionsViewModel.class);

    private static final int MAX_LABELS = 2_000;

    private final Desk desk;
    private final PromptWork<VersionsResult> work;
    private final ReadOnlyObjectWrapper<Version> first = new ReadOnlyObjectWrapper<>(new Version("{}", ""));
    private final ReadOnlyObjectWrapper<Version> second =
            new ReadOnlyObjectWrapper<>(new Version("a photo of a {}.", ""));
    private final ReadOnlyObjectWrapper<Optional<VersionsResult>> result =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    public VersionsViewModel(Desk desk) {
        this.desk = desk;
        this.work = new PromptWork<>(desk, Urgency.SOON, this::plan, this::compared);
    }

    public ReadOnlyObjectProperty<Version> firstProperty() {
        return first.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Version> secondProperty() {
        return second.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<VersionsResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// {@return the outcome, or why there is none}
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public void setFirst(Version version) {
        first.set(version);
        refresh();
    }

    public void setSecond(Version version) {
        second.set(version);
        refresh();
    }

    @Override
    public void refresh() {
        work.request();
    }

    @Override
    public void forget() {
        work.cancel();
        result.set(Optional.empty());
        note.set("");
    }

    private Optional<PromptWork.Plan<VersionsResult>> plan() {
        Optional<ClipModel> model = desk.slot().model();
        Comparison.Snapshot snapshot = desk.comparison().snapshot();
        List<String> ofSession = snapshot.labels(); // not those in words that the model never met
        List<String> before = first.get().labelsOr(ofSession);
        List<String> after = second.get().labelsOr(ofSession);
        if (model.isEmpty()
                || snapshot.images().isEmpty()
                || before.isEmpty()
                || after.isEmpty()
                || before.size() + after.size() > MAX_LABELS) {
            result.set(Optional.empty());
            note.set(before.size() + after.size() > MAX_LABELS ? TEXTS.get("labels.many", MAX_LABELS) : "");
            return Optional.empty();
        }
        List<String> a = prompts(first.get(), before);
        List<String> b = prompts(second.get(), after);
        FolderLabels folders = new FolderLabels(before);
        List<OptionalInt> truths = snapshot.images().stream()
                .map(id -> folders.label(desk.session().source(id)))
                .toList();
        return Optional.of(new PromptWork.Plan<>(
                Stream.concat(a.stream(), b.stream()).toList(), () -> {
                    List<Embedding> one = embeddings(a);
                    List<Embedding> other = embeddings(b);
                    return _ ->
                            compare(snapshot, scores(snapshot, one), before, scores(snapshot, other), after, truths);
                }));
    }

    private static LabelScores scores(Comparison.Snapshot snapshot, List<Embedding> prompts) {
        return LabelScores.ofCosines(
                TemplateCosines.cosines(snapshot.imageEmbeddings(), prompts), snapshot.scoreRule());
    }

    private static VersionsResult compare(
            Comparison.Snapshot snapshot,
            LabelScores a,
            List<String> before,
            LabelScores b,
            List<String> after,
            List<OptionalInt> truths) {
        List<ImageId> images = snapshot.images();
        return new VersionsResult(
                images.size(),
                TopChange.between(a, before, b, after, truths).stream()
                        .map(change -> new VersionsResult.Changed(
                                images.get(change.image()),
                                before.get(change.before()),
                                after.get(change.after()),
                                change.lead(),
                                change.verdict()))
                        .toList());
    }

    private List<String> prompts(Version version, List<String> labels) {
        return labels.stream()
                .map(label -> version.prompt(desk.session().document().plan().name(label)))
                .toList();
    }

    private List<Embedding> embeddings(List<String> prompts) {
        return prompts.stream()
                .map(desk.extraPrompts()::embedding)
                .flatMap(Optional::stream)
                .toList();
    }

    private void compared(Outcome<VersionsResult> outcome) {
        switch (outcome) {
            case Outcome.Done(VersionsResult fresh) -> {
                result.set(Optional.of(fresh));
                note.set(fresh.words());
            }
            case Outcome.Failed(Throwable cause) -> {
                result.set(Optional.empty());
                note.set(ProblemText.of(Problem.of(cause)));
            }
        }
    }
}
