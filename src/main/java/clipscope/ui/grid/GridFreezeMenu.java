package clipscope.ui.grid;

import clipscope.language.Texts;
import clipscope.ui.grid.GridFreezeViewModel.State;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.MenuItem;

/// What can be done to freeze rows and columns, each under the words for what it does now.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridFreezeMenu {

    private static final Texts TEXTS = Texts.beside(GridFreezeMenu.class);

    private final GridFreezeViewModel model;

    GridFreezeMenu(GridFreezeViewModel model) {
        this.model = model;
    }

    /// {@return freezes the images that are meant, or frees them}
    MenuItem images() {
        MenuItem item = item(model::toggleImages, state -> !state.images().isEmpty());
        model.stateProperty()
                .subscribe(state -> item.setText(TEXTS.get(
                        state.imagesFrozen() ? "free.images" : "freeze.images",
                        state.images().size())));
        return item;
    }

    /// {@return freezes the prompts that are meant, or frees them}
    MenuItem prompts() {
        MenuItem item = item(model::toggleLabels, state -> !state.labels().isEmpty());
        model.stateProperty()
                .subscribe(state -> item.setText(TEXTS.get(
                        state.labelsFrozen() ? "free.prompts" : "freeze.prompts",
                        state.labels().size())));
        return item;
    }

    /// {@return frees everything}
    MenuItem all() {
        MenuItem item = item(model::freeAll, State::anyFrozen);
        item.setText(TEXTS.get("free.all"));
        return item;
    }

    /// {@return all of them}
    List<MenuItem> items() {
        return List.of(images(), prompts(), all());
    }

    private MenuItem item(Runnable action, Predicate<State> possible) {
        MenuItem item = new MenuItem();
        item.setOnAction(_ -> action.run());
        model.stateProperty().subscribe(state -> item.setDisable(!possible.test(state)));
        return item;
    }
}
