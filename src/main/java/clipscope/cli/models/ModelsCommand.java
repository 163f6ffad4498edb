package clipscope.cli.models;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ImageSizeOption;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.clip.certificate.Certificate;
import clipscope.clip.certificate.Certifier;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clipscope models`: what a model is, and whether it computes as it should.
@Command(
        name = "models",
        description = "Shows what a model is, and checks it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommandsRepeatable = false)
public final class ModelsCommand {

    private static final String MODEL = "The model: a folder or file. Default: the bundled one.";
    private static final String FORMAT = "text or json. Default: text.";

    private final CommandSetup setup;
    private final CommandIo io;

    public ModelsCommand(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    @Command(
            name = "show",
            description = "Writes what a model's files say, and what is assumed where they say nothing.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "M", arity = "0..1", description = MODEL) @Nullable Path model,
            @Option(names = "--format", paramLabel = "F", description = FORMAT) @Nullable CertificateFormat format)
            throws ProblemException {
        write(certifier(model).facts(), format);
        return ExitStatus.DONE;
    }

    @Command(
            name = "verify",
            description = "Writes a model's certificate: what its files say, what its weights are, and a self-test.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit status: 0 all tests passed; 1 a test failed; 2 a model that cannot be used."})
    int verify(
            @Parameters(paramLabel = "M", arity = "0..1", description = MODEL) @Nullable Path model,
            @Option(names = "--format", paramLabel = "F", description = FORMAT) @Nullable CertificateFormat format,
            @Mixin ImageSizeOption imageSize)
            throws ProblemException {
        Certifier certifier = Certifier.of(model == null ? setup.bundledModel() : model, imageSize.size());
        Certificate certificate =
                certifier.facts().with(certifier.weights(Cancellation.NEVER)).with(List.of(certifier.selfTest()));
        write(certificate, format);
        return certificate.passed() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
    }

    private Certifier certifier(@Nullable Path model) throws ProblemException {
        return Certifier.of(model == null ? setup.bundledModel() : model);
    }

    private void write(Certificate certificate, @Nullable CertificateFormat format) {
        io.results().print((format == null ? CertificateFormat.TEXT : format).write(certificate));
    }
}
