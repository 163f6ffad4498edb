package clipscope.ui.shell.status;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import clipscope.problem.ByteText;
import clipscope.problem.ProblemText;
import clipscope.session.ImageState;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.task.Job;
import clipscope.task.Progress;
import clipscope.ui.control.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The status line: how many images there are, what is going on, what could not be read.
///
/// Jobs are asked, not listened to: while [#activeProperty()] is true, somebody calls [#refresh()] a few
/// times a second. So two thousand results cost the line eight looks, not two thousand.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class StatusViewModel {

    private static final Texts TEXTS = Texts.beside(StatusViewModel.class);

    private static final int NAME_LENGTH = 32; // letters; beside it stand counts, jobs and the device

    private final Desk desk;
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper unfinished = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ObservableList<JobLine> jobs = FXCollections.observableArrayList();
    private final ObservableList<Unreadable> unreadable = FXCollections.observableArrayList();
    private Map<ImageId, ImageState> worded = Map.of(); // those whose reasons are in `unreadable`
    private final ObservableList<JobLine> jobsShown = FXCollections.unmodifiableObservableList(jobs);
    private final ObservableList<Unreadable> unreadableShown = FXCollections.unmodifiableObservableList(unreadable);

    /// A job as it is now.
    ///
    /// @param count "1,284 of 2,000", empty while nobody knows how many there are
    /// @param pace "109/s · 7 s left", as far as it is known
    /// @param fraction from 0 to 1, or negative while nobody knows
    public record JobLine(Job job, String title, String count, String pace, double fraction) {}

    /// An image that could not be used.
    ///
    /// @param name of the file, without its folder
    /// @param reason what is wrong with it, with its whole path
    public record Unreadable(ImageId id, String name, String reason) {}

    public StatusViewModel(Desk desk) {
        this.desk = desk;
        desk.session().onChange(this::follow);
        refresh();
    }

    // properties

    /// {@return "2,000 images", or "1,284 of 2,000 images encoded" when nobody is encoding the others}
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// {@return how many images nobody is encoding although a model is there: what a cancellation left}
    public ReadOnlyLongProperty unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    /// {@return whether [#refresh()] has to be called in a moment}
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    public ObservableList<JobLine> jobs() {
        return jobsShown;
    }

    public ObservableList<Unreadable> unreadable() {
        return unreadableShown;
    }

    // commands

    /// Looks at everything anew.
    ///
    /// @return whether there is a reason to look again soon
    public boolean refresh() {
        List<Job> running = desk.jobs().running();
        jobs.setAll(running.stream().map(StatusViewModel::line).toList());
        List<ImageId> unusable = desk.session().unusable();
        Map<ImageId, ImageState> now = new HashMap<>();
        unusable.forEach(id -> now.put(id, desk.session().state(id)));
        if (!now.equals(worded)) { // wording hundreds of problems four times a second would be felt
            worded = now;
            unreadable.setAll(unusable.stream().map(this::unreadable).toList());
        }
        long images = desk.session().document().images().size();
        long missing = desk.pipeline().missing();
        boolean encoding = desk.pipeline().running();
        counts.set(counted(images, images - missing - unusable.size(), encoding ? 0 : missing));
        unfinished.set(encoding || desk.slot().model().isEmpty() ? 0 : missing);
        active.set(!running.isEmpty() || encoding);
        return active.get();
    }

    public void stop(Job job) {
        job.stop();
        refresh();
    }

    public void stopAll() {
        desk.jobs().running().forEach(Job::stop);
        refresh();
    }

    /// Encodes what a cancellation left.
    public void resume() {
        desk.pipeline().resume();
        refresh();
    }

    /// {@return the first unreadable image by its name, and how many more there are; empty without any}
    public String unreadableWords() {
        return unreadable.isEmpty()
                ? ""
                : TEXTS.get("unreadable", inPlace(unreadable.getFirst().name()), unreadable.size() - 1);
    }

    /// Takes all unreadable images out of the session.
    public void removeUnreadable() {
        desk.session().removeImages(desk.session().unusable());
    }

    /// {@return the unreadable images with their reasons, one a line}
    public String unreadableText() {
        return unreadable.stream().map(Unreadable::reason).collect(Collectors.joining(System.lineSeparator()));
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Images(), SessionChange.Model() -> refresh();
            case SessionChange.Image _, SessionChange.Encoded _ -> active.set(true); // counted at the next look
            case SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    /// While images are being encoded, the job tells how many are done.
    private static String counted(long images, long encoded, long missing) {
        if (images == 0) {
            return TEXTS.get("counts.none");
        }
        return missing == 0 ? TEXTS.get("counts", images) : TEXTS.get("counts.encoded", encoded, images);
    }

    private static JobLine line(Job job) {
        Progress progress = job.progress();
        if (progress.total() == 0) {
            return new JobLine(job, job.title(), "", "", -1);
        }
        String rate = progress.perSecond() > 0 ? rate(job.unit(), progress.perSecond()) + "/s" : "";
        return new JobLine(
                job,
                job.title(),
                count(job.unit(), progress.done(), progress.total()),
                progress.timeLeft().map(left -> rate + " · " + Words.left(left)).orElse(rate),
                progress.fraction());
    }

    private static String rate(Job.Unit unit, double perSecond) {
        return switch (unit) {
            case THINGS -> Words.rate(perSecond);
            case BYTES -> ByteText.of(Math.round(perSecond));
        };
    }

    private static String count(Job.Unit unit, long done, long total) {
        return switch (unit) {
            case THINGS -> TEXTS.get("job.of", done, total);
            case BYTES -> TEXTS.get("job.of", ByteText.of(done), ByteText.of(total));
        };
    }

    /// A name may have 255 letters and several lines; its end has the number and tells the kind of file.
    private static String inPlace(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= NAME_LENGTH
                ? line
                : line.substring(0, NAME_LENGTH / 2) + "…" + line.substring(line.length() - NAME_LENGTH / 2 + 1);
    }

    private Unreadable unreadable(ImageId id) {
        Session session = desk.session();
        String reason = switch (session.state(id)) {
            case ImageState.Unusable(var problem) -> ProblemText.of(problem);
            case ImageState.Waiting _, ImageState.Decoded _ -> "";
        };
        return new Unreadable(id, session.source(id).shortName(), reason);
    }
}
