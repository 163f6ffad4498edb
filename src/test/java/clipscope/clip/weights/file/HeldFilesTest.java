package clipscope.clip.weights.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class HeldFilesTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("größe.safetensors"), "weights");
    }

    private Process cutting() throws IOException {
        return new ProcessBuilder("sh", "-c", ": > \"$1\"", "sh", file.toString()).start();
    }

    @Test
    void whoWantsToCutAHeldFileWaitsUntilItIsReleased() throws Exception {
        try (HeldFiles held = HeldFiles.of(List.of(file))) {
            assertEquals(Optional.empty(), held.hold());
            Process cutting = cutting();
            try {
                assertFalse(cutting.waitFor(300, TimeUnit.MILLISECONDS));
                assertEquals("weights", Files.readString(file));

                held.release();
                assertTrue(cutting.waitFor(20, TimeUnit.SECONDS));
                assertEquals(0, Files.size(file));
            } finally {
                cutting.destroyForcibly();
            }
        }
    }

    @Test
    void aFileThatSomebodyHasOpenedToWriteCannotBeHeld() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "weights too");
        try (HeldFiles held = HeldFiles.of(List.of(other, file))) {
            try (FileChannel _ = FileChannel.open(file, StandardOpenOption.WRITE)) {
                assertEquals(Optional.of(file), held.hold());
                held.release();
            }
            assertEquals(Optional.empty(), held.hold());
            assertEquals("weights", Files.readString(file), "who reads waits for nobody");
        }
        assertTrue(cutting().waitFor(20, TimeUnit.SECONDS), "what is closed holds nobody");
    }

    @Test
    void whatCannotBeHeldIsLeftOut() throws Exception {
        try (FileChannel _ = FileChannel.open(file, StandardOpenOption.WRITE);
                HeldFiles held = HeldFiles.of(List.of(file, folder.resolve("none")))) {
            assertEquals(Optional.empty(), held.hold());
        }
    }
}
