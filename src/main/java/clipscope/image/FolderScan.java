package clipscope.image;

import clipscope.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Finds the image files in what a person dropped: files and folders.
///
/// A file that is named itself is always taken, whatever its name, even if it is not there: to read it fails with the
/// reason. In folders the extension decides, hidden files and folders are left out, links are followed but never in a
/// circle, and the order is that in which people count.
public final class FolderScan {

    private final BooleanSupplier cancelled;
    private final SequencedSet<Path> images = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private FolderScan(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /// What was found.
    ///
    /// @param images in the order of the roots, each file once
    /// @param problems folders that could not be read
    public record Found(List<ImageSource.OfFile> images, List<Problem> problems) {
        public Found {
            images = List.copyOf(images);
            problems = List.copyOf(problems);
        }
    }

    /// {@return the images among the roots and below them; what was found so far if it was cancelled}
    ///
    /// **Thread:** any; asks `cancelled` at every file.
    public static Found scan(List<Path> roots, BooleanSupplier cancelled) {
        FolderScan scan = new FolderScan(cancelled);
        roots.forEach(scan::add);
        return new Found(scan.images.stream().map(ImageSource.OfFile::new).toList(), scan.problems);
    }

    private void add(Path root) {
        if (cancelled.getAsBoolean()) {
            return;
        }
        if (!Files.isDirectory(root)) {
            images.add(root);
            return;
        }
        Walk walk = new Walk(root);
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            problems.add(unreadable(root, e));
        }
        walk.found.sort(NaturalOrder.PATHS);
        images.addAll(walk.found);
    }

    private static Problem unreadable(Path path, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> new Problem.MissingFile(path);
            case AccessDeniedException _ -> new Problem.UnreadableFile(path, "no permission to read it");
            default -> new Problem.UnreadableFile(path, "the system could not read it");
        };
    }

    private final class Walk implements FileVisitor<Path> {

        private final Path root;
        private final List<Path> found = new ArrayList<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            // a hidden folder that was dropped itself is meant
            return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : next();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile() && ImageFormat.isImageName(file) && !isHidden(file)) {
                found.add(file);
            }
            return next();
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            // a link in a circle leads to what is found anyway; a file that cannot be looked at matters as an image
            // only
            if (!(e instanceof FileSystemLoopException)) {
                problems.add(unreadable(path, e));
            }
            return next();
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                problems.add(unreadable(folder, e));
            }
            return next();
        }

        private FileVisitResult next() {
            return cancelled.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) throws IOException {
            Path name = path.getFileName();
            return name != null && name.toString().startsWith(".") || Files.isHidden(path);
        }
    }
}
