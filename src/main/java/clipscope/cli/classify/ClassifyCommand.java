package clipscope.cli.classify;

import clipscope.cli.desk.CommandDesk;
import clipscope.cli.desk.CommandDesk.EncodedImage;
import clipscope.cli.desk.CommandDesk.EncodedImages;
import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ImageSizeOption;
import clipscope.cli.desk.ModelOptions;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.cli.io.TextNotes;
import clipscope.clip.ClipModel;
import clipscope.file.TextFile;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.prompt.LabelList;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.TemplateSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clipscope classify`: which label fits which image.
@Command(
        name = "classify",
        description = "Compares images with labels, and writes for each image its labels, best first.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ClassifyCommand implements Callable<Integer> {

    private final CommandSetup setup;
    private final CommandIo io;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private ImageSizeOption imageSize = new ImageSizeOption();

    @ArgGroup(multiplicity = "1")
    private Labels labels = new Labels();

    @Mixin
    private TemplateOptions templates = new TemplateOptions();

    @Option(
            names = "--score",
            paramLabel = "S",
            description =
                    "softmax over the labels, sigmoid of each alone, or cosine only. Default: as the model was trained.")
    private @Nullable Score score;

    @Option(names = "--format", paramLabel = "F", description = "text, json or csv. Default: text.")
    private ClassifyFormat format = ClassifyFormat.TEXT;

    @Parameters(paramLabel = "IMAGE|FOLDER", arity = "1..*", description = "The images to classify.")
    private List<Path> images = List.of();

    public ClassifyCommand(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    /// Where the labels come from.
    static final class Labels {

        @Option(names = "--labels", paramLabel = "a,b,c", description = "The labels, separated by commas.")
        private @Nullable String list;

        @Option(names = "--labels-file", paramLabel = "F", description = "A file with one label a line.")
        private @Nullable Path file;

        List<String> read() throws ProblemException {
            String given = file == null ? String.valueOf(list) : file.toString();
            List<String> labels =
                    file == null ? LabelList.parse(given) : LabelList.lines(TextFile.read(file, TextFile.LONG));
            if (labels.isEmpty()) {
                throw new ProblemException(new Problem.BadInput(given, "there is no label in it"));
            }
            return labels;
        }
    }

    /// How the labels are put into sentences.
    static final class TemplateOptions {

        @Option(
                names = "--template",
                paramLabel = "T",
                description = "A sentence with {} for the label; several are averaged. Default: {}, the label alone.")
        private List<String> templates = List.of();

        @Option(
                names = "--templates",
                paramLabel = "NAME|FILE",
                description = "Several templates: openai-7, or a file with one a line.")
        private @Nullable String set;

        TemplateSet read() throws ProblemException {
            if (set == null) {
                return templates.isEmpty() ? new TemplateSet(List.of(PromptTemplate.BARE)) : of(templates);
            }
            if (!templates.isEmpty()) {
                throw new ProblemException(new Problem.BadInput(set, "give either --template or --templates"));
            }
            var named = TemplateSet.named(set);
            if (named.isPresent()) {
                return named.get();
            }
            Path file = Path.of(set);
            if (!Files.exists(file)) {
                throw new ProblemException(new Problem.BadInput(
                        set, "this is neither a file nor one of " + String.join(", ", TemplateSet.names())));
            }
            return of(TextFile.lines(file, TextFile.LONG).stream()
                    .filter(line -> !line.isBlank())
                    .toList());
        }

        private static TemplateSet of(List<String> texts) throws ProblemException {
            try {
                return new TemplateSet(texts.stream().map(PromptTemplate::new).toList());
            } catch (IllegalArgumentException e) {
                throw new ProblemException(
                        new Problem.BadInput(
                                String.join("; ", texts), "every template needs a {} where the label goes"),
                        e);
            }
        }
    }

    @Override
    public Integer call() throws Exception {
        List<String> names = labels.read();
        TemplateSet set = templates.read();
        try (CommandDesk desk = new CommandDesk(io, setup)) {
            ClipModel opened =
                    desk.open(setup.place(model.model()), model.computing().withImageSize(imageSize.size()));
            Scoring scoring = Scoring.of(score, opened.scoreRule());
            ZeroShotClassifier classifier = ZeroShotClassifier.of(desk, opened, names, set);
            classifier.notes().forEach(tokens -> TextNotes.tell(io, tokens));
            EncodedImages encoded = desk.encodeImages(images);
            ClassifyReport report = format.on(io.results());
            for (EncodedImage image : encoded.images()) {
                report.add(image.source(), classifier.scores(image.embedding(), scoring));
            }
            report.end();
            return encoded.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
        }
    }
}
