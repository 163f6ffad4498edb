package clipscope.ui.models.catalogue;

import clipscope.language.Texts;
import clipscope.zoo.ShelfModel;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.catalogue.CatalogueModel.Facts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Makes the rows of the list: the bundled model, those brought, those opened of late, those of the
/// catalogue.
///
/// @param tasks by id, what is going on
record CatalogueRows(
        Inventory inventory, Path bundled, List<Path> recent, Optional<Path> inUse, Map<String, RowState> tasks) {

    private static final Texts TEXTS = Texts.beside(CatalogueRows.class);

    List<CatalogueRow> rows() {
        List<CatalogueRow> rows = new ArrayList<>();
        rows.add(plain(
                bundled.toString(),
                name(bundled),
                TEXTS.get("bundled.by"),
                TEXTS.get("bundled.for"),
                here(bundled, TEXTS.get("place.bundled"), false, 0)));
        Set<Path> shown = new HashSet<>(Set.of(bundled));
        for (ShelfModel model : inventory.shelf()) {
            shown.add(model.location());
            if (inventory.find(model.name()).isEmpty()) {
                rows.add(plain(model.name(), model.name(), model.kind().words(), "", state(model, false)));
            }
        }
        shown.addAll(inventory.cached().values());
        for (Path place : recent) {
            if (shown.add(place)) {
                String folder = Optional.ofNullable(place.getParent())
                        .map(Path::toString)
                        .orElse("");
                rows.add(plain(
                        place.toString(), name(place), folder, "", here(place, TEXTS.get("place.recent"), false, 0)));
            }
        }
        List<CatalogueModel> recommended = inventory.fitness().recommended(inventory.catalogue());
        inventory.catalogue().forEach(model -> rows.add(row(model, recommended.contains(model))));
        return rows;
    }

    private static CatalogueRow plain(String id, String title, String by, String goodFor, RowState state) {
        return new CatalogueRow(id, title, by, goodFor, "", Facts.UNKNOWN, OptionalDouble.empty(), false, true, state);
    }

    private CatalogueRow row(CatalogueModel model, boolean recommended) {
        return new CatalogueRow(
                model.id(),
                model.name(),
                model.by(),
                model.goodFor(),
                model.licence(),
                model.facts(),
                inventory.fitness().imagesPerSecond(model),
                recommended,
                inventory.fitness().fits(model),
                state(model));
    }

    private RowState state(CatalogueModel model) {
        RowState task = tasks.get(model.id());
        if (task != null) {
            return task;
        }
        Optional<ShelfModel> taken = inventory.onShelf(model.id());
        if (taken.isPresent()) {
            return state(taken.get(), true);
        }
        Path cached = inventory.cached().get(model.id());
        if (cached != null) {
            return here(cached, TEXTS.get("place.cache"), false, 0);
        }
        return inventory.begun().contains(model.id())
                ? new RowState.Paused()
                : new RowState.Absent(inventory.own().contains(model.id()));
    }

    private RowState state(ShelfModel model, boolean downloadable) {
        return switch (model.state()) {
            case AS_IT_CAME ->
                here(
                        model.location(),
                        model.kind().words(),
                        true,
                        inventory.frees().getOrDefault(model.name(), 0L));
            case CHANGED, GONE -> new RowState.Spoilt(model.state().words(), downloadable);
        };
    }

    private RowState here(Path location, String where, boolean removable, long frees) {
        return inUse.filter(location::equals).isPresent()
                ? new RowState.InUse()
                : new RowState.Here(location, where, removable, frees);
    }

    private static String name(Path location) {
        return Optional.ofNullable(location.getFileName()).orElse(location).toString();
    }
}
