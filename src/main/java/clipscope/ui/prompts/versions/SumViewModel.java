package clipscope.ui.prompts.versions;

import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.embedding.WeightedSum;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.ExtraPrompts.Urgency;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.ui.prompts.work.PromptWork;
import clipscope.ui.prompts.work.Tool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Sums and differences of prompts and images as a query: *dog − leash*, *this image + snow*.
///
/// **Thread:** Confined to the JavaFX thread.
public final class SumViewModel implements Tool {

    private static final Texts TEXTS = Texts.beside(SumViewModel.class);

    private static final int SHOWN = 100; // images of the ranking

    private final Desk desk;
    private final PromptWork<List<Ranked>> work;
    private final ReadOnlyObjectWrapper<List<Term>> terms = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Ranked>> ranking = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /// An image and its cosine with the sum.
    public record Ranked(ImageId image, double cosine) {}

    public SumViewModel(Desk desk) {
        this.desk = desk;
        this.work = new PromptWork<>(desk, Urgency.SOON, this::plan, this::ranked);
    }

    public ReadOnlyObjectProperty<List<Term>> termsProperty() {
        return terms.getReadOnlyProperty();
    }

    /// {@return the images that fit best, best first}
    public ReadOnlyObjectProperty<List<Ranked>> rankingProperty() {
        return ranking.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Adds a prompt; one that begins with a minus sign is subtracted.
    public void add(String text) {
        String typed = text.strip();
        boolean minus = typed.startsWith("-") || typed.startsWith("−");
        String words = (minus ? typed.substring(1) : typed).strip();
        if (!words.isEmpty()) {
            change(new Term.OfText(words, minus ? -1 : 1));
        }
    }

    /// Adds the image looked at.
    public void addImage() {
        desk.session().selected().ifPresent(image -> change(new Term.OfImage(image, 1)));
    }

    public void weigh(int place, double weight) {
        List<Term> other = new ArrayList<>(terms.get());
        other.set(place, other.get(place).withWeight(weight));
        terms.set(List.copyOf(other));
        refresh();
    }

    public void remove(int place) {
        List<Term> other = new ArrayList<>(terms.get());
        other.remove(place);
        terms.set(List.copyOf(other));
        refresh();
    }

    private void change(Term added) {
        List<Term> more = new ArrayList<>(terms.get());
        more.add(added);
        terms.set(List.copyOf(more));
        refresh();
    }

    /// An image that is gone takes its term along: the sum would be another without a word.
    @Override
    public void refresh() {
        List<ImageId> images = desk.session().document().images();
        List<Term> left = terms.get().stream()
                .filter(term -> !(term instanceof Term.OfImage(ImageId image, double _)) || images.contains(image))
                .toList();
        if (left.size() < terms.get().size()) {
            terms.set(left);
        }
        work.request();
    }

    @Override
    public void forget() {
        work.cancel();
        ranking.set(List.of());
    }

    private Optional<PromptWork.Plan<List<Ranked>>> plan() {
        List<Term> summed =
                terms.get().stream().filter(term -> term.weight() != 0).toList();
        Comparison.Snapshot snapshot = desk.comparison().snapshot();
        if (desk.slot().model().isEmpty()
                || summed.isEmpty()
                || snapshot.images().isEmpty()) {
            ranking.set(List.of());
            note.set("");
            return Optional.empty();
        }
        List<String> prompts = summed.stream()
                .filter(Term.OfText.class::isInstance)
                .map(term -> ((Term.OfText) term).text())
                .toList();
        return Optional.of(new PromptWork.Plan<>(prompts, () -> {
            List<Embedding> embeddings = new ArrayList<>();
            List<Double> weights = new ArrayList<>();
            for (Term term : summed) {
                embedding(term).ifPresent(embedding -> {
                    embeddings.add(embedding);
                    weights.add(term.weight());
                });
            }
            double[] factors = weights.stream().mapToDouble(Double::doubleValue).toArray();
            return _ -> rank(snapshot, WeightedSum.of(embeddings, factors));
        }));
    }

    private Optional<Embedding> embedding(Term term) {
        return switch (term) {
            case Term.OfText(String text, double _) -> desk.extraPrompts().embedding(text);
            case Term.OfImage(ImageId image, double _) -> desk.embeddings().image(image);
        };
    }

    private static List<Ranked> rank(Comparison.Snapshot snapshot, Embedding query) {
        return IntStream.range(0, snapshot.images().size())
                .mapToObj(i -> new Ranked(
                        snapshot.images().get(i),
                        snapshot.imageEmbeddings().get(i).cosine(query)))
                .sorted(Comparator.comparingDouble(Ranked::cosine).reversed())
                .limit(SHOWN)
                .toList();
    }

    private void ranked(Outcome<List<Ranked>> outcome) {
        switch (outcome) {
            case Outcome.Done(List<Ranked> fresh) -> {
                ranking.set(fresh);
                note.set(TEXTS.get("ranked", fresh.size()));
            }
            case Outcome.Failed(Throwable cause)
            when cause instanceof IllegalArgumentException -> {
                ranking.set(List.of());
                note.set(TEXTS.get("ranked.nothing"));
            }
            case Outcome.Failed(Throwable cause) -> {
                ranking.set(List.of());
                note.set(ProblemText.of(Problem.of(cause)));
            }
        }
    }
}
