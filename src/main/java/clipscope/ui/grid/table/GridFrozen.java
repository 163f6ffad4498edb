package clipscope.ui.grid.table;

import clipscope.embedding.ImageId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/// Images and labels that stay in sight: their rows above all others, their columns left of all others.
///
/// Whatever the others are sorted or grouped by, these stand in the order in which they were frozen.
///
/// **Thread:** Immutable.
public record GridFrozen(List<ImageId> images, List<String> labels) {

    public static final GridFrozen NOTHING = new GridFrozen(List.of(), List.of());

    public GridFrozen {
        images = List.copyOf(images);
        labels = List.copyOf(labels);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /// {@return with these images frozen too; without them if all of them were}
    public GridFrozen withImagesToggled(List<ImageId> those) {
        return new GridFrozen(toggled(images, those), labels);
    }

    /// {@return with these labels frozen too; without them if all of them were}
    public GridFrozen withLabelsToggled(List<String> those) {
        return new GridFrozen(images, toggled(labels, those));
    }

    private static <T> List<T> toggled(List<T> present, List<T> those) {
        SequencedSet<T> all = new LinkedHashSet<>(present);
        if (!all.addAll(those)) {
            all.removeAll(Set.copyOf(those));
        }
        return List.copyOf(all);
    }
}
