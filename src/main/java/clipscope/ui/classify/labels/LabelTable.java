package clipscope.ui.classify.labels;

import clipscope.language.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The labels as rows that move to their new places when the results change.
///
/// Only rows that are seen have nodes, so a thousand labels cost no more than a windowful.
///
/// **Thread:** Confined to the JavaFX thread.
public final class LabelTable extends Region {

    private static final Texts TEXTS = Texts.beside(LabelTable.class);

    static final double ROW = 38;

    private final LabelsViewModel model;
    private final Map<String, LabelRowNode> nodes = new HashMap<>();
    private final Pane content = new Pane();
    private final ScrollBar scrollBar = new ScrollBar();
    private final LabelTableInput input;
    private List<LabelRow> rows = List.of();
    private final Set<String> marked = new LinkedHashSet<>(); // beside the one that the keyboard is on
    private String selected = "";
    private final AnimationTimer timer = new AnimationTimer() {

        @Override
        public void handle(long now) {
            if (!animate(now)) {
                stop();
            }
        }
    };

    public LabelTable(LabelsViewModel model) {
        this.model = model;
        this.input = new LabelTableInput(model, this);
        setId("classify-labels");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setUnitIncrement(ROW);
        scrollBar.setFocusTraversable(false);
        scrollBar.valueProperty().subscribe(() -> arrange(System.nanoTime()));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().setAll(new Group(content), scrollBar);
        addEventHandler(KeyEvent.KEY_PRESSED, input::keyPressed);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        content.addEventHandler(MouseEvent.ANY, input::mouse);
        model.rowsProperty().subscribe(this::show);
    }

    List<LabelRow> rows() {
        return rows;
    }

    /// {@return the label the keyboard is on, empty if there is none}
    String selected() {
        return selected;
    }

    /// Puts the keyboard on a label and scrolls so that it is seen.
    void select(int row) {
        if (!rows.isEmpty()) {
            int place = Math.clamp(row, 0, rows.size() - 1);
            selected = rows.get(place).label();
            double top = place * ROW;
            double value = Math.min(Math.max(scrollBar.getValue(), top + ROW - getHeight()), top);
            scrollBar.setValue(Math.clamp(value, 0, scrollBar.getMax()));
            describe();
            requestLayout();
        }
    }

    /// {@return the labels that a command is for: those marked and the one the keyboard is on}
    Set<String> chosen() {
        Set<String> chosen = new LinkedHashSet<>(marked);
        if (!selected.isEmpty()) {
            chosen.add(selected);
        }
        return chosen;
    }

    /// Marks all rows between the one the keyboard is on and another, which the keyboard then is on.
    void extendTo(int row) {
        int from = Math.max(0, selectedRow());
        int to = Math.clamp(row, 0, rows.size() - 1);
        for (int i = Math.min(from, to); i <= Math.max(from, to); i++) {
            marked.add(rows.get(i).label());
        }
        select(to);
    }

    /// Marks a row, or unmarks it, and puts the keyboard on it.
    void toggle(int row) {
        String label = rows.get(row).label();
        marked.add(selected);
        if (!marked.remove(label)) {
            marked.add(label);
        }
        select(row);
    }

    void markAll() {
        rows.forEach(row -> marked.add(row.label()));
        arrange(System.nanoTime());
    }

    void unmark() {
        marked.clear();
    }

