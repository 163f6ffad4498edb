package clipscope.session.image;

import clipscope.clip.ClipModel;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.problem.Problem;
import clipscope.session.ImageState;
import clipscope.session.SessionChange;
import clipscope.session.image.ImageReader.Reading;
import clipscope.task.JobBoard;
import clipscope.task.Outcome;
import clipscope.task.Progress;
import clipscope.task.TaskRunner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;

/// Brings images from files to embeddings: decoding on the io threads, encoding on the inference thread.
///
/// A state machine on the owner's thread: every end of a piece of work starts the next ones. At most two of
/// the largest batches are decoded and not yet encoded, so memory stays flat however many images wait. The
/// image looked at goes first.
///
/// **Thread:** Confined to the owner's thread.
public final class ImagePipeline {

    /// How many images may be in decoding, decoded or in a batch at a time: two of the largest batches that
    /// are not chosen.
    static final int READY_LIMIT = 2 * BatchSize.MAX;

    /// How many may be in decoding: enough to keep the io threads busy, few enough that the large view of the
    /// image looked at, which uses the same threads, need not wait.
    private static final int DECODING_LIMIT = Runtime.getRuntime().availableProcessors();

    /// More than that, put in line together, are many: read quickly rather than to the last bit.
    private static final int FEW = 32;

    private final Workplace at;
    private final TaskRunner io;
    private final EncodeQueue queue;
    private final ImageProgress progress;
    private final EmbeddingKeeping keeping;
    private final List<ImageId> recalled = new ArrayList<>(); // and not yet told
    private final SequencedSet<ImageId> waiting = new LinkedHashSet<>();
    private final Set<ImageId> ofMany = new HashSet<>(); // of those that wait
    private final Set<ImageId> seen = new HashSet<>(); // images that were put in line for the present model
    private Optional<ClipModel> model = Optional.empty();
    private Round round = new Round();
    private long encodedHere;

    private static final int TOLD_TOGETHER = 64;

    /// What belongs together between two cancellations: decoded images of an earlier round are not encoded.
    private static final class Round {
        private int decoding;
    }

    /// What its work is called on the board.
    ///
    /// @param encoding "Encoding images"
    /// @param reading "Reading images": all there is to do while there is no model
    public record Titles(String encoding, String reading) {}

    public ImagePipeline(Workplace at, JobBoard jobs, Titles titles) {
        this.at = at;
        this.io = at.runners().io();
        this.queue = new EncodeQueue(at.runners().bulk(), jobs.clock(), this::encoded);
        this.progress =
                new ImageProgress(jobs, () -> model.isPresent() ? titles.encoding() : titles.reading(), this::cancel);
        this.keeping = new EmbeddingKeeping(at.reader().cache(), io);
        at.session().onChange(this::follow);
        at.session().onForgotten(this::forget);
    }

    /// Stops: what waits is dropped, what runs ends without effect. The images stay, without embeddings.
    public void cancel() {
        waiting.clear();
        ofMany.clear();
        queue.clear();
        keeping.forget();
        tellRecalled(); // they have their embeddings
        round = new Round();
        progress.end();
    }

    /// Puts every image that has no embedding in line again.
    public void resume() {
        seen.removeIf(id -> at.embeddings().image(id).isEmpty());
        lineUp();
    }

    /// {@return whether images are being read or encoded}
    public boolean running() {
        return !waiting.isEmpty() || round.decoding > 0 || queue.size() > 0;
    }

    /// Encodes that many images at a time from the next batch on; empty for about a tenth of a second's.
    public void batchOf(OptionalInt images) {
        queue.batchOf(images);
    }

    /// {@return how many images are encoded at a time at present}
    public int batch() {
        return queue.batch();
    }

    private int readyLimit() {
        return Math.max(READY_LIMIT, 2 * queue.batch());
    }

    /// {@return how fast the model in use encoded the last images, in images a second; 0 before the first}
    public double imagesPerSecond() {
        return queue.imagesPerSecond();
    }

    /// {@return how many images the model in use has encoded since it was opened; the others were known}
    public long encodedHere() {
        return encodedHere;
    }

    /// {@return how far the work is, empty while there is none}
    public Optional<Progress> progress() {
        return progress.now();
    }

    /// {@return how many usable images have no embedding}
    public long missing() {
        return at.session().document().images().stream()
                .filter(this::lacksEmbedding)
                .count();
    }

