package clipscope.ui.grid;

import clipscope.language.Texts;
import clipscope.ui.control.Segments;
import clipscope.ui.grid.table.GridChoice;
import clipscope.ui.grid.table.GridMode;
import clipscope.ui.grid.table.GridOrder;
import clipscope.ui.grid.table.GridRange;
import clipscope.ui.grid.table.GridScope;
import clipscope.ui.heatmap.ColorScale;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the cells show, in which colours and in which order. Wraps where the window is narrow.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridToolbar {

    private static final Texts TEXTS = Texts.beside(GridToolbar.class);

    private final GridViewModel model;
    private final FlowPane root = new FlowPane();

    /// @param more what else stands in the bar
    GridToolbar(GridViewModel model, List<Node> more) {
        this.model = model;
        HBox modes = new HBox();
        model.modesProperty().subscribe(offered -> modes.getChildren().setAll(modes(offered)));
        Label range = new Label(TEXTS.get("range"));
        range.getStyleClass().add("muted");
        HBox ranges = new HBox(
                range,
                new Segments<>(
                                "grid-range",
                                TEXTS.get("range"),
                                List.of(GridRange.values()),
                                GridRange::title,
                                model.choiceProperty().map(GridChoice::range),
                                model::choose)
                        .node());
        ranges.setAlignment(Pos.CENTER_LEFT);
        ranges.getStyleClass().add("ranges");
        root.getChildren().addAll(modes, ranges, colors(), order());
        root.getChildren().addAll(more);
        root.getStyleClass().addAll("panel", "toolbar");
        root.setRowValignment(VPos.CENTER);
    }

    Region node() {
        return root;
    }

    private Node modes(List<GridMode> offered) {
        return new Segments<>(
                        "grid-mode",
                        TEXTS.get("cells"),
                        offered,
                        GridMode::title,
                        model.choiceProperty().map(GridChoice::mode),
                        model::choose)
                .node();
    }

    private Node colors() {
        MenuButton menu = menu(TEXTS.get("colours"), Feather.DROPLET, "grid-colors");
        for (ColorScale scale : ColorScale.values()) {
            menu.getItems().add(radio(scale.title(), choice -> choice.colors() == scale, () -> model.choose(scale)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (GridScope scope : GridScope.values()) {
            String title = TEXTS.get(
                    switch (scope) {
                        case WHOLE -> "scale.whole";
                        case ROW -> "scale.row";
                        case COLUMN -> "scale.column";
                    });
            menu.getItems().add(radio(title, choice -> choice.scope() == scope, () -> model.choose(scope)));
        }
        return menu;
    }

    private Node order() {
        MenuButton menu = menu(TEXTS.get("order"), Feather.LIST, "grid-order");
        CheckMenuItem folders = new CheckMenuItem(TEXTS.get("order.folders"));
        folders.setOnAction(_ -> model.order(order(model).grouped(folders.isSelected())));
        model.choiceProperty().subscribe(now -> folders.setSelected(now.order().byFolder()));
        menu.getItems()
                .addAll(
                        rows(
                                TEXTS.get("order.images.added"),
                                GridOrder.AsIs.class,
                                () -> model.order(order(model).withRows(new GridOrder.AsIs()))),
                        rows(
                                TEXTS.get("order.images.best"),
                                GridOrder.ByBest.class,
                                () -> model.order(order(model).withRows(new GridOrder.ByBest()))),
                        byPrompt(),
                        radio(TEXTS.get("order.images.alike"), listed(true), model::clusterRows),
                        radio(TEXTS.get("order.images.keep"), listed(false), model::keepOrder),
                        folders,
                        new SeparatorMenuItem(),
                        radio(
                                TEXTS.get("order.prompts.added"),
                                choice -> choice.order().columns().isEmpty(),
                                () -> model.order(order(model).withColumns(Optional.empty()))),
                        radio(
                                TEXTS.get("order.prompts.alike"),
                                choice -> choice.order().columns().isPresent(),
                                model::clusterColumns),
                        new SeparatorMenuItem());
        menu.getItems().addAll(new GridFreezeMenu(model.freezing()).items());
        return menu;
    }

    private static GridOrder order(GridViewModel model) {
        return model.choiceProperty().get().order();
    }

    private MenuItem rows(String title, Class<? extends GridOrder.Rows> kind, Runnable choose) {
        return radio(title, choice -> kind.isInstance(choice.order().rows()), choose);
    }

    /// There only while it is so: it is chosen by a click on the prompt's name.
    private MenuItem byPrompt() {
        RadioMenuItem item = new RadioMenuItem();
        item.setId("grid-order-by-prompt");
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> item.setSelected(true));
        model.choiceProperty().subscribe(now -> {
            boolean sorted = now.order().rows() instanceof GridOrder.ByColumn;
            item.setVisible(sorted);
            item.setSelected(sorted);
            if (now.order().rows() instanceof GridOrder.ByColumn(String label, boolean _)) {
                item.setText(TEXTS.get("order.images.prompt", label));
            }
        });
        return item;
    }

    private static Predicate<GridChoice> listed(boolean clustered) {
        return choice -> choice.order().rows() instanceof GridOrder.Listed list && list.clustered() == clustered;
    }

    /// Shows what is chosen, whoever chose it; what takes its time is not chosen before it is there.
    private MenuItem radio(String title, Predicate<? super GridChoice> chosen, Runnable choose) {
        RadioMenuItem item = new RadioMenuItem(title);
        item.setOnAction(_ -> {
            choose.run();
            item.setSelected(chosen.test(model.choiceProperty().get()));
        });
        model.choiceProperty().subscribe(now -> item.setSelected(chosen.test(now)));
        return item;
    }

    private static MenuButton menu(String title, Feather icon, String id) {
        MenuButton menu = new MenuButton(title, new FontIcon(icon));
        menu.setId(id);
        menu.setMinWidth(Region.USE_PREF_SIZE);
        return menu;
    }
}
