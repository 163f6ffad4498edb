package clipscope.ui.models.catalogue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.zoo.ShelfModel;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.catalogue.Fitness;
import clipscope.zoo.download.Zoo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the disk says of models, read at once.
///
/// **Thread:** Immutable.
///
/// @param catalogue what can be had
/// @param own ids of those that the person added
/// @param shelf the models taken in
/// @param frees by name, how many bytes the removal of one frees
/// @param cached by id, where Hugging Face's cache has one
/// @param begun ids of those of which some has come
/// @param problem why the catalogue cannot be read, if it cannot
record Inventory(
        List<CatalogueModel> catalogue,
        Set<String> own,
        List<ShelfModel> shelf,
        Map<String, Long> frees,
        Map<String, Path> cached,
        Set<String> begun,
        Fitness fitness,
        Optional<Problem> problem) {

    static final Inventory NOT_READ = new Inventory(
            List.of(),
            Set.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            Fitness.here(Optional.empty()),
            Optional.empty());

    /// Reads everything. Not for the JavaFX thread.
    static Inventory read(Zoo zoo) {
        List<CatalogueModel> catalogue = List.of();
        Optional<Problem> problem = Optional.empty();
        try {
            catalogue = zoo.catalogue().models();
        } catch (ProblemException e) {
            problem = Optional.of(e.problem());
        }
        List<ShelfModel> shelf = zoo.shelf().models();
        Map<String, Long> frees = new HashMap<>();
        shelf.forEach(model -> frees.put(model.name(), zoo.shelf().frees(model.name())));
        Map<String, Path> cached = new HashMap<>();
        Set<String> begun = new HashSet<>();
        Set<String> own = new HashSet<>();
        zoo.own().read().forEach(model -> own.add(model.id()));
        for (CatalogueModel model : catalogue) {
            zoo.downloads().inCache(model).ifPresent(place -> cached.put(model.id(), place));
            if (zoo.downloads().begun(model.id())) {
                begun.add(model.id());
            }
        }
        return new Inventory(
                catalogue,
                own,
                shelf,
                frees,
                cached,
                begun,
                Fitness.here(zoo.speed().remembered()),
                problem);
    }

    Inventory with(Fitness other) {
        return new Inventory(catalogue, own, shelf, frees, cached, begun, other, problem);
    }

    Optional<CatalogueModel> find(String id) {
        return catalogue.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    Optional<ShelfModel> onShelf(String name) {
        return shelf.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