    private boolean lacksEmbedding(ImageId id) {
        return at.embeddings().image(id).isEmpty() && !(at.session().state(id) instanceof ImageState.Unusable);
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Images() -> lineUp();
            case SessionChange.Selection() -> hurry();
            case SessionChange.Model() -> follow(at.slot().model());
            case SessionChange.Image _,
                    SessionChange.Encoded _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _ -> {}
        }
    }

    private void follow(Optional<ClipModel> current) {
        if (!current.equals(model)) {
            model = current;
            cancel();
            queue.use(current.orElse(null));
            encodedHere = 0;
            seen.clear();
            lineUp();
        }
    }

    private void forget(Set<ImageId> gone) {
        at.embeddings().forget(gone);
        seen.removeAll(gone);
        recalled.removeAll(gone);
    }

    private void lineUp() {
        Set<ImageId> present = new HashSet<>(at.session().document().images());
        int before = waiting.size();
        waiting.retainAll(present);
        ofMany.retainAll(waiting);
        progress.expect(waiting.size() - before);
        seen.removeIf(id -> !present.contains(id) && at.embeddings().image(id).isEmpty());
        List<ImageId> fresh = at.session().document().images().stream()
                .filter(id -> seen.add(id) && lacksEmbedding(id))
                .toList();
        waiting.addAll(fresh);
        progress.expect(fresh.size());
        if (fresh.size() > FEW) {
            ofMany.addAll(fresh);
        }
        hurry();
        pump();
    }

    /// The image looked at goes to the front.
    private void hurry() {
        at.session().selected().filter(waiting::contains).ifPresent(waiting::addFirst);
    }

    private void pump() {
        while (!waiting.isEmpty() && round.decoding < DECODING_LIMIT && round.decoding + queue.size() < readyLimit()) {
            decode(waiting.removeFirst());
        }
        queue.pump(round.decoding > 0);
        if (!running()) {
            progress.end();
            keeping.write();
        }
        if (!running() || recalled.size() >= TOLD_TOGETHER) {
            tellRecalled();
        }
    }

    private void decode(ImageId id) {
        Round started = round;
        Optional<ClipModel> reading = model;
        started.decoding++;
        ImageSource source = at.session().source(id);
        boolean many = ofMany.remove(id);
        var _ = io.<Reading>submit(
                _ -> many
                        ? at.reader().readOfMany(source, reading)
                        : at.reader().read(source, reading),
                outcome -> decoded(id, started, outcome));
    }

    private void decoded(ImageId id, Round started, Outcome<Reading> outcome) {
        started.decoding--;
        boolean current = started == round;
        switch (outcome) {
            case Outcome.Done(Reading reading) -> {
                at.session().setState(id, reading.facts());
                if (at.session().holds(id)) {
                    read(id, reading, current);
                } else if (current) {
                    progress.advance(1); // nobody can ask for it any more
                }
            }
            case Outcome.Failed(Throwable cause) -> {
                at.session().setState(id, new ImageState.Unusable(Problem.of(cause)));
                if (current) {
                    progress.advance(1);
                }
            }
        }
        pump();
    }

    private void read(ImageId id, Reading reading, boolean current) {
        switch (reading) {
            case Reading.Fresh(var facts, var thumbnail, var tensor, var key) -> {
                at.thumbnails().put(id, thumbnail);
                if (current && tensor.isPresent()) {
                    keeping.expect(id, facts, key);
                    queue.add(new EncodeQueue.Ready(id, tensor.get()));
                } else if (current) {
                    progress.advance(1); // without a model there is nothing more to do for it
                }
            }
            case Reading.Recalled(var _, var embedding) -> {
                if (current) {
                    at.embeddings().putImage(id, embedding);
                    recalled.add(id);
                    progress.advance(1);
                }
            }
        }
    }

    /// Those that were known are told together: thousands come in a second.
    private void tellRecalled() {
        if (!recalled.isEmpty()) {
            Set<ImageId> told = Set.copyOf(recalled);
            recalled.clear();
            at.session().tell(new SessionChange.Encoded(told));
        }
    }

    private void encoded(Map<ImageId, EncodeQueue.Result> results) {
        results.forEach(this::encoded);
        progress.advance(results.size());
        tellRecalled();
        Set<ImageId> held = new HashSet<>(results.keySet());
        held.removeIf(id -> !at.session().holds(id));
        if (!held.isEmpty()) {
            at.session().tell(new SessionChange.Encoded(held));
        }
        pump();
    }

    /// An image that is gone for good is still worth keeping on disk: the next session may have it.
    private void encoded(ImageId id, EncodeQueue.Result result) {
        switch (result) {
            case EncodeQueue.Result.Encoded(var embedding) -> {
                if (at.session().holds(id)) {
                    at.embeddings().putImage(id, embedding);
                }
                encodedHere++;
                model.ifPresent(by -> keeping.keep(id, by, embedding));
            }
            case EncodeQueue.Result.Failed(Problem problem) -> {
                at.session().setState(id, new ImageState.Unusable(problem));
                keeping.drop(id);
            }
        }
    }
}
