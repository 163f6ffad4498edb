package clipscope.ui.models.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.doctor.Doctor;
import clipscope.doctor.Doctors;
import clipscope.session.desk.Desks;
import clipscope.settings.DownloadSettings;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import clipscope.zoo.download.BadServer;
import clipscope.zoo.graphics.GraphicsBuild;
import clipscope.zoo.graphics.GraphicsRelease;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The build of PyTorch for cards, among what is said of this machine.
@FxTest
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell stands for NVIDIA's program")
class GraphicsPaneTest {

    @TempDir
    private Path folder;

    private final Desks desks = new Desks();
    private BadServer server;
    private GraphicsBuild build;

    @BeforeEach
    void serve() throws IOException {
        server = new BadServer();
        server.put(
                        "/pytorch/2.7.1/files.txt",
                        "cu128/linux-x86_64/native/lib/libc10.so.gz".getBytes(StandardCharsets.UTF_8))
                .put("/pytorch/2.7.1/cu128/linux-x86_64/native/lib/libc10.so.gz", packed())
                .put(
                        "/pytorch/2.7.1/jnilib/0.36.0/linux-x86_64/cu128/" + System.mapLibraryName("djl_torch"),
                        new byte[2_000_000]);
        build = new GraphicsBuild(
                new GraphicsRelease(server.address().resolve("/"), "2.7.1", "0.36.0", "cu128", "linux-x86_64"),
                folder.resolve("pytorch"),
                () -> DownloadSettings.DEFAULTS,
                Map.of());
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(new byte[] {1, 2, 3});
        }
        return bytes.toByteArray();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private PageStage stage(Doctor doctor) {
        desks.open();
        DoctorView view =
                new DoctorView(new DoctorViewModel(desks.desk(), doctor, WindowDrawing.look(), Optional.of(build)));
        PageStage stage = new PageStage(new StackPane(view.node()), 460, 900);
        view.look();
        desks.tasks().runAll();
        stage.scene().getRoot().applyCss();
        stage.scene().getRoot().layout();
        return stage;
    }

    private static String words(PageStage stage) {
        return stage.scene().lookup("#models-graphics").lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining(" "));
    }

    private void press(PageStage stage, String button) {
        stage.find(Button.class, "models-graphics-" + button).fire();
        desks.tasks().runAll();
        stage.scene().getRoot().applyCss();
    }

    @Test
    void itIsFetchedInTwoStepsAndRemoved() {
        PageStage stage = stage(Doctors.withCard(folder));
        stage.save("machine-with-card-light");
        stage.dark();
        stage.save("machine-with-card-dark");
        assertTrue(words(stage).startsWith("PyTorch 2.7.1 for NVIDIA's cards (CUDA 12.8)"), words(stage));
        assertEquals(0, server.count(), "a server was asked before anybody wanted it");

        press(stage, "ask");
        assertTrue(words(stage).contains("2 MB to fetch"), words(stage));
        assertEquals(GraphicsBuild.State.ABSENT, build.state());

        press(stage, "fetch");
        assertTrue(words(stage).contains("Start ClipScope again"), words(stage));
        assertEquals(GraphicsBuild.State.READY, build.state());

        press(stage, "remove");
        assertTrue(words(stage).contains("It can be fetched"), words(stage));
        assertEquals(GraphicsBuild.State.ABSENT, build.state());
        assertTrue(desks.desk().jobs().running().isEmpty());
    }

    @Test
    void aFailureIsSaidAndCanBeTriedAgain() {
        PageStage stage = stage(Doctors.withCard(folder));
        server.then("/pytorch/2.7.1/files.txt", BadServer.status(404));

        press(stage, "ask");

        assertTrue(words(stage).contains("files.txt"), words(stage));
    }

    @Test
    void withoutACardThereIsNothingToSay() {
        PageStage stage = stage(Doctors.here(folder));

        assertFalse(stage.scene().lookup("#models-graphics").isVisible());
    }
}
