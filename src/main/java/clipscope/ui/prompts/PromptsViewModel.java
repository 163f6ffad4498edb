package clipscope.ui.prompts;

import clipscope.clip.ClipModel;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.ui.prompts.lab.LabResult;
import clipscope.ui.prompts.lab.LaboratoryViewModel;
import clipscope.ui.prompts.sentence.SentenceViewModel;
import clipscope.ui.prompts.versions.SumViewModel;
import clipscope.ui.prompts.versions.VersionsViewModel;
import clipscope.ui.prompts.work.Tool;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The workspace for the wording of prompts.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PromptsViewModel {

    private final Desk desk;
    private final Consumer<? super ImageId> openInClassify;
    private final LaboratoryViewModel laboratory;
    private final SentenceViewModel sentence;
    private final VersionsViewModel versions;
    private final SumViewModel sum;
    private final ReadOnlyIntegerWrapper pictures = new ReadOnlyIntegerWrapper();
    private Optional<ClipModel> model = Optional.empty();
    private boolean visible;
    private boolean behind; // images have come that nothing shown knows of

    /// @param openInClassify goes to an image in the other workspace
    public PromptsViewModel(Desk desk, Consumer<? super ImageId> openInClassify) {
        this.desk = desk;
        this.openInClassify = openInClassify;
        this.laboratory = new LaboratoryViewModel(desk);
        this.sentence = new SentenceViewModel(desk, this::winners);
        this.versions = new VersionsViewModel(desk);
        this.sum = new SumViewModel(desk);
        laboratory.statusProperty().subscribe(_ -> {
            if (visible) {
                sentence.refresh(); // who wins is known now
            }
        });
        desk.session().onChange(this::follow);
    }

    public LaboratoryViewModel laboratory() {
        return laboratory;
    }

    public SentenceViewModel sentence() {
        return sentence;
    }

    public VersionsViewModel versions() {
        return versions;
    }

    public SumViewModel sum() {
        return sum;
    }

    /// {@return a number that changes when a thumbnail comes}
    public ReadOnlyIntegerProperty picturesProperty() {
        return pictures.getReadOnlyProperty();
    }

    public Optional<PixelImage> thumbnail(ImageId image) {
        return desk.thumbnails().get(image);
    }

    /// {@return what an image is called; nothing for one that is gone, until newer results are there}
    public String name(ImageId image) {
        return desk.session().find(image).map(ImageSource::shortName).orElse("");
    }

    /// {@return the labels of the session}
    public List<String> labels() {
        return desk.session().document().labels();
    }

    /// Says whether the page is seen: numbers nobody sees are not computed.
    public void setVisible(boolean seen) {
        boolean appears = seen && !visible;
        visible = seen;
        if (appears) {
            refresh();
        }
    }

    /// Goes to an image in the other workspace.
    public void open(ImageId image) {
        desk.session().select(image);
        openInClassify.accept(image);
    }

    private List<Tool> tools() {
        return List.of(laboratory, sentence, versions, sum);
    }

    private void refresh() {
        tools().forEach(Tool::refresh);
    }

    private void follow(SessionChange change) {
        if (change instanceof SessionChange.Model && !desk.slot().model().equals(model)) {
            model = desk.slot().model();
            tools().forEach(Tool::forget);
        }
        switch (change) {
            case SessionChange.Image _ -> {
                pictures.set(pictures.get() + 1);
                if (behind) {
                    catchUp();
                }
            }
            case SessionChange.Encoded _ -> catchUp();
            case SessionChange.Surveyed _, SessionChange.Framed _, SessionChange.Frozen _ -> {}
            case SessionChange.Images _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Selection _,
                    SessionChange.Model _ -> {
                if (visible) {
                    refresh();
                }
            }
        }
    }

    /// While many images are read, computing anew at each batch would take the threads that read them.
    private void catchUp() {
        behind = desk.pipeline().running();
        if (!behind && visible) {
            refresh();
        }
    }

    private Optional<Set<String>> winners() {
        return laboratory
                .result()
                .filter(result -> !result.input().images().isEmpty())
                .map(this::winners);
    }

    /// Labels that were not compared count as winners: nothing is known against them.
    private Set<String> winners(LabResult result) {
        Set<String> winners = new HashSet<>(labels());
        result.input().labels().forEach(winners::remove);
        result.report()
                .scores()
                .tops()
                .forEach(top -> winners.add(result.input().labels().get(top)));
        return winners;
    }
}
