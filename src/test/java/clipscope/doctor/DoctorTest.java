package clipscope.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Computed;
import clipscope.clip.Computing;
import clipscope.clip.Device;
import clipscope.clip.EngineFacts;
import clipscope.clip.Precision;
import clipscope.doctor.Diagnosis.Engine;
import clipscope.doctor.ProgramFacts.Drawing;
import clipscope.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    private static final Drawing DRAWING = new Drawing("26", "software");
    private static final Engine BUILT_FOR_PROCESSORS = new Engine.Running(new EngineFacts(
            "PyTorch 2.7.1",
            "0.36.0",
            Path.of("/natives"),
            2,
            Optional.empty(),
            Map.of(Device.CUDA, "no kernel for CUDA")));

    @TempDir
    private Path folder;

    private void put(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private MachineFacts machine() {
        return MachineFacts.look(new SystemFiles(folder), Doctors.noProgram());
    }

    private String text(ModelInUse model) {
        return DiagnosisText.of(
                Doctors.of(folder, Doctors.noProgram()).examine(DRAWING, BUILT_FOR_PROCESSORS, Optional.of(model)));
    }

    private static ModelInUse model(Precision precision, String reason, Computing asked) {
        return new ModelInUse("b32", new Computed(precision, Device.CPU, reason), asked, 0);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFactsAreTheMachines() throws IOException {
        String processor = Files.readString(Path.of("/proc/cpuinfo"));
        Matcher flags = Pattern.compile("(?m)^(flags|Features)\\s*: (.*)$").matcher(processor);
        assertTrue(flags.find());
        Set<String> there = Set.copyOf(Arrays.asList(flags.group(2).split(" ")));
        Matcher total = Pattern.compile("MemTotal: +(\\d+) kB").matcher(Files.readString(Path.of("/proc/meminfo")));
        assertTrue(total.find());

        MachineFacts facts = MachineFacts.look(SystemFiles.OF_MACHINE, Doctors.noProgram());

        assertEquals(
                Arrays.stream(ProcessorFeature.values())
                        .map(ProcessorFeature::flag)
                        .filter(there::contains)
                        .collect(Collectors.toSet()),
                facts.processor().features().orElseThrow().stream()
                        .map(ProcessorFeature::flag)
                        .collect(Collectors.toSet()));
        assertEquals(1024 * Long.parseLong(total.group(1)), facts.memory().total());
        assertTrue(facts.memory().available().orElseThrow() < facts.memory().total());
        assertTrue(processor.contains(facts.processor().name()) || !processor.contains("model name"));
        assertEquals(
                Files.exists(Path.of("/proc/driver/nvidia/gpus")),
                facts.cards().stream().anyMatch(GraphicsCard::nvidia));
    }

    @Test
    void aWordThatOnlyBeginsLikeAFlagIsNone() throws IOException {
        put("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu avx2x avx512f amx_tile_ avx512_bf16\n");

        assertEquals(
                Optional.of(Set.of(ProcessorFeature.AVX512, ProcessorFeature.AVX512_BF16)),
                machine().processor().features());
    }

    @Test
    void armCallsThemFeatures() throws IOException {
        put("proc/cpuinfo", "processor\t: 0\nFeatures\t: fp asimd sve bf16\n");

        assertEquals(
                Optional.of(Set.of(ProcessorFeature.NEON, ProcessorFeature.SVE, ProcessorFeature.ARM_BF16)),
                machine().processor().features());
    }

    @Test
    void aSystemThatTellsNothingIsSaidToTellNothing() {
        assertEquals(Optional.empty(), machine().processor().features());
        assertEquals(Optional.empty(), machine().memory().available());
        assertTrue(machine().memory().total() > 0, "Java knows it too");
        assertEquals(List.of(), machine().cards());
    }

    @Test
    void cardsAreThoseTheSystemTellsOf() throws IOException {
        put(
                "proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug 19 01:15:15 UTC 2023\nGCC version: gcc\n");
        put("proc/driver/nvidia/gpus/0000:01:00.0/information", "Model: \t\t NVIDIA H100 80GB HBM3\nIRQ: \t 37\n");
        put("sys/class/drm/card0/device/vendor", "0x10de\n");
        put("sys/class/drm/card1/device/vendor", "0x1002\n");
        put("sys/class/drm/card1/device/uevent", "MODALIAS=x\nDRIVER=amdgpu\n");
        put("sys/class/drm/card1-HDMI-A-1/device/vendor", "0x1002\n");

        assertEquals(
                List.of(
                        new GraphicsCard("NVIDIA H100 80GB HBM3", "NVIDIA 535.104.05", true),
                        new GraphicsCard("AMD", "amdgpu", false)),
                machine().cards());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nvidiasProgramIsAskedWhereTheSystemDoesNotTell() {
        NvidiaProgram program = new NvidiaProgram(
                List.of("sh", "-c", "echo 'NVIDIA GeForce RTX 4090, 551.23'; echo 'Tesla T4, 551.23'"));

        assertEquals(
                List.of(
                        new GraphicsCard("NVIDIA GeForce RTX 4090", "NVIDIA 551.23", true),
                        new GraphicsCard("Tesla T4", "NVIDIA 551.23", true)),
                program.cards());
        assertEquals(
                List.of(), new NvidiaProgram(List.of("sh", "-c", "echo 'no devices, were found'; exit 6")).cards());
        assertEquals(List.of(), Doctors.noProgram().cards());
    }

    @Test
    void aCardThatIsNotUsedIsExplained() throws IOException {
        put("proc/driver/nvidia/gpus/0/information", "Model: NVIDIA H100\n");

        String text = text(model(Precision.FP32, "measured", Computing.AUTO));

        assertTrue(
                text.contains(
                        "CPU: there is a card of NVIDIA's, but the PyTorch that comes with ClipScope is built for processors alone (it says: no kernel for CUDA); the build for cards can be fetched, here or with clipscope gpu get"),
                text);
    }

    @Test
    void withoutACardOrByWishItIsTheProcessor() {
        assertTrue(text(model(Precision.FP32, "measured", Computing.AUTO)).contains("CPU: no graphics card was seen"));
        assertTrue(text(model(Precision.FP32, "measured", Computing.AUTO.on(Device.CPU)))
                .contains("CPU: asked for"));
    }

    @Test
    void whyNotAFasterPrecisionIsExplained() throws IOException {
        put("proc/cpuinfo", "flags : avx2\n");
        String emulated = text(model(Precision.FP32, "measured here", Computing.AUTO));
        put("proc/cpuinfo", "flags : avx2 amx_bf16\n");
        String own = text(model(Precision.BF16, "measured here", Computing.AUTO));

        assertTrue(emulated.contains("fp32: measured here\n"), emulated);
        assertTrue(emulated.contains("the processor has no instructions for it, so it is slower than fp32"), emulated);
        assertTrue(own.contains("bf16: measured here; its numbers differ a little from fp32's"), own);
        assertTrue(own.contains("the processor has instructions for it"), own);
    }

    @Test
    void whatIsKeptIsMeasured() throws IOException {
        put("settings.json", "{}");
        put("models/b32/config.json", "12345");
        put("models/b32/model.safetensors", "1234567890");

        Diagnosis diagnosis = Doctors.of(folder, Doctors.noProgram())
                .examine(DRAWING, new Engine.NotRunning(new Problem.EngineUnavailable("no library")), Optional.empty());

        assertEquals(
                List.of(
                        new Place("settings", folder.resolve("settings.json"), true, 2),
                        new Place("models", folder.resolve("models"), true, 15)),
                diagnosis.places());
        assertTrue(DiagnosisText.of(diagnosis).contains("no library"));
        assertEquals(0, Place.look("logs", folder.resolve("none")).bytes());
    }
}
