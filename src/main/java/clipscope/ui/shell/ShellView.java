package clipscope.ui.shell;

import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.ui.control.Page;
import clipscope.ui.control.SheetPane;
import clipscope.ui.fx.Appearance;
import clipscope.ui.fx.DropTarget;
import clipscope.ui.fx.Transfer;
import clipscope.ui.problem.ProblemNotice;
import clipscope.ui.shell.guide.GuideBar;
import clipscope.ui.shell.model.ModelBadgeViewModel.Badge;
import clipscope.ui.shell.palette.PaletteSheet;
import clipscope.ui.shell.palette.PaletteViewModel;
import clipscope.ui.shell.status.StatusBar;
import clipscope.ui.shell.status.UnreadableSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The whole window: bars around the current page, and what lies over them.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ShellView {

    private static final Texts TEXTS = Texts.beside(ShellView.class);

    private static final String MODELS = "models"; // the page of that id

    private final ShellViewModel model;
    private final List<Page> pages;
    private final ShellActions actions;
    private final Appearance appearance;
    private final StackPane root = new StackPane();
    private final VBox notices = new VBox();
    private final PageDeck deck;
    private final SheetPane sheets = new SheetPane();
    private final Shortcuts shortcuts = new Shortcuts();
    private final PaletteViewModel palette = new PaletteViewModel();

    /// @param pages in the order of the navigation rail; at least one
    /// @param dialogs asks for files and folders
    public ShellView(ShellViewModel model, List<Page> pages, FileDialogs dialogs, Appearance appearance) {
        this.model = model;
        this.pages = List.copyOf(pages);
        this.actions = new ShellActions(model, dialogs);
        this.appearance = appearance;
        this.deck = new PageDeck(model, this.pages, new WelcomeView(model, actions).node());
        if (model.pageProperty().get().isEmpty()) {
            model.pageProperty().set(pages.getFirst().id());
        }
        Region overlay = dropOverlay();
        sheets.setId("shell-sheets");
        root.setId("shell");
        BorderPane frame = frame();
        StackPane.setAlignment(frame, Pos.TOP_LEFT); // a screen too narrow for it cuts its end, not the rail
        root.getChildren().addAll(frame, overlay, sheets);
        Appearance.dress(root, ShellView.class, "shell.css");
        var _ = new DropTarget(root, overlay, this::take);
    }

    private boolean take(Transfer transfer) {
        boolean ofUse = deck.chosen().map(page -> page.take(transfer.files())).orElse(false);
        return ofUse || model.take(transfer);
    }

    public Region node() {
        return root;
    }

    /// Does beforehand what would make the first drop wait. Best called when the window is seen.
    public void warmUp() {
        deck.warmUp();
    }

    /// Makes the keys work in the scene that shows the node.
    public void installKeys(Scene scene) {
        shortcuts.addPages(pages, model);
        shortcuts.addActions(actions, model);
        shortcuts.add(KeyCode.D, TEXTS.get("theme"), this::toggleTheme, SHORTCUT_DOWN);
        shortcuts.add(Shortcuts.PALETTE, TEXTS.get("commands"), this::showPalette);
        shortcuts.add(KeyCode.F1, TEXTS.get("keys.show"), this::showKeys);
        shortcuts.add(KeyCode.ESCAPE, TEXTS.get("close.all"), this::escape);
        shortcuts.install(scene);
        root.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> { // not seen here if a text field took it
                    if (event.getCharacter().equals("?")) {
                        showKeys();
                    }
                });
    }

    private BorderPane frame() {
        TallPane page = new TallPane(deck.node());
        VBox middle = new VBox(notices, guide(), page);
        VBox.setVgrow(page, Priority.ALWAYS);
        notices.setId("shell-notices");
        model.notices().subscribe(this::showNotices);
        model.model().badgeProperty().subscribe(_ -> showNotices());
        model.photograph().toldProperty().subscribe(_ -> showNotices());
        model.results().saidProperty().subscribe(_ -> showNotices());

        BorderPane frame = new BorderPane(middle);
        frame.setTop(new TopBar(model, actions, appearance, this::showPalette).node());
        frame.setLeft(new NavigationRail(model, pages).node());
        frame.setBottom(new StatusBar(model.status(), model.model(), model.device(), this::showUnreadable).node());
        return frame;
    }

    private Region guide() {
        Region guide = new GuideBar(model.guide()).node();
        StackPane around = new StackPane(guide);
        around.getStyleClass().add("guide");
        around.visibleProperty().bind(guide.visibleProperty());
        around.managedProperty().bind(guide.managedProperty());
        return around;
    }

    private void showNotices() {
        notices.getChildren().clear();
        if (model.model().badgeProperty().get() instanceof Badge.Failed failed) {
            notices.getChildren().add(modelNotice(failed).node());
        }
        for (Problem problem : model.notices()) {
            ProblemNotice notice = new ProblemNotice(problem, waysOut(problem));
            notices.getChildren()
                    .add(notice.dismissible(() -> model.dismiss(problem)).node());
        }
        String said = model.results().saidProperty().get();
        if (!said.isEmpty()) {
            notices.getChildren()
                    .add(ProblemNotice.ofGood(said)
                            .dismissible(model.results()::dismiss)
                            .node());
        }
        if (model.photograph().toldProperty().get()) {
            notices.getChildren().add(photographNotice().node());
        }
        notices.setVisible(!notices.getChildren().isEmpty());
        notices.setManaged(notices.isVisible());
    }

    private List<ProblemNotice.Action> waysOut(Problem problem) {
        return problem instanceof Problem.Crashed crashed
                ? List.of(new ProblemNotice.Action(TEXTS.get("crash.copy"), () -> actions.copyCrash(crashed.report())))
                : List.of();
    }

    private ProblemNotice photographNotice() {
        ProblemNotice.Action choose = new ProblemNotice.Action(
                TEXTS.get("photograph.choose"), () -> model.pageProperty().set(MODELS));
        return new ProblemNotice(TEXTS.get("photograph"), List.of(choose)).dismissible(model.photograph()::dismiss);
    }

    private ProblemNotice modelNotice(Badge.Failed failed) {
        ProblemNotice.Action another = new ProblemNotice.Action(TEXTS.get("failed.folder"), actions::openModel);
        ProblemNotice.Action file = new ProblemNotice.Action(TEXTS.get("failed.file"), actions::openModelFile);
        ProblemNotice.Action again = new ProblemNotice.Action(TEXTS.get("failed.again"), model.model()::retry);
        Optional<ProblemNotice.Action> bundled = failed.stillInUse().isPresent()
                ? Optional.empty()
                : Optional.of(new ProblemNotice.Action(TEXTS.get("model.bundled"), model.model()::openBundled));
        ProblemNotice notice = new ProblemNotice(
                failed.problem(),
                bundled.map(b -> List.of(another, file, again, b)).orElse(List.of(another, file, again)));
        return failed.stillInUse().isPresent() ? notice.dismissible(model.model()::dismissFailure) : notice;
    }

    private void showUnreadable() {
        UnreadableSheet sheet = new UnreadableSheet(model.status(), sheets::close);
        sheets.open(sheet.node(), sheet.closeButton());
    }

    private void showPalette() {
        palette.open(new ShellCommands(model, pages, shortcuts).now());
        PaletteSheet sheet = new PaletteSheet(palette, sheets::close);
        sheets.open(sheet.node(), sheet.field());
    }

    private void showKeys() {
        List<ShortcutSheet.Group> groups = new ArrayList<>();
        groups.add(new ShortcutSheet.Group(TEXTS.get("keys.everywhere"), shortcuts.hints()));
        deck.chosen()
                .filter(page -> !page.keys().isEmpty())
                .ifPresent(
                        page -> groups.add(new ShortcutSheet.Group(TEXTS.get("keys.page", page.title()), page.keys())));
        ShortcutSheet sheet = new ShortcutSheet(groups, sheets::close);
        sheets.open(sheet.node(), sheet.closeButton());
    }

    private void escape() {
        if (sheets.openProperty().get()) {
            sheets.close();
        } else {
            model.dismissAll();
            model.results().dismiss();
            model.model().dismissFailure();
        }
    }

    private void toggleTheme() {
        model.toggleTheme(appearance.scheme().getValue() == ColorScheme.DARK);
    }

    private static Region dropOverlay() {
        Label words = new Label(TEXTS.get("drop"), new FontIcon(Feather.DOWNLOAD));
        StackPane overlay = new StackPane(words);
        overlay.setId("shell-drop-overlay");
        return overlay;
    }
}
