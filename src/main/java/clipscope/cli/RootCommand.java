package clipscope.cli;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ModelOptions;
import clipscope.cli.desk.WindowRequest;
import clipscope.cli.desk.WindowStart;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `clipscope`: the window, and the way to the commands.
@Command(
        name = "clipscope",
        description = {
            "Explore CLIP: drop images in, type what might be in them, see what the model thinks.",
            "Without a command the window opens, with the given images in it."
        },
        synopsisHeading = "Usage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Exit status: 0 all done; 1 some inputs could not be read; 2 wrong usage or unusable model."},
        versionProvider = Arguments.Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RootCommand implements Callable<Integer> {

    private final CommandSetup setup;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private WindowStart start = new WindowStart();

    @Parameters(paramLabel = "IMAGE|FOLDER", arity = "0..*", description = "Images to open in the window.")
    private List<Path> images = List.of();

    RootCommand(CommandSetup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        return setup.openWindow(new WindowRequest(
                model.model().map(asked -> setup.place(Optional.of(asked))),
                model.precision(),
                model.device(),
                images,
                start));
    }
}
