package clipscope.ui.grid.pair;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.score.NumberText;
import clipscope.score.retrieval.Recall;
import clipscope.session.Pairs;
import clipscope.session.SessionChange;
import clipscope.session.caption.Caption;
import clipscope.session.caption.CaptionFiles;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.grid.table.GridTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Images with captions of their own: read from files, they become the labels, and the grid tells how well
/// the two find each other.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PairsViewModel {

    private static final Texts TEXTS = Texts.beside(PairsViewModel.class);

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Pairs> pairs = new ReadOnlyObjectWrapper<>(Pairs.NONE);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private TaskRunner.Handle ranking = TaskRunner.Handle.NONE;
    private Optional<GridTable> shown = Optional.empty();

    public PairsViewModel(Desk desk) {
        this.desk = desk;
        desk.session().onChange(change -> {
            if (change instanceof SessionChange.Images) {
                follow(desk.session().document().pairs());
            }
        });
    }

    // properties

    public ReadOnlyObjectProperty<Pairs> pairsProperty() {
        return pairs.getReadOnlyProperty();
    }

    /// {@return what came of the last import, and recall at 1, 5 and 10 both ways}
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    // commands

    /// Reads a table of files and captions. Images that are named by a path and not in the session are added.
    public void readTable(Path file) {
        read(_ -> {
            Path folder = file.toAbsolutePath().resolveSibling("");
            List<Found> found = new ArrayList<>();
            for (Caption caption : CaptionFiles.table(file)) {
                found.add(new Found(folder.resolve(caption.image()).normalize(), List.of(caption.text())));
            }
            return found;
        });
    }

    /// Reads the text file beside each image of the session.
    public void readBeside() {
        List<Path> files = desk.session().document().images().stream()
                .map(image -> desk.session().source(image))
                .flatMap(source -> source instanceof ImageSource.OfFile(Path path) ? Stream.of(path) : Stream.empty())
                .toList();
        read(_ -> {
            List<Found> found = new ArrayList<>();
            for (Path file : files) {
                List<String> texts = CaptionFiles.beside(file);
                if (!texts.isEmpty()) {
                    found.add(new Found(file.toAbsolutePath().normalize(), texts));
                }
            }
            return found;
        });
    }

    /// Forgets which caption belongs to which image; the labels stay.
    public void leave() {
        desk.session().unpair();
    }

    /// They were read, opened with a session, undone, or their images removed.
    private void follow(Pairs now) {
        if (!now.equals(pairs.get())) {
            ranking.cancel();
            summary.set(now.isEmpty() ? "" : TEXTS.get("found", now.captions().size()));
            pairs.set(now);
        }
    }

    /// Ranks the pairs of a table that is shown now.
    public void rank(GridTable table) {
        ranking.cancel();
        shown = Optional.of(table);
        Pairs now = pairs.get();
        if (!now.isEmpty()) {
            ranking = desk.runners().io().submit(_ -> PairRecall.of(table, now), this::ranked);
        }
    }

    /// Captions of one file.
    ///
    /// @param file whole and without detours
    private record Found(Path file, List<String> texts) {}

    private void read(TaskRunner.Work<List<Found>> work) {
        summary.set(TEXTS.get("reading"));
        var _ = desk.runners().io().submit(work, (Outcome<List<Found>> outcome) -> {
            switch (outcome) {
                case Outcome.Done(List<Found> found) -> take(found);
                case Outcome.Failed(Throwable cause) -> summary.set(ProblemText.of(Problem.of(cause)));
            }
        });
    }

    private void take(List<Found> found) {
        addMissing(found);
        Map<Path, ImageId> byPath = new LinkedHashMap<>();
        Map<String, Set<ImageId>> byName = new LinkedHashMap<>();
        for (ImageId image : desk.session().document().images()) {
            ImageSource source = desk.session().source(image);
            byName.computeIfAbsent(source.shortName(), _ -> new LinkedHashSet<>())
                    .add(image);
            if (source instanceof ImageSource.OfFile(Path path)) {
                byPath.put(path.toAbsolutePath().normalize(), image);
            }
        }
        Map<ImageId, Set<String>> captions = new LinkedHashMap<>();
        for (Found one : found) {
            ImageId image = byPath.get(one.file);
            Set<ImageId> named = byName.getOrDefault(String.valueOf(one.file.getFileName()), Set.of());
            if (image == null && named.size() == 1) {
                image = named.iterator().next();
            }
            if (image != null) {
                captions.computeIfAbsent(image, _ -> new LinkedHashSet<>()).addAll(one.texts);
            }
        }
        use(new Pairs(captions));
    }

    private void addMissing(List<Found> found) {
        Set<String> names = desk.session().document().images().stream()
                .map(image -> desk.session().source(image).shortName())
                .collect(Collectors.toSet());
        List<ImageSource> missing = found.stream()
                .map(Found::file)
                .distinct()
                .filter(file -> !names.contains(String.valueOf(file.getFileName())) && Files.isRegularFile(file))
                .<ImageSource>map(ImageSource.OfFile::new)
                .toList();
        var _ = desk.session().addImages(missing);
    }

    private void use(Pairs found) {
        if (found.isEmpty()) {
            summary.set(TEXTS.get("none"));
            return;
        }
        summary.set(TEXTS.get("found", found.captions().size()));
        desk.session().pair(found);
        shown.ifPresent(this::rank); // the same again changes nothing, so nothing else would
    }

    private void ranked(Outcome<PairRecall> outcome) {
        switch (outcome) {
            case Outcome.Done(PairRecall(Recall captions, Recall images)) ->
                summary.set(
                        TEXTS.get("recall", captions.queries(), values(captions), images.queries(), values(images)));
            case Outcome.Failed(Throwable cause) -> summary.set(ProblemText.of(Problem.of(cause)));
        }
    }

    private static String values(Recall recall) {
        return IntStream.range(0, Recall.KS.size())
                .mapToObj(i -> recall.queries() == 0
                        ? "–"
                        : NumberText.percent(recall.values().get(i)))
                .collect(Collectors.joining(", "));
    }
}
