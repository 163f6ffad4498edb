package clipscope.ui.duel;

import clipscope.zoo.Shelf;
import clipscope.zoo.ShelfModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A model on this machine that can be compared.
///
/// **Thread:** Immutable.
///
/// @param name by which the person knows it
public record Contender(String name, Path location) {

    static Contender of(Path location) {
        Path name = location.getFileName();
        return new Contender(name == null ? location.toString() : name.toString(), location);
    }

    /// {@return the models on this machine, each once: those of the shelf, the bundled one, those opened of
    /// late} Looks at files: not for the JavaFX thread.
    static List<Contender> find(Shelf shelf, Path bundled, List<Path> recent) {
        List<Contender> all = new ArrayList<>();
        for (ShelfModel model : shelf.models()) {
            if (model.state() != ShelfModel.State.GONE) {
                all.add(new Contender(model.name(), model.location()));
            }
        }
        all.add(of(bundled));
        recent.forEach(location -> all.add(of(location)));
        Set<Path> seen = new LinkedHashSet<>();
        all.removeIf(model -> !Files.exists(model.location)
                || !seen.add(model.location.toAbsolutePath().normalize()));
        return all;
    }
}
