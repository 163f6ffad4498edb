package clipscope.ui.models.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.doctor.Doctors;
import clipscope.session.desk.Desks;
import clipscope.ui.PageStage;
import clipscope.ui.fx.FxTest;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class DoctorViewTest {

    @TempDir
    private Path folder;

    @Test
    void everythingIsShownAndCopied() {
        Desks desks = new Desks();
        desks.open();
        DoctorView view = new DoctorView(
                new DoctorViewModel(desks.desk(), Doctors.here(folder), WindowDrawing.look(), Optional.empty()));
        PageStage stage = new PageStage(new StackPane(view.node()), 460, 900);
        Button copy = stage.find(Button.class, "models-doctor-copy");
        assertTrue(copy.isDisabled(), "nothing is known yet");

        view.look();
        desks.tasks().runAll();
        stage.save("machine-light");
        stage.dark();
        stage.save("machine-dark");

        assertFalse(copy.isDisabled());
        assertTrue(stage.scene().getRoot().lookupAll(".text").stream()
                .map(node -> ((Text) node).getText())
                .anyMatch("390 GFLOP/s in fp32, 2,130 in bf16"::equals));
        copy.fire();
        String copied = Clipboard.getSystemClipboard().getString();
        assertTrue(copied.contains("PyTorch 2.7.1 by DJL 0.36.0"), copied);
        assertTrue(copied.contains("software, by the processor"), copied);
        assertEquals(5, copied.lines().filter(line -> !line.startsWith(" ")).count(), copied);
    }
}
