package clipscope.cli.models;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ImageSizeOption;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.clip.certificate.Certificate;
import clipscope.clip.certificate.Certifier;
import clipscope.clip.layout.ModelPlans;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.zoo.ShelfModel;
import clipscope.zoo.ShelfModel.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `clipscope models`: what a model is, and whether it computes as it should.
@Command(
        name = "models",
        description = "Keeps models, shows what one is, and checks it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommandsRepeatable = false)
public final class ModelsCommand {

    private static final String MODEL = "The model: a folder, a file or a name. Default: the bundled one.";
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
        Certificate certificate = tested(Certifier.of(setup.place(Optional.ofNullable(model)), imageSize.size()));
        write(certificate, format);
        return certificate.passed() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
    }

    @Command(
            name = "list",
            description = "Lists the models that commands and the window know by name.",
            mixinStandardHelpOptions = true)
    int list() {
        for (ShelfModel model : setup.shelf().models()) {
            io.results()
                    .println("%s\t%s\t%s\t%s"
                            .formatted(
                                    model.name(),
                                    model.kind().words(),
                                    model.location(),
                                    model.state().words())
                            .stripTrailing());
        }
        return ExitStatus.DONE;
    }

    @Command(
            name = "import",
            description = "Takes a model in under a name, once it has passed its self-test.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit status: 0 taken; 1 a test failed, and it was not taken; 2 it cannot be used."})
    int take(
            @Parameters(paramLabel = "PLACE", description = "A folder or a file.") Path place,
            @Option(names = "--name", paramLabel = "N", description = "Default: that of the folder or file.") @Nullable
                    String name,
            @Option(names = "--copy", description = "Copies the files. Default: uses them where they are.")
                    boolean copy)
            throws ProblemException {
        Certificate certificate = tested(Certifier.of(place));
        if (!certificate.passed()) {
            write(certificate, CertificateFormat.TEXT);
            io.note("%s was not taken: a test failed".formatted(place));
            return ExitStatus.INCOMPLETE;
        }
        ShelfModel taken = setup.shelf()
                .take(
                        ModelPlans.read(place).identity().location(),
                        Optional.ofNullable(name),
                        copy ? Kind.COPIED : Kind.IN_PLACE,
                        Cancellation.NEVER);
        io.results().println(taken.name());
        return ExitStatus.DONE;
    }

    @Command(
            name = "remove",
            description = "Takes models off the list. Files are deleted only if they were copied.",
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "N", arity = "1..*", description = "Names.") List<String> names)
            throws ProblemException {
        for (String name : names) {
            long freed = setup.shelf().remove(name);
            io.note("%s removed, %,d bytes freed".formatted(name, freed));
        }
        return ExitStatus.DONE;
    }

    private static Certificate tested(Certifier certifier) throws ProblemException {
        return certifier.facts().with(certifier.weights(Cancellation.NEVER)).with(List.of(certifier.selfTest()));
    }

    private Certifier certifier(@Nullable Path model) throws ProblemException {
        return Certifier.of(setup.place(Optional.ofNullable(model)));
    }

    private void write(Certificate certificate, @Nullable CertificateFormat format) {
        io.results().print((format == null ? CertificateFormat.TEXT : format).write(certificate));
    }
}
