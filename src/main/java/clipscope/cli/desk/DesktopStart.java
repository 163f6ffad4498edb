package clipscope.cli.desk;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A start as desktops make it: with nothing, or with files by their whole paths.
///
/// It is read without picocli, whose classes have an old format that Java's cache of classes does not take.
/// Reading and checking them is a tenth of the time until the window is seen.
public final class DesktopStart {

    private DesktopStart() {}

    /// {@return what the window is to open, if the arguments are such a start; `--timings` alone may stand
    /// before the files, so that it measures this start and no other}
    public static Optional<WindowRequest> of(String... arguments) {
        WindowStart start = new WindowStart();
        List<Path> images = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--timings")) {
                start = WindowStart.timed();
            } else if (isWholePath(argument)) {
                images.add(Path.of(argument));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new WindowRequest(Optional.empty(), Optional.empty(), Optional.empty(), images, start));
    }

    private static boolean isWholePath(String argument) {
        try {
            return Path.of(argument).isAbsolute();
        } catch (InvalidPathException _) {
            return false;
        }
    }
}
