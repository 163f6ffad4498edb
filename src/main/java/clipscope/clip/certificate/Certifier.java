package clipscope.clip.certificate;

import clipscope.clip.Architecture;
import clipscope.clip.CheckpointCheck;
import clipscope.clip.ScoreRule;
import clipscope.clip.ScoreWeights;
import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.clip.layout.ModelPlan;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.text.TokenizerSource;
import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.WeightStatistics;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Makes a model's certificate, in three steps that cost more and more: what its files say, what its weights
/// are, how it computes.
public final class Certifier {

    private static final Texts TEXTS = Texts.beside(Certifier.class);

    private static final List<String> DESCRIPTIONS = List.of(
            "config.json",
            "open_clip_config.json",
            "processor_config.json",
            "preprocessor_config.json",
            "tokenizer_config.json");

    private final ModelPlan plan;
    private final OptionalInt imageSize;

    private Certifier(ModelPlan plan, OptionalInt imageSize) {
        this.plan = plan;
        this.imageSize = imageSize;
    }

    /// Reads the files of a model, without its weights.
    ///
    /// @throws ProblemException if there is no model, one that we do not run, or a damaged one
    public static Certifier of(Path location) throws ProblemException {
        return of(location, OptionalInt.empty());
    }

    /// Reads the files of a model that is to be tested with pictures of another size than those of its
    /// training.
    ///
    /// @throws ProblemException as [#of(Path)]
    public static Certifier of(Path location, OptionalInt imageSize) throws ProblemException {
        return new Certifier(ModelPlans.read(location), imageSize);
    }

    /// {@return what the model's files say}
    public Certificate facts() {
        return new Certificate(
                plan.identity().name(),
                FactSection.of(plan, Architecture.nameOf(plan.network().image())));
    }

    /// Reads every byte of the weights: half a second for 600 MB.
    ///
    /// @param cancellation what was found so far is returned
    /// @throws ProblemException if they do not fit the network or cannot be read
    public List<Section> weights(Cancellation cancellation) throws ProblemException {
        try (Checkpoint checkpoint = plan.weights().open()) {
            CheckpointCheck.check(checkpoint, plan.network());
            ScoreRule rule = ScoreWeights.read(checkpoint, plan.network().text());
            return List.of(
                    new Section(TEXTS.get("section.scores"), scores(rule)),
                    WeightSection.of(
                            checkpoint,
                            plan.network(),
                            CheckpointCheck.unexpected(checkpoint, plan.network()),
                            WeightStatistics.of(checkpoint, cancellation)),
                    FileSection.of(files(checkpoint), cancellation));
        }
    }

    /// {@return the files that decide what the model computes: weights, pieces, and what describes both}
    private List<Path> files(Checkpoint checkpoint) {
        Path place = plan.identity().location(); // an archive of OpenAI's has nothing beside it that says more
        return Stream.of(
                        checkpoint.files().stream(),
                        plan.tokenizer().source().map(TokenizerSource::files).orElse(List.of()).stream(),
                        DESCRIPTIONS.stream().map(place::resolve).filter(Files::isRegularFile))
                .flatMap(files -> files)
                .toList();
    }

    /// Loads the model twice and computes with it. Belongs on the inference thread.
    ///
    /// @throws ProblemException if it cannot be loaded
    public Section selfTest() throws ProblemException {
        try (SelfTest test = stepwiseTest()) {
            boolean more = true;
            while (more) {
                more = test.step();
            }
            return test.section();
        }
    }

    /// {@return the same test to be taken step by step; whoever takes it closes it}
    public SelfTest stepwiseTest() {
        return new SelfTest(plan, imageSize);
    }

    private static List<Line> scores(ScoreRule rule) {
        Line probability = new Line(TEXTS.get("probability"), words(rule), Mark.READ, "");
        Line scale = new Line(TEXTS.get("logit.scale"), number(rule.scale()), Mark.READ, "exp(logit_scale)");
        return switch (rule) {
            case ScoreRule.Softmax _ -> List.of(probability, scale);
            case ScoreRule.Sigmoid _ ->
                List.of(
                        probability,
                        scale,
                        new Line(TEXTS.get("logit.bias"), number(rule.bias()), Mark.READ, "logit_bias"));
        };
    }

    private static String words(ScoreRule rule) {
        return switch (rule) {
            case ScoreRule.Softmax _ -> TEXTS.get("rule.softmax");
            case ScoreRule.Sigmoid _ -> TEXTS.get("rule.sigmoid");
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
