package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.language.Language;
import clipscope.language.Spoken;
import clipscope.prompt.template.BundledSet;
import clipscope.score.ScoreMode;
import clipscope.session.Session;
import clipscope.settings.WindowSettings.Theme;
import clipscope.ui.classify.labels.ResultOrder;
import clipscope.ui.control.Page;
import clipscope.ui.duel.Contender;
import clipscope.ui.fx.FxTest;
import clipscope.ui.fx.Snapshots;
import clipscope.ui.grid.table.GridCell;
import clipscope.ui.grid.table.GridMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every workspace in German, which is longer than English, in the smallest window and in a usual one.
@FxTest
class GermanWindowTest {

    private static final Path FOLDER = Path.of("target", "snapshots", "german");

    /// What a narrow window cuts by design, and shows whole elsewhere: details beside the model's name.
    private static final String BY_DESIGN = "shell-model-detail";

    /// Names of files and models and templates, which may be of any length.
    private static final Pattern OF_ANY_LENGTH = Pattern.compile("\\.png$|\\{}|^clipscope-nano$|^ViT-");

    @ParameterizedTest
    @CsvSource({"1000, 700, LIGHT", "1000, 700, DARK", "1400, 900, LIGHT"})
    void nothingIsCut(double width, double height, Theme theme) {
        List<String> cut = new ArrayList<>();
        try (Spoken _ = new Spoken(Language.GERMAN);
                WholeWindow window = new WholeWindow()) {
            window.open(theme, width, height);
            look(window, "welcome", theme, cut);
            window.begin();
            fill(window);
            for (Page page : window.pages()) {
                window.shell.pageProperty().set(page.id());
                window.rest();
                look(window, page.id(), theme, cut);
            }
        }
        assertEquals(List.of(), cut);
    }

    /// Each way of reading scores has words of its own in heads and legends.
    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "GERMAN"})
    void nothingIsCutHoweverScoresAreRead(Language language) {
        List<String> cut = new ArrayList<>();
        try (Spoken _ = new Spoken(language);
                WholeWindow window = new WholeWindow()) {
            window.open(Theme.LIGHT, 1000, 700);
            window.begin();
            fill(window);
            for (ScoreMode mode : ScoreMode.values()) {
                for (ResultOrder order : ResultOrder.values()) {
                    readClassify(window, mode, order);
                    look(window, "classify-%s-%s-%s".formatted(language.title(), mode, order), Theme.LIGHT, cut);
                }
            }
            window.shell.pageProperty().set(window.grid.id());
            for (GridMode mode : window.gridModel.modesProperty().get()) {
                window.gridModel.choose(mode);
                window.rest();
                look(window, "grid-%s-%s".formatted(language.title(), mode), Theme.LIGHT, cut);
            }
        }
        assertEquals(List.of(), cut);
    }

    private static void readClassify(WholeWindow window, ScoreMode mode, ResultOrder order) {
        Session session = window.desk.session();
        session.setScores(session.document().scores().withMode(mode).withOthers(mode == ScoreMode.SOFTMAX));
        window.classifyModel.labels().setOrder(order);
        window.rest();
    }

    /// Gives every workspace something to show.
    private static void fill(WholeWindow window) {
        window.rest();
        window.gridModel.moveCursor(
                new GridCell(window.desk.session().document().images().get(2), "penguin"));
        window.promptsModel.laboratory().load(BundledSet.DRAWINGS);
        window.promptsModel.sentence().look("a line drawing of a butterfly on a blue background");
        window.duelModel.choose(new Contender("clipscope-nano", WholeWindow.MODEL));
        window.duelModel.setRightTemplate("a red {} on the left of a blue square");
        window.rest();
    }

    private static void look(WholeWindow window, String page, Theme theme, List<String> cut) {
        String name = "%s-%.0f-%s.png"
                .formatted(
                        page, window.stage.getScene().getWidth(), theme.name().toLowerCase(Locale.ROOT));
        Snapshots.save(Snapshots.of(window.stage.getScene()), FOLDER.resolve(name));
        collect(page, window.stage.getScene().getRoot(), cut);
        ClippedTexts.in(window.stage.getScene()).forEach(text -> cut.add(page + ": " + text));
    }

    private static void collect(String page, Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.lookup(".text") instanceof Text shown) {
            String text = String.valueOf(labeled.getText());
            boolean whole = labeled.getText() == null
                    || text.isEmpty()
                    || shown.getText().equals(text);
            boolean named = BY_DESIGN.equals(labeled.getId());
            if (!whole && !named && !OF_ANY_LENGTH.matcher(text).find()) {
                cut.add("%s: “%s” is “%s” (%s %s)"
                        .formatted(page, text, shown.getText(), labeled.getId(), labeled.getStyleClass()));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(page, child, cut));
        }
    }
}
