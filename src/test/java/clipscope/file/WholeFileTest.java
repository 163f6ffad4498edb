package clipscope.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {

    @TempDir
    private Path folder;

    @Test
    void textTakesThePlaceOfWhatWasThere() throws Exception {
        Path file = Files.writeString(folder.resolve("größe.txt"), "a longer text than the next");

        WholeFile.write(file, "ü\n");

        assertEquals("ü\n", Files.readString(file));
        assertEquals(List.of("größe.txt"), names(folder));
    }

    @Test
    void whatCouldNotBeWrittenLeavesWhatWasThere() throws Exception {
        Path file = Files.writeString(folder.resolve("table.csv"), "old");

        ProblemException e = assertThrows(
                ProblemException.class,
                () -> WholeFile.write(file, draft -> {
                    Files.writeString(draft, "half");
                    throw new IOException("the disk is full");
                }));

        assertEquals(new Problem.UnwritableFile(file, "the disk is full"), e.problem());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("table.csv"), names(folder));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoMayNotReadAFileMayNotReadWhatTakesItsPlace() throws Exception {
        for (String rights : List.of("rw-------", "rw-r-----", "rw-r--r--")) {
            Path file = Files.writeString(folder.resolve("private.clipscope"), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

            WholeFile.write(file, "new");

            assertEquals(rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aFolderIsMadeOnlyWhenThatIsAskedFor() throws Exception {
        Path file = folder.resolve("new/deeper/settings.json");

        ProblemException e = assertThrows(ProblemException.class, () -> WholeFile.write(file, "{}"));
        assertEquals(new Problem.UnwritableFile(file, "the folder is not there"), e.problem());

        WholeFile.writeInNewFolder(file, "{}");
        assertEquals("{}", Files.readString(file));
    }

    @Test
    void aFileWhereTheFolderShouldBeIsAProblem() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("new"), "");

        assertThrows(ProblemException.class, () -> WholeFile.writeInNewFolder(inTheWay.resolve("settings.json"), "{}"));
    }

    @Test
    void theOldFileIsThereUntilTheNewOneIsInItsPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "0");
        AtomicBoolean written = new AtomicBoolean();
        FutureTask<Integer> looking = new FutureTask<>(() -> {
            int missing = 0;
            while (!written.get()) {
                missing += Files.exists(file) ? 0 : 1;
            }
            return missing;
        });
        Thread.ofPlatform().start(looking);
        for (int i = 0; i < 300; i++) {
            WholeFile.write(file, "%d".formatted(i));
        }
        written.set(true);

        assertEquals(0, looking.get());
    }

    @Test
    void twoWhoWriteTheSameFileAtOnceLeaveWhatOneOfThemWrote() throws Exception {
        Path file = folder.resolve("both.txt");
        List<String> texts = List.of("a".repeat(1_000_000), "b".repeat(1_000_000));
        for (int round = 0; round < 10; round++) {
            List<FutureTask<@Nullable Void>> writers = new ArrayList<>();
            for (String text : texts) {
                FutureTask<@Nullable Void> writer = new FutureTask<>(() -> {
                    WholeFile.write(file, text);
                    return null;
                });
                writers.add(writer);
                Thread.ofPlatform().start(writer);
            }
            for (FutureTask<@Nullable Void> writer : writers) {
                writer.get();
            }
            assertTrue(texts.contains(Files.readString(file)));
        }
        assertEquals(List.of("both.txt"), names(folder));
    }

    @Test
    void whatADeadProcessLeftOfTheSameFileGoesAndWhatALivingOneWritesStays() throws Exception {
        long dead = 999_999_999_999L; // no system has such a process
        Files.writeString(folder.resolve(".a.txt.%d-1.part".formatted(dead)), "half");
        Files.writeString(folder.resolve(".b.txt.%d-1.part".formatted(dead)), "half");
        String living = ".a.txt.%d-0.part".formatted(ProcessHandle.current().pid());
        Files.writeString(folder.resolve(living), "half");

        WholeFile.write(folder.resolve("a.txt"), "whole");
        assertEquals(List.of(living, ".b.txt.%d-1.part".formatted(dead), "a.txt"), names(folder));

        WholeFile.sweep(folder);
        assertEquals(List.of(living, "a.txt"), names(folder));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatALinkPointsToIsWrittenAndTheLinkStays() throws Exception {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);

        WholeFile.write(link, "new");

        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real));
    }

    @Test
    void ofTwoThatBelongTogetherNeitherIsReplacedIfTheSecondFails() throws Exception {
        Path rows = Files.writeString(folder.resolve("rows.npy"), "old rows");
        Path names = Files.writeString(folder.resolve("rows.csv"), "old names");

        ProblemException e = assertThrows(
                ProblemException.class,
                () -> WholeFile.writePair(rows, draft -> Files.writeString(draft, "new rows"), names, draft -> {
                    Files.writeString(draft, "half");
                    throw new IOException("No space left on device");
                }));

        assertEquals(new Problem.UnwritableFile(names, "the disk is full"), e.problem());
        assertEquals("old rows", Files.readString(rows));
        assertEquals("old names", Files.readString(names));
        assertEquals(List.of("rows.csv", "rows.npy"), names(folder));

        WholeFile.writePair(
                rows,
                draft -> Files.writeString(draft, "new rows"),
                names,
                draft -> Files.writeString(draft, "new names"));
        assertEquals("new rows", Files.readString(rows));
        assertEquals("new names", Files.readString(names));
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, the disk is full",
        "Read-only file system, the disk is read-only",
        "Input/output error, Input/output error",
    })
    void theReasonIsInPlainWords(String system, String words) {
        assertEquals(words, WholeFile.reason(new IOException(system)));
        assertEquals(words, WholeFile.reason(new FileSystemException("a", null, system)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
