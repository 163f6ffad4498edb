package clipscope.ui.classify.labels;

import clipscope.clip.ClipModel;
import clipscope.embedding.ImageId;
import clipscope.prompt.LabelList;
import clipscope.prompt.PromptTemplate;
import clipscope.session.SessionChange;
import clipscope.session.compare.LabelResult;
import clipscope.session.desk.Desk;
import clipscope.session.model.ModelSlot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The labels and the template, and how the labels fit the image looked at.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LabelsViewModel {

    private final Desk desk;
    private final LabelDraft draft;
    private final ReadOnlyObjectWrapper<List<LabelRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ResultNotice> notice = new ReadOnlyObjectWrapper<>(new ResultNotice.None());
    private final ReadOnlyObjectWrapper<OptionalDouble> margin = new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
    private final ReadOnlyObjectWrapper<PromptTemplate> template;
    private final ReadOnlyObjectWrapper<ResultOrder> order = new ReadOnlyObjectWrapper<>(ResultOrder.BEST_FIRST);
    private final ReadOnlyObjectWrapper<ProbabilityKind> kind = new ReadOnlyObjectWrapper<>(ProbabilityKind.SHARED);
    private List<String> beforeRetyping = List.of();
    private Optional<ImageId> image = Optional.empty(); // of the rows shown
    private Optional<ClipModel> model = Optional.empty(); // of the rows shown

    public LabelsViewModel(Desk desk) {
        this.desk = desk;
        this.draft = new LabelDraft(desk.session());
        this.template = new ReadOnlyObjectWrapper<>(desk.session().document().template());
        desk.session().onChange(this::follow);
        show();
    }

    // properties

    /// {@return the labels in the order shown}
    public ReadOnlyObjectProperty<List<LabelRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ResultNotice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// {@return by how many logits the best label leads, empty with fewer than two labels compared}
    public ReadOnlyObjectProperty<OptionalDouble> marginProperty() {
        return margin.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PromptTemplate> templateProperty() {
        return template.getReadOnlyProperty();
    }

    /// {@return how the probabilities shown are to be read}
    public ReadOnlyObjectProperty<ProbabilityKind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ResultOrder> orderProperty() {
        return order.getReadOnlyProperty();
    }

    // commands

    /// Compares with the labels of an unfinished text too.
    public void draft(String text) {
        draft.type(text);
    }

    /// Adds the labels of a text: one, or a list with commas or lines.
    public void add(String text) {
        draft.keep(text);
    }

    /// Forgets the unfinished text.
    public void dropDraft() {
        draft.drop();
    }

    /// Puts a label, or several, in the place of one, and ends its typing; nothing if the text holds none.
    public void rename(String label, String text) {
        if (!LabelList.parse(text).isEmpty()) {
            replace(label, LabelList.parse(text));
        }
        desk.session().endTyping();
        beforeRetyping = List.of();
    }

    /// Puts a label in the place of one while it is being typed.
    public void retype(String label, String typed) {
        if (beforeRetyping.isEmpty()) {
            beforeRetyping = labels();
        }
        replace(label, List.of(typed));
    }

    /// Brings back the labels as they were before one was being typed.
    public void undoRetyping() {
        if (!beforeRetyping.isEmpty()) {
            desk.session().typeLabels(beforeRetyping);
            desk.session().endTyping();
            beforeRetyping = List.of();
        }
    }

    private void replace(String label, List<String> others) {
        List<String> labels = new ArrayList<>(labels());
        int place = labels.indexOf(label);
        if (place >= 0) {
            labels.remove(place);
            labels.addAll(place, others);
            desk.session().typeLabels(labels);
        }
    }

    public void remove(String label) {
        List<String> labels = new ArrayList<>(labels());
        if (labels.remove(label)) {
            desk.session().setLabels(labels);
        }
    }

    public void clear() {
        desk.session().setLabels(List.of());
    }

    /// Moves a label within the order in which they were typed, which is shown from then on.
    ///
    /// @param steps downwards; upwards if negative
    public void move(String label, int steps) {
        int place = labels().indexOf(label);
        if (place >= 0) {
            moveTo(label, place + steps);
        }
    }

    /// Moves a label to a place in the order in which they were typed, which is shown from then on.
    public void moveTo(String label, int index) {
        List<String> labels = new ArrayList<>(labels());
        setOrder(ResultOrder.AS_TYPED);
        if (labels.remove(label)) {
            labels.add(Math.clamp(index, 0, labels.size()), label);
            desk.session().setLabels(labels);
        }
    }

    public void setTemplate(String text) {
        desk.session().setTemplate(new PromptTemplate(text));
    }

    public void setOrder(ResultOrder wanted) {
        order.set(wanted);
        rows.set(wanted.arrange(asTyped()));
    }

    /// {@return the labels, one a line, in the order typed}
    public String labelText() {
        return String.join("\n", labels());
    }

    /// {@return the results as a table for a spreadsheet or a mail: tabs between the columns}
    public String resultText() {
        return ResultText.of(rows.get(), kind.get(), desk.session().document().template());
    }

    private List<String> labels() {
        return desk.session().document().labels();
    }

    private List<LabelRow> asTyped() {
        Map<String, LabelRow> byLabel = new HashMap<>();
        rows.get().forEach(row -> byLabel.put(row.label(), row));
        return labels().stream().map(byLabel::get).filter(Objects::nonNull).toList();
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Prompts() -> {
                template.set(desk.session().document().template());
                show();
            }
            case SessionChange.PromptsEncoded _, SessionChange.Selection _, SessionChange.Model _ -> show();
            case SessionChange.Encoded(Set<ImageId> images) -> {
                if (desk.session().selected().filter(images::contains).isPresent()) {
                    show();
                }
            }
            case SessionChange.Image _, SessionChange.Images _ -> {}
        }
    }

    private void show() {
        Optional<ImageId> selected = desk.session().selected();
        Optional<ClipModel> current = desk.slot().model();
        boolean comparable = selected.equals(image) && current.equals(model);
        Map<String, LabelResult> earlier = comparable ? scored() : Map.of();
        image = selected;
        model = current;
        List<LabelResult> results = results(selected);
        kind.set(kind(results));
        rows.set(order.get()
                .arrange(results.stream().map(result -> row(result, earlier)).toList()));
        margin.set(margin(rows.get()));
        notice.set(notice(selected));
    }

    private ProbabilityKind kind(List<LabelResult> results) {
        long compared =
                results.stream().filter(LabelResult.Scored.class::isInstance).count();
        return model.map(used -> ProbabilityKind.of(used.scoreRule(), compared)).orElse(ProbabilityKind.SHARED);
    }

    private List<LabelResult> results(Optional<ImageId> selected) {
        return selected.map(desk.comparison()::labels)
                .orElseGet(() -> labels().stream()
                        .<LabelResult>map(LabelResult.Waiting::new)
                        .toList());
    }

    private Map<String, LabelResult> scored() {
        Map<String, LabelResult> scored = new HashMap<>();
        rows.get().stream().filter(LabelRow::scored).forEach(row -> scored.put(row.label(), row.result()));
        return scored;
    }

    /// While a label waits for its new numbers it keeps the old ones: bars must not fall to zero at every
    /// key.
    private LabelRow row(LabelResult result, Map<String, LabelResult> earlier) {
        LabelResult old = earlier.get(result.label());
        return result instanceof LabelResult.Waiting && old != null
                ? new LabelRow(old, kind.get(), true)
                : new LabelRow(result, kind.get(), false);
    }

    private static OptionalDouble margin(List<LabelRow> rows) {
        double[] logits = rows.stream()
                .filter(row -> row.scored() && !row.stale())
                .mapToDouble(ResultOrder::logit)
                .sorted()
                .toArray();
        int n = logits.length;
        return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(logits[n - 1] - logits[n - 2]);
    }

    private ResultNotice notice(Optional<ImageId> selected) {
        if (labels().isEmpty()) {
            return new ResultNotice.NoLabels();
        }
        if (model.isEmpty()) {
            return switch (desk.slot().status()) {
                case ModelSlot.Status.Idle() -> new ResultNotice.NoModel();
                case ModelSlot.Status.Loading(Path location) ->
                    new ResultNotice.ModelLoading(String.valueOf(location.getFileName()));
                case ModelSlot.Status.Failed failed -> new ResultNotice.ModelFailed(failed.problem());
            };
        }
        if (selected.isEmpty()) {
            return new ResultNotice.NoImage();
        }
        boolean alone = labels().size() == 1 && kind.get() != ProbabilityKind.INDEPENDENT;
        return alone ? new ResultNotice.SingleLabel() : new ResultNotice.None();
    }
}
