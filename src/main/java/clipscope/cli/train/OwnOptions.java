package clipscope.cli.train;

import clipscope.cli.desk.CommandSetup;
import clipscope.clip.engine.LearnedPart;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.prompt.PromptTemplate;
import clipscope.train.data.DataSettings;
import clipscope.train.own.Method;
import clipscope.train.own.ModelSize;
import clipscope.train.own.OwnPlan;
import clipscope.train.own.Start;
import clipscope.train.run.RateCurve;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options of a training on one's own pictures. Those left out are what is usual for its kind.
final class OwnOptions {

    private static final int RANK = 8; // of Hu et al. 2021, table 6: more does not pay

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = {
                "Pictures and captions to learn from: a text file beside each picture, a table (.csv) of files and",
                "captions, or folders named by what is in their pictures. Which of these is found out."
            })
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "The model to begin with: a folder, a file, or a name of 'clipscope models list'.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--size",
            description = "Of a model that begins with random weights: ${COMPLETION-CANDIDATES} (default: small).")
    private Optional<ModelSize> size = Optional.empty();

    @Option(
            names = "--learn",
            description = "What of the model to begin with is learned: ${COMPLETION-CANDIDATES} (default: all).")
    private Optional<LearnOption> learn = Optional.empty();

    @Option(names = "--rank", paramLabel = "N", description = "Of adapters (default: " + RANK + ").")
    private Optional<Integer> rank = Optional.empty();

    @Option(names = "--loss", description = "${COMPLETION-CANDIDATES} (default: clip).")
    private LossOption loss = LossOption.CLIP;

    @Option(names = "--batch", paramLabel = "N", description = "Pictures in a batch.")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--rate", paramLabel = "R", description = "The highest learning rate.")
    private Optional<Double> rate = Optional.empty();

    @Option(
            names = "--warm-up",
            paramLabel = "SHARE",
            description = "Of the steps, in which the rate rises: 0 to 1 (default: 0.1).")
    private Optional<Double> warmUp = Optional.empty();

    @Option(names = "--schedule", description = "How the rate goes down: ${COMPLETION-CANDIDATES} (default: cosine).")
    private RateCurve schedule = RateCurve.COSINE;

    @Option(names = "--decay", paramLabel = "D", description = "Weight decay (default: 0.1).")
    private Optional<Double> decay = Optional.empty();

    @Option(names = "--precision", description = "${COMPLETION-CANDIDATES} (default: fp32).")
    private TrainingPrecision precision = TrainingPrecision.FP32;

    @Option(
            names = "--augment",
            split = ",",
            description = "How pictures are varied: some of ${COMPLETION-CANDIDATES} (default: crop,colour).")
    private List<AugmentOption> augment = List.of();

    @Option(
            names = "--template",
            paramLabel = "T",
            description = "Makes captions of the names of folders; {} is the name. May be given several times.")
    private List<String> templates = List.of();

    boolean given() {
        return data.isPresent();
    }

    /// {@return whether an option is given that has no meaning without data}
    boolean partlyGiven() {
        return size.isPresent() || learn.isPresent() || batch.isPresent() || rate.isPresent();
    }

    /// {@return the folder or file of the model to begin with}
    ///
    /// @throws ProblemException if there is none of that name
    Optional<Path> from(CommandSetup setup) throws ProblemException {
        return from.isPresent() ? Optional.of(setup.place(from)) : Optional.empty();
    }

    /// {@return the plan that these ask for}
    ///
    /// @throws ProblemException if they contradict each other or make no sense
    OwnPlan plan(CommandSetup setup, Path out, Optional<Integer> steps, long seed) throws ProblemException {
        check(from.isEmpty() || size.isEmpty(), "--size", "the model of --from has its size already; leave one out");
        check(from.isPresent() || learn.isEmpty(), "--learn", "with random weights all is learned; --from is missing");
        check(rank.isEmpty() || learn.equals(Optional.of(LearnOption.ADAPTERS)), "--rank", "it is for adapters");
        check(rank.orElse(RANK) >= 1, "--rank", "at least 1 is needed");
        check(steps.orElse(1) >= 1, "--steps", "at least 1 is needed");
        check(batch.orElse(2) >= 2, "--batch", "at least 2 are needed: one to tell from the other");
        check(rate.orElse(1.0) > 0 && Double.isFinite(rate.orElse(1.0)), "--rate", "a number above 0 is needed");
        check(warmUp.orElse(0.0) >= 0 && warmUp.orElse(0.0) <= 1, "--warm-up", "a share from 0 to 1 is needed");
        check(decay.orElse(0.0) >= 0 && Double.isFinite(decay.orElse(0.0)), "--decay", "a number from 0 on is needed");
        for (String template : templates) {
            check(new PromptTemplate(template).hasPlace(), template, "it has no {} for the name of a folder");
        }
        LearnedPart part = learn.orElse(LearnOption.ALL).part(rank.orElse(RANK));
        Method usual = from.isPresent() ? Method.from(part) : Method.fromNothing();
        Method method = new Method(
                usual.part(),
                loss.loss(),
                steps.orElse(usual.steps()),
                batch.orElse(usual.batch()),
                rate.orElse(usual.rate()),
                warmUp.orElse(usual.warmUp()),
                schedule,
                decay.orElse(usual.decay()),
                precision.products());
        Start start = from.isPresent()
                ? new Start.FromModel(setup.place(from))
                : new Start.FromNothing(size.orElse(ModelSize.SMALL));
        return new OwnPlan(
                data.orElseThrow(),
                out,
                start,
                method,
                AugmentOption.of(augment),
                templates.isEmpty()
                        ? DataSettings.TEMPLATES
                        : templates.stream().map(PromptTemplate::new).toList(),
                seed);
    }

    private static void check(boolean holds, String option, String reason) throws ProblemException {
        if (!holds) {
            throw new ProblemException(new Problem.BadInput(option, reason));
        }
    }
}
