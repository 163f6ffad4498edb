package clipscope.ui.shell.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.ui.control.Page;
import clipscope.ui.fx.FxTest;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

@FxTest
class PageCommandsTest {

    private final VBox root = new VBox();
    private final List<String> done = new ArrayList<>();

    @Test
    void aButtonIsCalledWhatAScreenReaderCallsIt() {
        Button plain = new Button("Start");
        Button icon = new Button();
        icon.setAccessibleText("Remove the image");
        root.getChildren().addAll(plain, icon, new Button());

        assertEquals(List.of("Start", "Remove the image"), titles(), "one without a name cannot be asked for");
    }

    @Test
    void menusAreOpenedDownToTheirLastItem() {
        RadioMenuItem chosen = new RadioMenuItem("Viridis");
        chosen.setSelected(true);
        Menu deeper = new Menu("As PNG", null, new MenuItem("2 ×"));
        root.getChildren().add(new MenuButton("Colours…", null, chosen, new SeparatorMenuItem(), deeper));

        assertEquals(List.of("Colours: Viridis", "Colours: As PNG: 2 ×"), titles());
        assertTrue(commands().getFirst().chosen());
    }

    @Test
    void whatIsNotThereNowIsNotOffered() {
        Button hidden = new Button("hidden");
        hidden.setVisible(false);
        Button disabled = new Button("disabled");
        disabled.setDisable(true);
        HBox around = new HBox(new Button("within what is hidden"));
        around.setVisible(false);
        root.getChildren().addAll(hidden, disabled, around, new ListView<Button>());

        assertEquals(List.of(), titles());
    }

    @Test
    void aPageBehindIsLookedIntoAllTheSame() {
        root.setVisible(false);
        root.getChildren().add(new ScrollPane(new HBox(new ToggleButton("On"))));

        assertEquals(List.of("On"), titles());
    }

    @Test
    void thePageComesToTheFrontBeforeTheCommandRuns() {
        Button button = new Button("Start");
        button.setOnAction(_ -> done.add("started"));
        TextField field = new TextField();
        field.setPromptText("Find a label…");
        root.getChildren().addAll(button, field);

        commands().getFirst().run().run();

        assertEquals(List.of("shown", "started"), done);
        assertEquals("Go to: Find a label…", titles().getLast());
    }

    private List<Command> commands() {
        return PageCommands.of(
                new Page("test", "Test", Feather.TAG, Page.Kind.OF_PICTURES, () -> () -> root),
                () -> done.add("shown"));
    }

    private List<String> titles() {
        return commands().stream().map(Command::title).toList();
    }
}
