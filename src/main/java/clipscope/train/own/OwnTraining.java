package clipscope.train.own;

import clipscope.clip.engine.ContrastiveLoss;
import clipscope.clip.engine.LearnedPart;
import clipscope.clip.engine.Lesson;
import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.engine.TrainingState;
import clipscope.clip.pixels.Preprocessor;
import clipscope.clip.weights.FloatTensor;
import clipscope.file.WholeFile;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.data.DataFolder;
import clipscope.train.data.DataProblem;
import clipscope.train.data.Example;
import clipscope.train.data.PairData;
import clipscope.train.data.PictureStore;
import clipscope.train.run.TrainingLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Trains a model on a person's own pictures and captions. Interrupted and begun again with the same
/// settings, it goes on from its last checkpoint and ends with the same model.
///
/// **Thread:** Confined to the thread that made it; it is told what to do through the [CourseControl].
public final class OwnTraining {

    private static final int MEMORY_SHARE = 4; // a quarter of the memory for pictures

    private final OwnPlan plan;
    private final ImageDecoder decoder;
    private final CourseControl control;
    private final Consumer<CourseEvent> listener;
    private final WorkFolder work;

    private OwnTraining(OwnPlan plan, ImageDecoder decoder, CourseControl control, Consumer<CourseEvent> listener) {
        this.plan = plan;
        this.decoder = decoder;
        this.control = control;
        this.listener = listener;
        this.work = WorkFolder.in(plan.out().toAbsolutePath());
    }

    /// Trains on the calling thread.
    ///
    /// @param listener told how it stands, on the calling thread
    /// @throws ProblemException if the data, the model to start from or the place of the new one cannot be
    ///     used, or the loss is no number any more
    public static CourseEnd run(
            OwnPlan plan, ImageDecoder decoder, CourseControl control, Consumer<CourseEvent> listener)
            throws ProblemException {
        return new OwnTraining(plan, decoder, control, listener).run();
    }

    private CourseEnd run() throws ProblemException {
        int imageSize = Foundation.imageSize(plan.start());
        PictureStore store =
                new PictureStore(decoder, imageSize, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        PairData data = DataFolder.read(
                plan.data(),
                plan.dataSettings(imageSize),
                store,
                (done, all) -> listener.accept(new CourseEvent.Reading(done, all)),
                control::left);
        if (control.left()) {
            return new CourseEnd.Left(0);
        }
        work.claim(PlanText.json(plan, data));
        Foundation foundation = Foundation.of(plan.start(), data.training(), plan.seed());
        WholeFile.write(work.tokenizer(), foundation.tokenizer());
        try (CaptionIds ids =
                CaptionIds.open(work.tokenizer(), foundation.shape().text())) {
            return learn(withLongCaptions(data, ids), foundation, store, ids);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(plan.out(), WholeFile.reason(e)), e);
        }
    }

    private static PairData withLongCaptions(PairData data, CaptionIds ids) {
        List<Example> all =
                Stream.concat(data.training().stream(), data.heldOut().stream()).toList();
        List<DataProblem> problems = new ArrayList<>(data.problems());
        problems.addAll(ids.tooLong(all));
        return new PairData(data.form(), data.training(), data.heldOut(), problems, data.fingerprint());
    }

    private CourseEnd learn(PairData data, Foundation foundation, PictureStore store, CaptionIds ids)
            throws ProblemException, IOException {
        HeldOut heldOut = new HeldOut(data.heldOut(), store, new Preprocessor(foundation.preprocessing()), ids);
        Examinations examinations = new Examinations(work, heldOut, control, listener);
        TrainingLoop loop = new TrainingLoop(
                plan.method().run(plan.seed()),
                state -> begin(state, data, foundation, examinations, heldOut),
                new OwnBatches(data.training(), plan, foundation.preprocessing(), store, ids),
                work.checkpoint(),
                examinations);
        try (TrainingNetwork network = loop.run()) {
            if (network.steps() < plan.method().steps() && control.left()) {
                return new CourseEnd.Left(network.steps());
            }
            examinations.atLeastOne(network);
        }
        return new Result(plan, work, foundation, ids).write(data, examinations.records());
    }

    private TrainingNetwork begin(
            Optional<TrainingState> state,
            PairData data,
            Foundation foundation,
            Examinations examinations,
            HeldOut heldOut)
            throws ProblemException {
        Method method = plan.method();
        Lesson lesson =
                new Lesson(foundation.shape(), method.part(), method.loss(), method.optimiser(), method.products());
        boolean whole = method.part() instanceof LearnedPart.Everything;
        List<FloatTensor> weights =
                whole && state.isPresent() ? List.of() : foundation.weights().read();
        TrainingNetwork network = state.isPresent()
                ? TrainingNetwork.resume(lesson, weights, state.get())
                : TrainingNetwork.begin(lesson, weights, plan.seed());
        examinations.begin(network.steps());
        listener.accept(new CourseEvent.Prepared(data, network.parameters(), ModelSize.parameters(foundation.shape())));
        if (network.steps() > 0) {
            CourseRecord past = examinations.records();
            listener.accept(new CourseEvent.Resumed(network.steps(), past.losses(), past.examined(), past.bestStep()));
            return network;
        }
        return method.loss() == ContrastiveLoss.SIGMOID && plan.start() instanceof Start.FromModel
                ? FirstBias.fitted(network, lesson, weights, heldOut)
                : network;
    }
}
