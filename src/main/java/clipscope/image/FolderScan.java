package clipscope.image;

import clipscope.file.ReadFault;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Finds the image files in what a person dropped, chose or typed.
///
/// A file given by name is taken whatever it is called, even one that is not there: opening it then tells why
/// it cannot be read. Folders are looked through with all that is below them, in the order people expect, for
/// names that end as image files do. Hidden files and folders in them are left out. A folder reached twice,
/// by links or otherwise, is looked through once.
///
/// **Thread:** Confined to the thread of one scan.
public final class FolderScan {

    private static final Texts TEXTS = Texts.beside(FolderScan.class);

    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> String.valueOf(path.getFileName()), new NaturalOrder());

    private final BooleanSupplier cancelled;
    private final List<ImageSource.OfFile> images = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    private FolderScan(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /// What was found.
    ///
    /// @param problems folders that could not be looked through
    public record Found(List<ImageSource.OfFile> images, List<Problem> problems) {

        public Found {
            images = List.copyOf(images);
            problems = List.copyOf(problems);
        }
    }

    /// {@return what is in the files and folders, in their order}
    ///
    /// @param cancelled asked before each folder and file; once true, what was found so far is returned
    public static Found scan(List<Path> roots, BooleanSupplier cancelled) {
        FolderScan scan = new FolderScan(cancelled);
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                scan.folder(root);
            } else {
                scan.images.add(new ImageSource.OfFile(root));
            }
        }
        return new Found(scan.images, scan.problems);
    }

    /// Files first, then the folders below, so that a folder's own pictures stay together.
    private void folder(Path folder) {
        List<Path> files = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        try {
            if (cancelled.getAsBoolean() || !seen.add(folder.toRealPath())) {
                return;
            }
            list(folder, files, folders);
        } catch (AccessDeniedException _) {
            problems.add(new Problem.UnreadableFile(folder, TEXTS.get("folder.permission")));
        } catch (IOException e) {
            problems.add(new Problem.UnreadableFile(folder, ReadFault.reason(e)));
        }
        files.sort(BY_NAME);
        files.forEach(file -> images.add(new ImageSource.OfFile(file)));
        folders.sort(BY_NAME);
        folders.forEach(this::folder);
    }

    private void list(Path folder, List<Path> files, List<Path> folders) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (cancelled.getAsBoolean()) {
                    return;
                }
                if (Files.isHidden(entry)) {
                    continue;
                }
                if (Files.isDirectory(entry)) {
                    folders.add(entry);
                } else if (ImageFormats.hasImageExtension(entry) && Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
