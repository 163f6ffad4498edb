package clipscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {

    @TempDir
    private Path temp;

    private Path root;

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
    }

    @Test
    void imagesOfAFolderComeInTheOrderPeopleCount() throws IOException {
        make("img10.jpg", "img2.JPG", "sub/a.webp", "img1.png", "sub/deep/b.tiff");

        assertEquals(files("img1.png", "img2.JPG", "img10.jpg", "sub/a.webp", "sub/deep/b.tiff"), scan(root));
    }

    @Test
    void inFoldersOnlyImagesThatAreNotHiddenCount() throws IOException {
        make("a.jpg", "notes.txt", "noextension", ".hidden.jpg", ".git/b.jpg", "folder.jpg/c.gif");

        assertEquals(files("a.jpg", "folder.jpg/c.gif"), scan(root));
    }

    @Test
    void aFolderThatWasNamedIsReadEvenIfItIsHidden() throws IOException {
        make(".secret/a.jpg");

        assertEquals(files(".secret/a.jpg"), scan(root.resolve(".secret")));
    }

    @Test
    void aFileThatWasNamedIsTakenWhateverItIs() throws IOException {
        make("notes.txt", ".hidden.jpg");

        assertEquals(
                files("notes.txt", ".hidden.jpg", "missing.png"),
                scan(root.resolve("notes.txt"), root.resolve(".hidden.jpg"), root.resolve("missing.png")));
    }

    @Test
    void theRootsKeepTheirOrderAndEachFolderIsReadOnce() throws IOException {
        make("b/1.jpg", "a/1.jpg", "2.jpg");

        assertEquals(files("b/1.jpg", "a/1.jpg", "2.jpg"), scan(root.resolve("b"), root.resolve("a"), root));
    }

    @Test
    void linksAreFollowedButNeverInACircle() throws IOException {
        make("sub/a.jpg");
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.createFile(outside.resolve("linked.jpg"));
        Files.createSymbolicLink(root.resolve("away"), outside);
        Files.createSymbolicLink(root.resolve("sub/back"), root);

        assertEquals(files("away/linked.jpg", "sub/a.jpg"), scan(root));
    }

    @Test
    void linksToNothingAndPipesAreNoImages() throws IOException, InterruptedException {
        make("a.jpg");
        Files.createSymbolicLink(root.resolve("broken.jpg"), root.resolve("nothing.jpg"));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", root.resolve("pipe.jpg").toString())
                        .start()
                        .waitFor());

        assertEquals(files("a.jpg"), scan(root));
    }

    @Test
    void aFolderThatCannotBeReadIsReportedAndTheRestFound() throws IOException {
        make("a.jpg", "locked/b.jpg", "z.jpg");
        Path locked = root.resolve("locked");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            FolderScan.Found found = FolderScan.scan(List.of(root), () -> false);

            if (Files.isReadable(locked)) { // the superuser reads everything
                assertEquals(files("a.jpg", "z.jpg", "locked/b.jpg"), paths(found));
            } else {
                assertEquals(files("a.jpg", "z.jpg"), paths(found));
                assertEquals(
                        List.of(new Problem.UnreadableFile(locked, "you have no permission to look into it")),
                        found.problems());
            }
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aCancelledScanEndsSoon() throws IOException {
        for (int i = 0; i < 50; i++) {
            make(i + ".jpg");
        }
        AtomicInteger asked = new AtomicInteger();

        List<ImageSource.OfFile> images = FolderScan.scan(List.of(root), () -> asked.incrementAndGet() > 10)
                .images();

        assertTrue(images.size() < 12, () -> images.size() + " files");
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path file = root.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.createFile(file);
        }
    }

    private List<Path> files(String... names) {
        return Stream.of(names).map(root::resolve).toList();
    }

    private static List<Path> scan(Path... roots) {
        FolderScan.Found found = FolderScan.scan(List.of(roots), () -> false);
        assertEquals(List.of(), found.problems());
        return paths(found);
    }

    private static List<Path> paths(FolderScan.Found found) {
        return found.images().stream().map(ImageSource.OfFile::path).toList();
    }
}
