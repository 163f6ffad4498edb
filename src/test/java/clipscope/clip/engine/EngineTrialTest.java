package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class EngineTrialTest {

    private static final String PROPERTY = "clipscope.torch.trial";

    @TempDir
    private Path folder;

    private Path note = Path.of("");

    @BeforeEach
    void tell() {
        note = folder.resolve("note");
        System.setProperty(PROPERTY, note.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void theNoteIsThereForAsLongAsTheStartLasts() {
        assertTrue(EngineTrial.of(() -> Files.exists(note)), "no note during the start");
        assertFalse(Files.exists(note));
        assertFalse(EngineTrial.of(() -> Files.exists(note)), "noted twice");
    }

    @Test
    void aStartThatFailsLeavesIt() {
        assertThrows(
                UnsatisfiedLinkError.class,
                () -> EngineTrial.of(() -> {
                    throw new UnsatisfiedLinkError("libcuda.so.1");
                }));

        assertTrue(Files.exists(note));
        assertTrue(EngineTrial.failed());
    }

    @Test
    void withoutABuildToTryThereIsNone() {
        System.clearProperty(PROPERTY);

        assertEquals("started", EngineTrial.of(() -> "started"));
        assertFalse(Files.exists(note));
    }
}
