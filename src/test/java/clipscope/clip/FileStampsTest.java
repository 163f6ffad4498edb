package clipscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileStampsTest {

    @TempDir
    private Path folder;

    private Path file(String name, String content, long millis) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
        return file;
    }

    @Test
    void aFileThatIsGoneOrAnotherIsTold() throws IOException {
        Path one = file("one", "1", 1000);
        Path two = file("two", "2", 2000);
        FileStamps stamps = FileStamps.of(List.of(one, two));
        assertEquals(Optional.empty(), stamps.changed());

        Files.setLastModifiedTime(two, FileTime.fromMillis(3000));
        assertEquals(Optional.of(new Problem.ModelChanged(two, false)), stamps.changed());
        assertEquals(Optional.of(new Problem.ModelChanged(two, false)), stamps.writtenOver());

        Files.delete(two);
        assertEquals(Optional.of(new Problem.ModelChanged(two, true)), stamps.changed());
        assertEquals(Optional.empty(), stamps.writtenOver(), "a mapping still has all of it");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatCannotBeLookedAtHidesNoOther() throws IOException {
        List<Path> parts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            parts.add(file("part " + i, "w", 1000));
        }
        FileStamps stamps = FileStamps.of(parts);
        for (Path part : parts.subList(0, 7)) {
            Files.delete(part);
            Files.createSymbolicLink(part, part.getFileName()); // round and round: neither there nor missing
        }
        Files.writeString(parts.get(7), "longer");

        assertEquals(Optional.of(new Problem.ModelChanged(parts.get(7), false)), stamps.changed());
    }

    /// Parts of a model are often of one size.
    @Test
    void theTextForAHashIsTheSameWhateverTheOrder() throws IOException {
        List<Path> parts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            parts.add(file("part " + i, "four", 1000L * (8 - i)));
        }

        assertEquals(
                IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> "4 at " + 1000 * i)
                        .collect(Collectors.joining(", ", "[", "]")),
                FileStamps.of(parts).toString());
    }
}
