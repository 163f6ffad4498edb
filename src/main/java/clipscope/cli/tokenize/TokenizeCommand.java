package clipscope.cli.tokenize;

import clipscope.cli.desk.CommandDesk;
import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ModelOptions;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.cli.io.TextNotes;
import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.Device;
import clipscope.clip.Precision;
import clipscope.clip.text.TokenizedText;
import clipscope.file.TextFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `clipscope tokenize`: what the text tower reads.
@Command(
        name = "tokenize",
        description = "Writes the token ids of each text: one JSON array a line, start and end token included.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TokenizeCommand implements Callable<Integer> {

    private final CommandSetup setup;
    private final CommandIo io;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--texts", paramLabel = "FILE", required = true, description = "The texts, one a line, in UTF-8.")
    private Path texts = Path.of("");

    public TokenizeCommand(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        List<String> lines = TextFile.lines(texts, TextFile.LONG);
        try (CommandDesk desk = new CommandDesk(io, setup)) {
            ClipModel opened = desk.open(
                    setup.place(model.model()),
                    Computing.in(model.precision().orElse(Precision.FP32)).on(Device.CPU));
            for (String line : lines) {
                TokenizedText tokens = opened.tokenize(line);
                TextNotes.tell(io, tokens);
                io.results()
                        .println(
                                tokens.ids().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")));
            }
        }
        return ExitStatus.DONE;
    }
}
