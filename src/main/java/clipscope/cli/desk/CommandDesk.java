package clipscope.cli.desk;

import clipscope.cli.io.CommandIo;
import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.ImageState;
import clipscope.session.desk.Desk;
import clipscope.session.image.ImageIntake;
import clipscope.session.model.ModelSlot;
import clipscope.task.BackgroundThreads;
import clipscope.task.EventLoop;
import clipscope.task.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A desk for commands: the same session as the window's, whose owner is the command's own thread.
///
/// **Thread:** Confined to the command's thread.
public final class CommandDesk implements AutoCloseable {

    private static final int TEXT_BATCH = 64; // more does not pay on a CPU
    private static final long CLOSING_MILLIS = 60_000; // a batch on a busy machine; ending while torch computes crashes

    private final BackgroundThreads threads = BackgroundThreads.ofCommand();
    private final EventLoop loop = new EventLoop();
    private final CommandIo io;
    private final Desk desk;
    private final ProgressLine progress;

    public CommandDesk(CommandIo io, CommandSetup setup) {
        this.io = io;
        this.desk = setup.desk(threads.runners(loop));
        this.progress = new ProgressLine(io, desk.jobs());
    }

    /// An image with its embedding.
    public record EncodedImage(String source, Embedding embedding) {}

    /// The images that could be encoded, in the order found.
    ///
    /// @param complete whether all that was asked for could be
    public record EncodedImages(List<EncodedImage> images, boolean complete) {

        public EncodedImages {
            images = List.copyOf(images);
        }
    }

    /// Loads the model.
    ///
    /// @throws ProblemException if it cannot be used
    public ClipModel open(Path location, Computing computing) throws ProblemException, InterruptedException {
        desk.slot().open(location, computing);
        loop.runUntil(() -> !(desk.slot().status() instanceof ModelSlot.Status.Loading));
        if (desk.slot().status() instanceof ModelSlot.Status.Failed(var _, Problem problem)) {
            throw new ProblemException(problem);
        }
        return desk.slot().model().orElseThrow();
    }

    /// Reads and encodes images, telling of each that cannot be read.
    public EncodedImages encodeImages(List<Path> filesAndFolders) throws InterruptedException {
        AtomicReference<ImageIntake.Added> added = new AtomicReference<>();
        desk.intake().add(filesAndFolders, added::set);
        loop.runUntil(() -> {
            progress.update();
            return added.get() != null && !desk.pipeline().running();
        });
        progress.clear();
        added.get().problems().forEach(io::note);
        List<EncodedImage> encoded = new ArrayList<>();
        for (ImageId id : desk.session().document().images()) {
            if (desk.session().state(id) instanceof ImageState.Unusable(Problem problem)) {
                io.note(problem);
            }
            desk.embeddings()
                    .image(id)
                    .ifPresent(embedding ->
                            encoded.add(new EncodedImage(path(desk.session().source(id)), embedding)));
        }
        int asked = desk.session().document().images().size();
        return new EncodedImages(
                encoded, encoded.size() == asked && added.get().problems().isEmpty());
    }

    /// Two files of the same name in different folders are told apart by their paths.
    private static String path(ImageSource source) {
        return switch (source) {
            case ImageSource.OfFile(Path path) -> path.toString();
            case ImageSource.OfBytes _, ImageSource.OfPixels _ -> source.name();
        };
    }

    /// Encodes texts, in their order.
    ///
    /// @throws ProblemException if the model cannot
    public List<Embedding> encodeTexts(ClipModel model, List<TokenizedText> texts)
            throws ProblemException, InterruptedException {
        List<Embedding> embeddings = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += TEXT_BATCH) {
            List<TokenizedText> batch = texts.subList(from, Math.min(texts.size(), from + TEXT_BATCH));
            FloatMatrix projections = await(model, batch);
            for (int i = 0; i < batch.size(); i++) {
                embeddings.add(Embedding.ofProjection(projections.row(i)));
            }
        }
        return embeddings;
    }

    private FloatMatrix await(ClipModel model, List<TokenizedText> batch)
            throws ProblemException, InterruptedException {
        AtomicReference<Outcome<FloatMatrix>> outcome = new AtomicReference<>();
        var _ = desk.runners().soon().<FloatMatrix>submit(_ -> model.encodeTexts(batch), outcome::set);
        loop.runUntil(() -> outcome.get() != null);
        return switch (outcome.get()) {
            case Outcome.Done(FloatMatrix projections) -> projections;
            case Outcome.Failed(Throwable cause) -> throw new ProblemException(Problem.of(cause), cause);
        };
    }

    @Override
    public void close() {
        threads.closeWithin(() -> desk.slot().model().ifPresent(ClipModel::close), CLOSING_MILLIS);
    }
}
