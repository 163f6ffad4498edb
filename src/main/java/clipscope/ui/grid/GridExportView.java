package clipscope.ui.grid;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.problem.ProblemText;
import clipscope.ui.control.AskDialog;
import clipscope.ui.control.SaveDialog;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.heatmap.HeatMapPicture;
import clipscope.ui.heatmap.place.HeatMapMetrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu that writes the grid to a file, and what became of that.
///
/// **Thread:** Confined to the JavaFX thread.
final class GridExportView {

    private static final Texts TEXTS = Texts.beside(GridExportView.class);

    private static final double SMALLEST = 0.1;
    private static final double LARGEST = 20;

    private final GridExportViewModel model;
    private final Supplier<Optional<Content>> content;
    private final SaveDialog dialog = new SaveDialog();
    private final MenuButton menu = new MenuButton(TEXTS.get("export"), new FontIcon(Feather.DOWNLOAD));
    private final Label result = new Label();

    /// What there is to write.
    record Content(GridTable table, GridHeatMapData data, HeatMapMetrics metrics) {}

    GridExportView(GridExportViewModel model, Supplier<Optional<Content>> content) {
        this.model = model;
        this.content = content;
        result.setId("grid-export-result");
        result.visibleProperty().bind(result.textProperty().isNotEmpty());
        result.managedProperty().bind(result.visibleProperty());
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        result.getStyleClass().add("muted");
        Menu png = new Menu(TEXTS.get("export.png"));
        for (String scale : List.of("0.5", "1", "2", "3", "4")) {
            png.getItems()
                    .add(item(
                            TEXTS.get("export.scale", scale),
                            () -> choose("PNG", "png").ifPresent(file -> png(file, Double.parseDouble(scale)))));
        }
        png.getItems().add(item(TEXTS.get("export.size"), this::pngOfAnySize));
        menu.getItems()
                .addAll(
                        item(TEXTS.get("export.copy"), this::copy),
                        item(TEXTS.get("export.csv"), () -> choose("CSV", "csv").ifPresent(this::csv)),
                        item(
                                TEXTS.get("export.json"),
                                () -> choose("JSON", "json").ifPresent(this::json)),
                        item(TEXTS.get("export.npy"), () -> choose("NPY", "npy").ifPresent(this::npy)),
                        item(TEXTS.get("export.svg"), () -> choose("SVG", "svg").ifPresent(this::svg)),
                        png);
        menu.setId("grid-export");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        model.stateProperty().subscribe(this::show);
    }

    /// {@return the menu}
    Region node() {
        return menu;
    }

    /// {@return what became of the last export; takes no room before there was one}
    Region result() {
        return result;
    }

    /// Writes the numbers to a file.
    void csv(Path file) {
        content.get().ifPresent(now -> model.csv(now.table(), file));
    }

    void json(Path file) {
        content.get().ifPresent(now -> model.json(now.table(), file));
    }

    void npy(Path file) {
        content.get().ifPresent(now -> model.npy(now.table(), file));
    }

    void svg(Path file) {
        content.get().ifPresent(now -> model.svg(now.table(), now.data().legend(), file));
    }

    /// Puts the numbers where spreadsheets paste from.
    void copy() {
        content.get().flatMap(now -> model.tabs(now.table())).ifPresent(text -> {
            ClipboardContent copied = new ClipboardContent();
            copied.putString(text);
            Clipboard.getSystemClipboard().setContent(copied);
        });
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Draws the whole picture, a tile a frame, and writes it to a file.
    void png(Path file, double scale) {
        content.get().ifPresent(now -> {
            try {
                HeatMapPicture picture =
                        new HeatMapPicture(now.data(), now.metrics(), now.data().legend(), scale);
                model.drawing(file);
                new AnimationTimer() {

                    @Override
                    public void handle(long time) {
                        if (!picture.step()) {
                            stop();
                            model.png(picture.picture(), file);
                        }
                    }
                }.start();
            } catch (ProblemException e) {
                model.refuse(e.problem());
            }
        });
    }

    private void pngOfAnySize() {
        AskDialog asked = new AskDialog(
                TEXTS.get("export.png"),
                TEXTS.get("export.times", String.valueOf(SMALLEST), String.valueOf(LARGEST)),
                "1.5");
        asked.initOwner(menu.getScene().getWindow());
        asked.showAndWait()
                .ifPresent(text -> scale(text)
                        .ifPresentOrElse(
                                scale -> choose("PNG", "png").ifPresent(file -> png(file, scale)),
                                () -> model.refuse(new Problem.BadInput(
                                        text,
                                        TEXTS.get(
                                                "export.wrong", String.valueOf(SMALLEST), String.valueOf(LARGEST))))));
    }

    /// {@return the factor typed, with a point or a comma; empty if it is none}
    static Optional<Double> scale(String typed) {
        try {
            double scale = Double.parseDouble(typed.strip().replace(',', '.'));
            return scale >= SMALLEST && scale <= LARGEST ? Optional.of(scale) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<Path> choose(String kind, String extension) {
        return dialog.choose(menu.getScene().getWindow(), TEXTS.get("export.title", kind), kind, "grid." + extension);
    }

    private void show(GridExportViewModel.State state) {
        String text = switch (state) {
            case GridExportViewModel.State.Idle() -> "";
            case GridExportViewModel.State.Working(Path file) ->
                TEXTS.get("export.writing", String.valueOf(file.getFileName()));
            case GridExportViewModel.State.Written(Path file) ->
                TEXTS.get("export.wrote", String.valueOf(file.getFileName()));
            case GridExportViewModel.State.Copied() -> TEXTS.get("export.copied");
            case GridExportViewModel.State.Failed(var problem) -> ProblemText.of(problem);
        };
        result.setText(text);
        result.getStyleClass().remove("danger-text");
        if (state instanceof GridExportViewModel.State.Failed) {
            result.getStyleClass().add("danger-text");
        }
    }
}