    /// {@return the row of the label the keyboard is on, -1 if there is none}
    int selectedRow() {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).label().equals(selected))
                .findFirst()
                .orElse(-1);
    }

    /// {@return the node of a label, if it is seen}
    Map<String, LabelRowNode> nodes() {
        return nodes;
    }

    /// {@return how many rows fit into the window}
    int page() {
        return Math.max(1, (int) (getHeight() / ROW) - 1);
    }

    /// A label is about to get another name; its row stays what it is.
    void renamed(String before, String after) {
        LabelRowNode node = nodes.remove(before);
        if (node != null) {
            nodes.put(after, node);
        }
        if (selected.equals(before)) {
            selected = after;
        }
    }

    @Override
    protected void layoutChildren() {
        double barWidth = scrollBar.prefWidth(-1);
        double max = Math.max(0, rows.size() * ROW - getHeight());
        scrollBar.setMax(max);
        scrollBar.setVisible(max > 0);
        scrollBar.setVisibleAmount(max <= 0 ? 1 : getHeight() / (rows.size() * ROW) * max);
        scrollBar.setBlockIncrement(getHeight());
        scrollBar.setValue(Math.clamp(scrollBar.getValue(), 0, max));
        scrollBar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
        arrange(System.nanoTime());
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows.size() * ROW;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(rows.size(), 2) * ROW;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width); // what comes below stands right under the last row
    }

    private void show(List<LabelRow> now) {
        rows = now;
        marked.removeIf(label -> now.stream().noneMatch(row -> row.label().equals(label)));
        if (selectedRow() < 0) {
            selected = rows.isEmpty() ? "" : rows.getFirst().label();
        }
        arrange(System.nanoTime()); // now, so that style sheets reach new rows before they are laid out
        requestLayout();
        describe();
    }

    private void describe() {
        int row = selectedRow();
        setAccessibleText(
                row < 0
                        ? TEXTS.get("table.none")
                        : TEXTS.get(
                                "table.row",
                                row + 1,
                                rows.size(),
                                String.valueOf(selected),
                                LabelNumbers.words(rows.get(row))));
    }

    /// {@return whether a label fits about as well as the best one}
    private boolean near(LabelRow row) {
        return model.leadProperty()
                .get()
                .filter(lead -> lead.near().contains(row.label()))
                .isPresent();
    }

    /// Gives every row in sight a node and sets it on its way.
    private void arrange(long now) {
        double top = scrollBar.getValue();
        content.setTranslateY(-Math.rint(top));
        int first = Math.max(0, (int) (top / ROW) - 1);
        int end = Math.min(rows.size(), (int) ((top + getHeight()) / ROW) + 2);
        Set<String> seen = new HashSet<>();
        for (int i = first; i < end; i++) {
            LabelRow row = rows.get(i);
            double y = i * ROW;
            LabelRowNode node = nodes.computeIfAbsent(row.label(), _ -> added(y));
            node.show(row, row.label().equals(selected) || marked.contains(row.label()), near(row), now);
            node.pin(model.pinnedProperty().get().contains(row.label()));
            node.place().go(y, now);
            seen.add(row.label());
        }
        for (int i = 0; i < rows.size(); i++) { // on their way out of sight
            LabelRow row = rows.get(i);
            LabelRowNode node = seen.contains(row.label()) ? null : nodes.get(row.label());
            if (node != null) {
                node.show(row, false, near(row), now);
                node.place().go(i * ROW, now);
                if (node.place().moving(now)) {
                    seen.add(row.label());
                }
            }
        }
        nodes.entrySet().removeIf(entry -> {
            boolean gone = !seen.contains(entry.getKey());
            if (gone) {
                content.getChildren().remove(entry.getValue());
            }
            return gone;
        });
        if (animate(now)) {
            timer.start();
        }
    }

    private LabelRowNode added(double y) {
        LabelRowNode node =
                new LabelRowNode(y, removed -> model.remove(removed.name().getText()));
        content.getChildren().add(node);
        return node;
    }

    /// Moves everything to where it is at a moment.
    ///
    /// @return whether anything is still on its way
    private boolean animate(long now) {
        boolean moving = false;
        for (LabelRowNode node : nodes.values()) {
            moving |= node.animate(now, getWidth() - scrollBar.prefWidth(-1), ROW);
        }
        return moving;
    }

    private void scrolled(ScrollEvent event) {
        scrollBar.setValue(Math.clamp(scrollBar.getValue() - event.getDeltaY(), 0, scrollBar.getMax()));
        event.consume();
    }
}
