package clipscope.ui.train.form;

import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.train.data.DataFolder;
import clipscope.train.data.DataSettings;
import clipscope.train.data.PairData;
import clipscope.train.data.PictureStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The folder of pictures to learn from, and what is wrong with them.
///
/// **Thread:** Confined to the JavaFX thread.
public final class DataViewModel {

    static final long SEED = 1;

    private static final int LOOKED_AT = 64; // pixels: enough to see that a picture can be opened
    private static final long PERIOD = 100_000_000; // ns between two reports

    private final TaskRunner worker;
    private final Executor owner;
    private final ImageDecoder decoder;
    private final Supplier<Optional<Path>> chooser;
    private final ReadOnlyObjectWrapper<DataContent> content = new ReadOnlyObjectWrapper<>(new DataContent.NoFolder());
    private TaskRunner.Handle reading = TaskRunner.Handle.NONE;

    /// @param worker one thread for trainings alone
    /// @param owner the JavaFX thread
    /// @param chooser asks for a folder
    public DataViewModel(TaskRunner worker, Executor owner, ImageDecoder decoder, Supplier<Optional<Path>> chooser) {
        this.worker = worker;
        this.owner = owner;
        this.decoder = decoder;
        this.chooser = chooser;
    }

    // properties

    public ReadOnlyObjectProperty<DataContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// {@return the folder, if what is in it can be learned from}
    public Optional<Path> folder() {
        return content.get() instanceof DataContent.Found(Path folder, PairData _)
                ? Optional.of(folder)
                : Optional.empty();
    }

    /// {@return what is in the folder, if it can be learned from}
    public Optional<PairData> found() {
        return content.get() instanceof DataContent.Found(Path _, PairData data) ? Optional.of(data) : Optional.empty();
    }

    // commands

    public void choose() {
        chooser.get().ifPresent(this::read);
    }

    /// Opens every picture of a folder.
    public void read(Path folder) {
        reading.cancel();
        content.set(new DataContent.Reading(folder, 0, 0));
        AtomicLong last = new AtomicLong(System.nanoTime());
        reading = worker.<PairData>submit(
                cancelled -> DataFolder.read(
                        folder,
                        DataSettings.usual(SEED, LOOKED_AT),
                        new PictureStore(decoder, LOOKED_AT, 0),
                        (done, all) -> {
                            long now = System.nanoTime();
                            if (now - last.get() > PERIOD) {
                                last.set(now);
                                owner.execute(() -> progress(folder, done, all));
                            }
                        },
                        cancelled),
                outcome -> content.set(
                        switch (outcome) {
                            case Outcome.Done(PairData data) -> new DataContent.Found(folder, data);
                            case Outcome.Failed(Throwable cause) -> new DataContent.Refused(folder, Problem.of(cause));
                        }));
    }

    private void progress(Path folder, int done, int all) {
        if (content.get() instanceof DataContent.Reading now && now.folder().equals(folder)) {
            content.set(new DataContent.Reading(folder, done, all));
        }
    }
}
