package clipscope.ui.shell.palette;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Which commands answer what is typed, and the one that Enter runs.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class PaletteViewModel {

    private static final int REMEMBERED = 5; // commands that stand first while nothing is typed

    private final List<String> used = new ArrayList<>(); // words of commands, the latest first
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private List<Command> all = List.of();

    public PaletteViewModel() {
        typed.subscribe((_, _) -> find());
    }

    // properties

    public StringProperty typedProperty() {
        return typed;
    }

    /// {@return the commands with the words typed, the best first; all of them while nothing is typed, with
    /// those used lately in front}
    public ObservableList<Command> found() {
        return found;
    }

    /// {@return the place among those found of the one that Enter runs; 0 when there is none}
    public ReadOnlyIntegerProperty markedProperty() {
        return marked.getReadOnlyProperty();
    }

    // commands

    /// Begins anew, with what can be done now.
    ///
    /// @param commands in the order they are shown
    public void open(List<Command> commands) {
        all = List.copyOf(commands);
        typed.set("");
        find();
    }

    /// Goes up or down, around the ends.
    public void move(int steps) {
        if (!found.isEmpty()) {
            marked.set(Math.floorMod(marked.get() + steps, found.size()));
        }
    }

    public void mark(int place) {
        marked.set(Math.clamp(place, 0, Math.max(0, found.size() - 1)));
    }

    /// Runs the marked command, if any was found.
    ///
    /// @param before what goes first: the palette closes
    public void run(Runnable before) {
        if (!found.isEmpty()) {
            Command command = found.get(marked.get());
            used.remove(command.words());
            used.addFirst(command.words());
            before.run();
            command.run().run();
        }
    }

    private void find() {
        found.setAll(CommandMatch.of(typed.get(), typed.get().isBlank() ? latestFirst() : all));
        marked.set(0);
    }

    private List<Command> latestFirst() {
        Set<Command> ordered = new LinkedHashSet<>(used.stream()
                .limit(REMEMBERED)
                .flatMap(words -> all.stream().filter(command -> command.words().equals(words)))
                .toList());
        return Stream.concat(ordered.stream(), all.stream().filter(command -> !ordered.contains(command)))
                .toList();
    }
}
