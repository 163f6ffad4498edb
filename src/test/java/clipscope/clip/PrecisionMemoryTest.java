package clipscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.PrecisionMemory.Remembered;
import clipscope.clip.engine.ComputeTypeChoice.Measured;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.NetworkShape;
import clipscope.clip.tower.TransformerShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisionMemoryTest {

    @TempDir
    private Path folder;

    private int measurements;

    @Test
    void whatWasMeasuredIsNotMeasuredAgainAndKeepsItsDay() throws Exception {
        Remembered first = memory("2026-11-25").recall("machine", shape(768), this::measure);
        Remembered later = memory("2027-01-01").recall("machine", shape(768), this::measure);

        assertEquals(new Remembered(new Measured(2.5), LocalDate.of(2026, 11, 25)), first);
        assertEquals(first, later);
        assertEquals(1, measurements);
    }

    @Test
    void anotherMachineAndAnotherNetworkAreMeasuredAnewAndBothAreKept() throws Exception {
        memory("2026-11-25").recall("machine", shape(768), this::measure);
        memory("2026-11-25").recall("another", shape(768), this::measure);
        memory("2026-11-25").recall("machine", shape(1024), this::measure);
        assertEquals(3, measurements);

        memory("2026-11-25").recall("machine", shape(768), this::measure);
        memory("2026-11-25").recall("another", shape(768), this::measure);
        assertEquals(3, measurements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "12"})
    void aBrokenFileIsSetAsideAndMeasuredAnew(String content) throws Exception {
        Files.writeString(file(), content);

        memory("2026-11-25").recall("machine", shape(768), this::measure);

        assertEquals(1, measurements);
        assertEquals(content, Files.readString(folder.resolve("measured.json.broken")));
        memory("2026-11-25").recall("machine", shape(768), this::measure);
        assertEquals(1, measurements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-11-25\"", "-1", "0", "null", "{}"})
    void anEntryThatMakesNoSenseIsMeasuredAnew(String gain) throws Exception {
        memory("2026-11-25").recall("machine", shape(768), this::measure);
        Files.writeString(file(), Files.readString(file()).replace("2.5", gain));

        memory("2026-11-25").recall("machine", shape(768), this::measure);

        assertEquals(2, measurements);
        assertTrue(Files.readString(file()).contains("2.5"));
        assertFalse(Files.exists(folder.resolve("measured.json.broken")));
    }

    @Test
    void withoutAFileEverythingIsForgotten() throws Exception {
        PrecisionMemory none = PrecisionMemory.none();
        none.recall("machine", shape(768), this::measure);
        none.recall("machine", shape(768), this::measure);

        assertEquals(2, measurements);
    }

    private Measured measure() {
        measurements++;
        return new Measured(2.5);
    }

    private PrecisionMemory memory(String day) {
        return PrecisionMemory.in(file(), Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC));
    }

    private Path file() {
        return folder.resolve("measured.json");
    }

    private static NetworkShape shape(int width) {
        TransformerShape transformer = new TransformerShape(width, 4 * width, 12, width / 64, 1e-5, Activation.GELU);
        return new NetworkShape(new ClipVision(transformer, 224, 32, 512), new ClipText(transformer, 100, 8, 512));
    }
}
