package clipscope.session;

import clipscope.embedding.ImageId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/// Images and labels that stay in sight in the grid: their rows above all others, their columns left of all
/// others.
///
/// Whatever the others are sorted or grouped by, these stand in the order in which they were frozen.
///
/// **Thread:** Immutable.
public record Frozen(List<ImageId> images, List<String> labels) {

    public static final Frozen NOTHING = new Frozen(List.of(), List.of());

    public Frozen {
        images = List.copyOf(images);
        labels = List.copyOf(labels);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /// {@return with these images frozen too; without them if all of them were}
    public Frozen withImagesToggled(List<ImageId> those) {
        return new Frozen(toggled(images, those), labels);
    }

    /// {@return with these labels frozen too; without them if all of them were}
    public Frozen withLabelsToggled(List<String> those) {
        return new Frozen(images, toggled(labels, those));
    }

    /// {@return without the images that are not among some}
    Frozen amongImages(Collection<ImageId> some) {
        return new Frozen(kept(images, some), labels);
    }

    /// {@return without the labels that are not among some}
    public Frozen amongLabels(Collection<String> some) {
        return new Frozen(images, kept(labels, some));
    }

    private static <T> List<T> kept(List<T> present, Collection<T> some) {
        if (present.isEmpty()) {
            return present;
        }
        Set<T> those = new HashSet<>(some);
        return present.stream().filter(those::contains).toList();
    }

    private static <T> List<T> toggled(List<T> present, List<T> those) {
        SequencedSet<T> all = new LinkedHashSet<>(present);
        if (!all.addAll(those)) {
            all.removeAll(Set.copyOf(those));
        }
        return List.copyOf(all);
    }
}
