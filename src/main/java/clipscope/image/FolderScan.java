package clipscope.image;

import clipscope.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Finds the image files in what a person dropped, chose or typed.
public final class FolderScan {

    private FolderScan() {}

    /// What was found.
    ///
    /// @param problems folders that could not be looked through
    public record Found(List<ImageSource.OfFile> images, List<Problem> problems) {

        public Found {
            images = List.copyOf(images);
            problems = List.copyOf(problems);
        }
    }

    public static Found scan(List<Path> roots, BooleanSupplier cancelled) {
        List<ImageSource.OfFile> images = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path root : roots) {
            if (!Files.isDirectory(root)) {
                images.add(new ImageSource.OfFile(root));
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                files.takeWhile(_ -> !cancelled.getAsBoolean())
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(f -> images.add(new ImageSource.OfFile(f)));
            } catch (IOException e) {
                problems.add(new Problem.UnreadableFile(root, String.valueOf(e.getMessage())));
            }
        }
        return new Found(images, problems);
    }
}
