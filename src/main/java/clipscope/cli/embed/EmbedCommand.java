package clipscope.cli.embed;

import clipscope.cli.desk.CommandDesk;
import clipscope.cli.desk.CommandDesk.EncodedImage;
import clipscope.cli.desk.CommandDesk.EncodedImages;
import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ImageSizeOption;
import clipscope.cli.desk.ModelOptions;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.CsvField;
import clipscope.cli.io.ExitStatus;
import clipscope.cli.io.TextNotes;
import clipscope.clip.ClipModel;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.NpyFile;
import clipscope.file.TextFile;
import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `clipscope embed`: embeddings into a file that NumPy reads.
@Command(
        name = "embed",
        description = "Writes embeddings as float32 (rows, dimensions), and beside them a CSV with each row's source.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class EmbedCommand implements Callable<Integer> {

    private final CommandSetup setup;
    private final CommandIo io;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private ImageSizeOption imageSize = new ImageSizeOption();

    @Option(names = "--raw", description = "Writes the projections as they are, not scaled to length 1.")
    private boolean raw;

    @Option(names = "--out", paramLabel = "OUT.npy", required = true, description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--texts", paramLabel = "FILE", description = "Embeds the lines of this file, not images.")
    private @Nullable Path texts;

    @Parameters(paramLabel = "IMAGE|FOLDER", arity = "0..*", description = "The images to embed.")
    private List<Path> images = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    public EmbedCommand(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        if ((texts == null) == images.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), "Give either --texts FILE or images.");
        }
        List<String> lines = texts == null ? List.of() : TextFile.lines(texts, TextFile.LONG);
        try (CommandDesk desk = new CommandDesk(io, setup)) {
            ClipModel opened =
                    desk.open(setup.place(model.model()), model.computing().withImageSize(imageSize.size()));
            return texts == null ? embedImages(desk, opened) : embedTexts(desk, opened, lines);
        }
    }

    private int embedImages(CommandDesk desk, ClipModel opened) throws ProblemException, InterruptedException {
        EncodedImages encoded = desk.encodeImages(images);
        write(
                opened.card().dimensions(),
                encoded.images().stream().map(EncodedImage::source).toList(),
                encoded.images().stream().map(EncodedImage::embedding).toList());
        return encoded.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
    }

    private int embedTexts(CommandDesk desk, ClipModel opened, List<String> lines)
            throws ProblemException, InterruptedException {
        List<TokenizedText> tokens = new ArrayList<>();
        for (String line : lines) {
            tokens.add(opened.tokenize(line));
        }
        tokens.forEach(text -> TextNotes.tell(io, text));
        write(opened.card().dimensions(), lines, desk.encodeTexts(opened, tokens));
        return ExitStatus.DONE;
    }

    private void write(int dimensions, List<String> sources, List<Embedding> embeddings) throws ProblemException {
        List<String> csv = new ArrayList<>();
        csv.add("row,source");
        for (int row = 0; row < sources.size(); row++) {
            csv.add(row + "," + CsvField.of(sources.get(row)));
        }
        List<float[]> rows = embeddings.stream()
                .map(raw ? Embedding::projection : Embedding::toArray)
                .toList();
        WholeFile.writePair(
                out, file -> NpyFile.write(file, dimensions, rows), sourcesFile(), file -> Files.write(file, csv));
    }

    /// `OUT.csv` for `OUT.npy`.
    private Path sourcesFile() {
        String name = String.valueOf(out.getFileName());
        String stem = name.endsWith(".npy") ? name.substring(0, name.length() - ".npy".length()) : name;
        return out.resolveSibling(stem + ".csv");
    }
}
