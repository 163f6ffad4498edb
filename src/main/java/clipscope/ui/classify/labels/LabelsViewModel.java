package clipscope.ui.classify.labels;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.prompt.LabelList;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.file.LabelText;
import clipscope.prompt.template.PlaceNames;
import clipscope.score.LabelScore;
import clipscope.score.Lead;
import clipscope.score.ScoreSettings;
import clipscope.session.SessionChange;
import clipscope.session.compare.LabelEffect;
import clipscope.session.compare.LabelResult;
import clipscope.session.compare.Survey;
import clipscope.session.desk.Desk;
import clipscope.ui.classify.labels.LabelRow.Beside;
import clipscope.ui.classify.scores.TermText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The labels and the template, and how the labels fit the image looked at.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LabelsViewModel {

    private static final Texts TEXTS = Texts.beside(LabelsViewModel.class);

    private final Desk desk;
    private final LabelDraft draft;
    private final LabelRows maker;
    private final LabelNotices notices;
    private final ReadOnlyObjectWrapper<List<LabelRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ResultNotice> notice = new ReadOnlyObjectWrapper<>(new ResultNotice.None());
    private final ReadOnlyObjectWrapper<Optional<Lead>> lead = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PromptTemplate> template;
    private final ReadOnlyObjectWrapper<ResultOrder> order = new ReadOnlyObjectWrapper<>(ResultOrder.BEST_FIRST);
    private final ReadOnlyObjectWrapper<ProbabilityKind> kind = new ReadOnlyObjectWrapper<>(ProbabilityKind.SHARED);
    private final ReadOnlyObjectWrapper<Set<String>> pinned = new ReadOnlyObjectWrapper<>(Set.of());
    private Optional<Beside> beside = Optional.empty(); // has its bars mirrored beside those of the image looked at
    private final ReadOnlyStringWrapper besideWords = new ReadOnlyStringWrapper("");
    private List<LabelRow> all = List.of(); // as typed
    private String sought = "";
    private List<String> beforeRetyping = List.of();
    private Optional<ImageId> image = Optional.empty(); // of the rows shown

    public LabelsViewModel(Desk desk) {
        this.desk = desk;
        this.draft = new LabelDraft(desk.session());
        this.maker = new LabelRows(desk, this::show);
        this.notices = new LabelNotices(desk);
        this.template = new ReadOnlyObjectWrapper<>(desk.session().document().template());
        desk.session().onChange(this::follow);
        show();
    }

    // properties

    /// {@return the labels that stay at the top and are never hidden}
    public ReadOnlyObjectProperty<Set<String>> pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /// {@return in words what has the mirrored bars: "Mirrored bars: cat.png"; empty if nothing has}
    public ReadOnlyStringProperty besideWordsProperty() {
        return besideWords.getReadOnlyProperty();
    }

    /// {@return how many labels there are, whether or not they are shown}
    public int count() {
        return all.size();
    }

    /// {@return the labels in the order shown}
    public ReadOnlyObjectProperty<List<LabelRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ResultNotice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// {@return by how much the best label leads, empty with fewer than two labels compared}
    public ReadOnlyObjectProperty<Optional<Lead>> leadProperty() {
        return lead.getReadOnlyProperty();
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

    /// Adds the labels of a text from elsewhere, which may be a list as in Python, JSON or Markdown.
    public void take(String text) {
        add(LabelText.listed(text).map(LabelList::joined).orElse(text));
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

    /// Takes several labels off the list, in one step.
    public void removeAll(Set<String> gone) {
        desk.session()
                .setLabels(
                        labels().stream().filter(label -> !gone.contains(label)).toList());
    }

    /// Keeps a label at the top, or no longer.
    public void pin(String label) {
        Set<String> now = new LinkedHashSet<>(pinned.get());
        if (!now.remove(label)) {
            now.add(label);
        }
        pinned.set(Collections.unmodifiableSet(now));
        arrange();
    }

    /// Shows the bars of another image or template mirrored beside those of the image looked at.
    ///
    /// @param other empty for none
    public void compareWith(Optional<Beside> other) {
        beside = other;
        show();
    }

    /// Shows only labels that contain a text, and those that are pinned.
    ///
    /// @param text empty for all labels
    public void find(String text) {
        sought = text.strip().toLowerCase(Locale.ROOT);
        arrange();
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

    /// Takes a label out of the comparison, or back into it, without taking it off the list.
    public void leaveOut(String label) {
        ScoreSettings scores = desk.session().document().scores();
        desk.session().setScores(scores.leavingOut(label, !scores.leftOut().contains(label)));
    }

    /// {@return what the label changes for the others, over all images here}
    Optional<LabelEffect> effect(String label) {
        return desk.survey().effect(label);
    }

    /// Says from which cosine on a label counts as found.
    ///
    /// @param cosine below which the label does not count; empty for none
    public void setThreshold(String label, OptionalDouble cosine) {
        desk.session().setScores(desk.session().document().scores().withThreshold(label, cosine));
    }

    /// Fills the labels into what a person typed; their place may have a name.
    public void setTemplate(String text) {
        desk.session().setTemplate(PlaceNames.template(text));
    }

    public void setOrder(ResultOrder wanted) {
        order.set(wanted);
        arrange();
    }

    /// {@return the labels, one a line, in the order typed}
    public String labelText() {
        return String.join("\n", labels());
    }

    /// {@return the results as a table for a spreadsheet or a mail: tabs between the columns}
    public String resultText() {
        return ResultText.of(
                order.get().arrange(all), kind.get(), desk.session().document()::prompt);
    }

    /// {@return what a cosine is, with those shown}
    public String aboutCosine() {
        Survey.Findings all = desk.survey().findings();
        return TermText.cosine(scores(), all.low(), all.high());
    }

    /// {@return what a logit is, with those shown}
    public String aboutLogit() {
        return TermText.logit(scores(), desk.comparison().scoreRule());
    }

    private List<LabelScore> scores() {
        return all.stream().map(LabelRow::score).flatMap(Optional::stream).toList();
    }

    private List<String> labels() {
        return desk.session().document().labels();
    }

    private void arrange() {
        List<LabelRow> arranged = order.get().arrange(all);
        Stream<LabelRow> top = arranged.stream().filter(row -> pinned.get().contains(row.label()));
        Stream<LabelRow> rest = arranged.stream()
                .filter(row -> !pinned.get().contains(row.label()))
                .filter(row -> row.label().toLowerCase(Locale.ROOT).contains(sought));
        rows.set(Stream.concat(top, rest).toList());
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Prompts() -> {
                template.set(desk.session().document().template());
                show();
            }
            case SessionChange.PromptsEncoded _,
                    SessionChange.Selection _,
                    SessionChange.Scores _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Model _ -> show();
            case SessionChange.Encoded(Set<ImageId> images) -> {
                if (desk.session().selected().filter(images::contains).isPresent()) {
                    show();
                }
            }
            case SessionChange.Images() -> {
                if (beside.orElse(null) instanceof Beside.OfImage(ImageId other)
                        && !desk.session().document().images().contains(other)) {
                    compareWith(Optional.empty());
                }
            }
            case SessionChange.Image _, SessionChange.Frozen _ -> {}
        }
    }

    private void show() {
        Optional<ImageId> selected = desk.session().selected();
        Map<String, LabelRow> earlier = selected.equals(image) ? scored() : Map.of();
        image = selected;
        Optional<Beside> with = beside.filter(
                one -> !one.equals(selected.<Beside>map(Beside.OfImage::new).orElse(null)));
        besideWords.set(besideWords(selected));
        List<LabelRow> fresh = maker.of(selected, with);
        kind.set(fresh.isEmpty() ? ProbabilityKind.SHARED : fresh.getFirst().kind());
        all = fresh.stream().map(row -> kept(row, earlier)).toList();
        lead.set(LabelNotices.lead(all));
        arrange();
        notice.set(notices.of(selected, kind.get(), all));
    }

    private String besideWords(Optional<ImageId> selected) {
        return switch (beside.orElse(null)) {
            case null -> "";
            case Beside.OfImage(ImageId other) ->
                TEXTS.get(
                        selected.filter(other::equals).isPresent() ? "beside.itself" : "beside.image",
                        desk.session().source(other).shortName());
            case Beside.OfTemplate(PromptTemplate other) -> TEXTS.get("beside.template", other.text());
        };
    }

    private Map<String, LabelRow> scored() {
        Map<String, LabelRow> scored = new HashMap<>();
        all.stream().filter(LabelRow::scored).forEach(row -> scored.put(row.label(), row));
        return scored;
    }

    /// While a label waits for its new numbers it keeps the old ones, greyed: bars must not fall to zero at
    /// every key, nor when another model takes over.
    private static LabelRow kept(LabelRow row, Map<String, LabelRow> earlier) {
        LabelRow old = earlier.get(row.label());
        return row.result() instanceof LabelResult.Waiting && old != null ? old.aged() : row;
    }
}
