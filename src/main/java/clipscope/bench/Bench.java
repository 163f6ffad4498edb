package clipscope.bench;

import clipscope.bench.BenchReport.Encoding;
import clipscope.bench.BenchReport.Rate;
import clipscope.clip.Architecture;
import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.Device;
import clipscope.clip.ModelLoader;
import clipscope.clip.Precision;
import clipscope.clip.SpeedLimit;
import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.text.TokenizedText;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Measures a model in one process: the machine's limit, then what the model reaches of it.
///
/// **Thread:** Confined to one thread, which is the inference thread while it runs.
public final class Bench {

    private static final List<Integer> BATCHES = List.of(1, 8, 32, 64);
    private static final String PROMPT = "a photo of a small dog on a red sofa";

    private final ModelPlan plan;
    private final Consumer<String> steps;
    private final Stopwatch stopwatch;
    private final OptionalInt imageSize;
    private double padded;

    private Bench(ModelPlan plan, OptionalInt imageSize, Consumer<String> steps, Stopwatch stopwatch) {
        this.plan = plan;
        this.imageSize = imageSize;
        this.steps = steps;
        this.stopwatch = stopwatch;
    }

    /// Measures everything: some minutes for ViT-B/32 on two cores.
    ///
    /// @param precisions those to be measured
    /// @param imageSize of the pictures given to the model, empty for that of its training
    /// @param steps told what is measured next
    /// @throws ProblemException if the model cannot be loaded, or memory ran out
    public static BenchReport run(Path model, List<Precision> precisions, OptionalInt imageSize, Consumer<String> steps)
            throws ProblemException {
        return run(model, precisions, imageSize, steps, new Stopwatch(System::nanoTime));
    }

    static BenchReport run(
            Path model, List<Precision> precisions, OptionalInt imageSize, Consumer<String> steps, Stopwatch stopwatch)
            throws ProblemException {
        return new Bench(ModelPlans.read(model), imageSize, steps, stopwatch).report(precisions);
    }

    private BenchReport report(List<Precision> precisions) throws ProblemException {
        List<Encoding> encodings = new ArrayList<>();
        for (Precision precision : precisions) {
            encodings.add(encoding(precision));
        }
        steps.accept("preparing pictures");
        return new BenchReport(
                ThisMachine.describe(),
                plan.identity().name(),
                Architecture.nameOf(plan.network().image()),
                encodings,
                new PreparingBench(plan.preprocessing(), stopwatch).measure(),
                ThisMachine.peakMemory());
    }

    private Encoding encoding(Precision precision) throws ProblemException {
        steps.accept("loading in " + precision.label());
        open(precision).close(); // so that the files lie in memory, and the engine is started
        ClipModel[] opened = new ClipModel[1];
        double loading = stopwatch.once(() -> opened[0] = open(precision));
        try (ClipModel model = opened[0]) {
            PixelTensor picture = model.preprocess(PhotoLike.draw(640, 480));
            double first = stopwatch.once(() -> model.encodeImages(List.of(picture)));
            SpeedLimit limit = SpeedLimit.of(plan, precision);
            List<Rate> images = new ArrayList<>();
            for (int batch : BATCHES) {
                steps.accept("images in %s, batch %d".formatted(precision.label(), batch));
                List<PixelTensor> inputs = Collections.nCopies(batch, picture);
                double seconds = stopwatch.fastest(() -> model.encodeImages(inputs));
                images.add(new Rate(batch, batch / seconds, limit.imagesPerSecond(batch)));
            }
            List<Rate> texts = texts(model, limit);
            steps.accept("files to embeddings in " + precision.label());
            double pipeline = new PipelineBench(model, stopwatch).perSecond();
            return new Encoding(
                    precision.label(),
                    new BenchReport.Opening(loading, first),
                    images,
                    texts,
                    pipeline,
                    prompts(model));
        }
    }

    private ClipModel open(Precision precision) throws ProblemException {
        return ModelLoader.load(plan, Computing.in(precision).on(Device.CPU).withImageSize(imageSize));
    }

    private Optional<BenchReport.Prompts> prompts(ClipModel model) throws ProblemException {
        if (plan.tokenizer().source().isEmpty()) {
            return Optional.empty();
        }
        steps.accept("prompts in " + model.precision().label());
        double perSecond = PromptBench.perSecond(model, stopwatch);
        if (padded == 0) { // measured once, in float32
            try (ClipModel full = open(Precision.FP32)) {
                padded = PromptBench.paddedPerSecond(full, stopwatch);
            }
        }
        return Optional.of(new BenchReport.Prompts(perSecond, padded));
    }

    private List<Rate> texts(ClipModel model, SpeedLimit limit) throws ProblemException {
        List<Rate> rates = new ArrayList<>();
        if (plan.tokenizer().source().isEmpty()) {
            return rates;
        }
        TokenizedText prompt = model.tokenize(PROMPT);
        int tokens = plan.tokenizer().padding().isPresent()
                ? plan.network().text().contextLength()
                : prompt.ids().size();
        for (int batch : BATCHES) {
            steps.accept("texts in %s, batch %d".formatted(model.precision().label(), batch));
            List<TokenizedText> inputs = Collections.nCopies(batch, prompt);
            double seconds = stopwatch.fastest(() -> model.encodeTexts(inputs));
            rates.add(new Rate(batch, batch / seconds, limit.textsPerSecond(batch, tokens)));
        }
        return rates;
    }
}
