package clipscope.ui.prompts.lab;

import clipscope.clip.ClipModel;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.file.TextFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.BundledSet;
import clipscope.prompt.template.Candidate;
import clipscope.prompt.template.PlaceNames;
import clipscope.prompt.template.PromptPlan;
import clipscope.prompt.template.TemplateImport;
import clipscope.score.ensemble.EnsembleRule;
import clipscope.score.ensemble.TemplateCosines;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.ExtraPrompts;
import clipscope.session.compare.FolderLabels;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.ui.prompts.work.PromptWork;
import clipscope.ui.prompts.work.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The templates tried out, and what each is worth on the images of the session.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LaboratoryViewModel implements Tool {

    private static final Texts TEXTS = Texts.beside(LaboratoryViewModel.class);

    private static final int MAX_PROMPTS = ExtraPrompts.LIMIT / 2; // the other tools need room too
    private static final long MAX_CELLS = 20_000_000; // cosines: 80 MB, and a second for a step of the selection

    private final Desk desk;
    private final PromptWork<LabResult> work;
    private final TemplateSelection selection;
    private final ReadOnlyObjectWrapper<List<TemplateRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<LabStatus> status = new ReadOnlyObjectWrapper<>(new LabStatus.NoImages());
    private final ReadOnlyObjectWrapper<EnsembleRule> rule = new ReadOnlyObjectWrapper<>(EnsembleRule.MEAN_EMBEDDING);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private PromptPlan noted; // the plan that the note is about
    private Optional<LabResult> result = Optional.empty();
    private List<List<String>> measuredPrompts = List.of(); // of the result

    public LaboratoryViewModel(Desk desk) {
        this.desk = desk;
        this.noted = document();
        this.work = new PromptWork<>(desk, ExtraPrompts.Urgency.BULK, this::plan, this::measured);
        this.selection = new TemplateSelection(desk, this::selected);
        showRows();
    }

    // properties

    public ReadOnlyObjectProperty<List<TemplateRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LabStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<EnsembleRule> ruleProperty() {
        return rule.getReadOnlyProperty();
    }

    /// {@return what the last command did, in words; empty if there is nothing to say}
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    public TemplateSelection selection() {
        return selection;
    }

    /// {@return the last measurement, if it still holds}
    public Optional<LabResult> result() {
        return result;
    }

    // commands

    public void use(PromptTemplate template, boolean used) {
        change(document().using(template, used), "");
    }

    /// Takes all templates into the ensemble, or none.
    public void useAll(boolean used) {
        change(document().using(used ? document().templates() : List.of()), "");
    }

    /// Adds what a person typed; the place of the label may have a name.
    ///
    /// @return whether it is a template: what is none stays to be mended
    public boolean add(String text) {
        PromptTemplate template = PlaceNames.template(text.strip());
        if (template.hasPlace()) {
            change(document().withMore(List.of(template)), "");
        } else if (!text.isBlank()) {
            tell(TEXTS.get("add.place", text.strip()));
        }
        return template.hasPlace();
    }

    public void remove(PromptTemplate template) {
        change(document().without(template), "");
    }

    /// Puts one of our lists in the place of the present one.
    public void load(BundledSet set) {
        change(document().withTemplates(set.templates()), "");
    }

    /// Puts the templates of a text in the place of the present ones.
    public void importText(String text) {
        TemplateImport read = TemplateImport.parse(text);
        if (read.templates().isEmpty()) {
            tell(text.length() > TemplateImport.MAX_CHARACTERS ? TEXTS.get("import.long") : TEXTS.get("import.none"));
            return;
        }
        change(document().withTemplates(read.templates()), imported(read));
        if (desk.session().document().labels().isEmpty()) {
            desk.session().setLabels(read.labels());
        }
    }

    private static String imported(TemplateImport read) {
        return read.skipped().isEmpty()
                ? TEXTS.get("imported", read.templates().size())
                : TEXTS.get(
                        "imported.some",
                        read.templates().size(),
                        read.leftOut(),
                        read.skipped().getFirst().text(),
                        read.skipped().getFirst().reason());
    }

    /// Puts the templates of a file in the place of the present ones.
    public void importFile(Path file) {
        var _ = desk.runners().io().<String>submit(_ -> TextFile.read(file, TextFile.SHORT), outcome -> {
            switch (outcome) {
                case Outcome.Done(String text) -> importText(text);
                case Outcome.Failed<String>(Throwable cause) -> tell(ProblemText.of(Problem.of(cause)));
            }
        });
    }

    /// Makes a template that of the session.
    public void useInClassify(PromptTemplate template) {
        desk.session().setTemplate(template);
        tell(TEXTS.get("used", template.text()));
    }

    public void choose(EnsembleRule wanted) {
        rule.set(wanted);
        refresh();
    }

    /// Chooses templates one by one, until none helps.
    public void select() {
        result.ifPresent(selection::start);
    }

    @Override
    public void refresh() {
        if (result.filter(this::holds).isEmpty()) {
            result = Optional.empty();
        }
        if (!document().equals(noted)) {
            tell(""); // undone, or another session
        }
        showRows();
        work.request();
    }

    @Override
    public void forget() {
        work.cancel();
        selection.cancel();
        result = Optional.empty();
        showRows();
    }

    private PromptPlan document() {
        return desk.session().document().plan();
    }

    private void change(PromptPlan plan, String words) {
        note.set(words);
        noted = plan;
        desk.session().setPlan(plan);
    }

    private void tell(String words) {
        note.set(words);
        noted = document();
    }

    private void selected(List<PromptTemplate> templates, String words) {
        change(document().using(templates), words);
    }

    /// The labels that a number means something for.
    private List<String> labels(Comparison.Snapshot snapshot) {
        List<String> comparable = snapshot.labels();
        return desk.session().document().labels().stream()
                .filter(comparable::contains)
                .toList();
    }

    private Optional<PromptWork.Plan<LabResult>> plan() {
        Optional<ClipModel> model = desk.slot().model();
        Comparison.Snapshot snapshot = desk.comparison().snapshot();
        List<String> labels = labels(snapshot);
        List<PromptTemplate> templates = document().templates();
        long prompts = (long) labels.size() * templates.size();
        LabStatus obstacle = obstacle(model, snapshot, labels, prompts);
        if (!(obstacle instanceof LabStatus.Working)) {
            result = Optional.empty();
            status.set(obstacle);
            showRows();
            return Optional.empty();
        }
        if (result.isEmpty()) {
            status.set(obstacle);
        }
        List<List<String>> byTemplate = templates.stream()
                .map(template -> labels.stream()
                        .map(label -> document().prompt(template, label))
                        .toList())
                .toList();
        LabResult.Input input = input(snapshot, templates, labels);
        return Optional.of(new PromptWork.Plan<>(
                byTemplate.stream().flatMap(List::stream).toList(), () -> {
                    List<Embedding> images = input.images().stream()
                            .map(id -> desk.embeddings().image(id))
                            .flatMap(Optional::stream)
                            .toList();
                    List<List<Embedding>> embeddings = byTemplate.stream()
                            .map(ofTemplate -> ofTemplate.stream()
                                    .map(desk.extraPrompts()::embedding)
                                    .flatMap(Optional::stream)
                                    .toList())
                            .toList();
                    Optional<TemplateCosines> known = measuredBefore(input, byTemplate);
                    return _ -> LabResult.of(input, images, embeddings, snapshot.scoreRule(), known);
                }));
    }

    private LabStatus obstacle(
            Optional<ClipModel> model, Comparison.Snapshot snapshot, List<String> labels, long prompts) {
        if (desk.session().document().images().isEmpty()) {
            return new LabStatus.NoImages();
        }
        if (desk.session().document().labels().isEmpty()) {
            return new LabStatus.NoLabels();
        }
        if (model.isEmpty()) {
            return new LabStatus.NoModel();
        }
        if (document().used().isEmpty()) {
            return new LabStatus.NoTemplates();
        }
        if (prompts > MAX_PROMPTS) {
            return new LabStatus.TooMany(prompts, MAX_PROMPTS);
        }
        return snapshot.images().isEmpty() || labels.isEmpty() ? new LabStatus.NoImages() : new LabStatus.Working();
    }

    /// Every so manieth image where all would be too many.
    private LabResult.Input input(Comparison.Snapshot snapshot, List<PromptTemplate> templates, List<String> labels) {
        long cells = (long) snapshot.images().size() * templates.size() * labels.size();
        int step = (int) Math.max(1, Math.ceilDiv(cells, MAX_CELLS));
        List<ImageId> images = new ArrayList<>();
        for (int i = 0; i < snapshot.images().size(); i += step) {
            images.add(snapshot.images().get(i));
        }
        FolderLabels folders = new FolderLabels(labels);
        return new LabResult.Input(
                templates,
                labels,
                List.copyOf(images),
                snapshot.images().size(),
                images.stream()
                        .map(id -> folders.label(desk.session().source(id)))
                        .toList(),
                document().used().stream().map(templates::indexOf).toList(),
                rule.get());
    }

    /// Ticks and rules change nothing in the cosines.
    private Optional<TemplateCosines> measuredBefore(LabResult.Input input, List<List<String>> prompts) {
        boolean sameNames = prompts.equals(measuredPrompts);
        measuredPrompts = prompts;
        return result.filter(old -> sameNames && old.input().images().equals(input.images()))
                .map(LabResult::cosines);
    }

    private boolean holds(LabResult measured) {
        return measured.input().templates().equals(document().templates());
    }

    private void measured(Outcome<LabResult> outcome) {
        switch (outcome) {
            case Outcome.Done(LabResult measured) -> {
                result = Optional.of(measured);
                status.set(new LabStatus.Ready(measured));
            }
            case Outcome.Failed(Throwable cause) -> {
                result = Optional.empty();
                status.set(new LabStatus.Failed(Problem.of(cause)));
            }
        }
        showRows();
    }

    private void showRows() {
        Optional<LabResult> measured = result.filter(this::holds);
        List<TemplateRow> shown = new ArrayList<>();
        for (Candidate candidate : document().candidates()) {
            shown.add(new TemplateRow(
                    candidate.template(),
                    candidate.used(),
                    measured.map(of ->
                            of.report().singles().get(of.input().templates().indexOf(candidate.template()))),
                    measured.map(of -> gain(of, candidate)).orElse(OptionalDouble.empty())));
        }
        rows.set(List.copyOf(shown));
    }

    private static OptionalDouble gain(LabResult measured, Candidate candidate) {
        int place =
                measured.input().chosen().indexOf(measured.input().templates().indexOf(candidate.template()));
        boolean known = place >= 0 && place < measured.report().without().size();
        return known && candidate.used()
                ? OptionalDouble.of(measured.report().ensemble().objective()
                        - measured.report().without().get(place).objective())
                : OptionalDouble.empty();
    }
}
