package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.settings.SettingsFile;
import clipscope.settings.WindowSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {

    private static final long PATIENCE = 30; // seconds: a second of waiting, and a slow start of Java

    @TempDir
    private Path folder;

    private int closed(String... more) throws Exception {
        List<String> command = JavaCommand.of(ClosedAtWork.class, List.of());
        command.add(folder.toString());
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS), "it still runs");
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private void assertAllIsWritten() {
        assertTrue(Files.exists(folder.resolve("first")));
        assertTrue(Files.exists(folder.resolve("second")), "it waited behind the first");
        WindowSettings window = new SettingsFile(folder.resolve("settings.json"))
                .read()
                .settings()
                .window();
        assertEquals(List.of(901.0, 602.0), List.of(window.width(), window.height()));
    }

    @Test
    void aBatchThatIsComputedKeepsNobodyWaitingAndNothingIsLost() throws Exception {
        assertEquals(0, closed("batch"));

        assertAllIsWritten();
        assertFalse(Files.exists(folder.resolve("usual")), "libraries are not taken apart below it");
    }

    @Test
    void whereNothingIsComputedTheProgramEndsAsUsual() throws Exception {
        assertEquals(7, closed());

        assertAllIsWritten();
        assertTrue(Files.exists(folder.resolve("usual")));
    }
}
