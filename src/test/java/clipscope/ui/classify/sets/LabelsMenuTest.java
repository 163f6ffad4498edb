package clipscope.ui.classify.sets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.prompt.file.LabelSets;
import clipscope.session.desk.Desks;
import clipscope.ui.classify.labels.LabelsViewModel;
import clipscope.ui.control.AskDialog;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Snapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FxTest
class LabelsMenuTest {

    @TempDir
    private Path folder;

    @Test
    void aNameThatIsTakenSaysThatItsSetIsReplaced() throws Exception {
        Desks desks = new Desks();
        LabelSets kept = new LabelSets(folder);
        kept.keep("Zoo", List.of("fox"));
        LabelSetsViewModel sets =
                new LabelSetsViewModel(desks.desk(), new LabelFiles(Optional::empty, Optional::empty, kept, _ -> {}));
        desks.tasks().runAll();
        AskDialog dialog = new LabelsMenu(new LabelsViewModel(desks.desk()), sets).keepDialog();
        Button keep = (Button) dialog.getDialogPane().lookupButton(ButtonType.OK);
        assertTrue(keep.isDisabled(), "no name yet");

        dialog.getEditor().setText("Zoos");
        assertEquals("Keep", keep.getText());
        assertFalse(keep.isDisabled());
        dialog.getEditor().setText(" zoo ");
        assertEquals("Replace", keep.getText());
        dialog.getEditor().setText("  ");
        assertTrue(keep.isDisabled());

        dialog.getEditor().setText("Zoo");
        Snapshots.save(
                Snapshots.of(dialog.getDialogPane().getScene()), Path.of("target", "snapshots", "keep-labels.png"));
    }
}
