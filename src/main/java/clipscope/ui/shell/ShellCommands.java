package clipscope.ui.shell;

import clipscope.language.Texts;
import clipscope.session.Experiment;
import clipscope.ui.control.Page;
import clipscope.ui.shell.palette.Command;
import clipscope.ui.shell.palette.PageCommands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// All that can be done in the window now, for the palette: what has keys, what the bars offer, and what the
/// pages do, the page in front first.
///
/// **Thread:** Confined to the JavaFX thread.
final class ShellCommands {

    private static final Texts TEXTS = Texts.beside(ShellCommands.class);

    private final ShellViewModel model;
    private final List<Page> pages;
    private final Shortcuts shortcuts;

    ShellCommands(ShellViewModel model, List<Page> pages, Shortcuts shortcuts) {
        this.model = model;
        this.pages = pages;
        this.shortcuts = shortcuts;
    }

    List<Command> now() {
        List<Command> all = new ArrayList<>(ofPages(this::inFront));
        all.addAll(ofTheWindow());
        all.addAll(ofPages(page -> !inFront(page)));
        return all;
    }

    private List<Command> ofPages(Predicate<Page> wanted) {
        return pages.stream()
                .filter(wanted)
                .filter(page -> !page.needsPictures() || !model.emptyProperty().get())
                .flatMap(page ->
                        PageCommands.of(page, () -> model.pageProperty().set(page.id())).stream())
                .toList();
    }

    private boolean inFront(Page page) {
        return page.id().equals(model.pageProperty().get());
    }

    private List<Command> ofTheWindow() {
        List<Command> all = new ArrayList<>(shortcuts.commands());
        for (Experiment experiment : model.guide().experiments()) {
            all.add(Command.everywhere(
                    TEXTS.get("command.experiment", experiment.title()),
                    () -> model.guide().begin(experiment)));
        }
        all.add(Command.everywhere(TEXTS.get("model.bundled"), model.model()::openBundled));
        for (Path location : model.model().recent()) {
            all.add(Command.everywhere(
                    TEXTS.get("command.model", name(location)),
                    () -> model.model().open(location)));
        }
        for (Path file : model.session().settingsProperty().get().recent()) {
            all.add(Command.everywhere(
                    TEXTS.get("command.session", name(file)),
                    () -> model.session().open(file)));
        }
        return all;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
