package clipscope.session;

import clipscope.embedding.ImageId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which captions belong to which images, in the order in which they came: that of the grid's diagonal.
///
/// **Thread:** Immutable.
public record Pairs(Map<ImageId, Set<String>> captions) {

    public static final Pairs NONE = new Pairs(Map.of());

    public Pairs {
        Map<ImageId, Set<String>> copy = new LinkedHashMap<>(); // keeps the order: that of the diagonal
        captions.forEach((image, texts) -> copy.put(image, new LinkedHashSet<>(texts)));
        captions = Collections.unmodifiableMap(copy);
    }

    public boolean isEmpty() {
        return captions.isEmpty();
    }

    public boolean contains(ImageId image, String caption) {
        return captions.getOrDefault(image, Set.of()).contains(caption);
    }

    /// {@return those of some images alone}
    Pairs among(Collection<ImageId> images) {
        if (captions.isEmpty()) {
            return this;
        }
        Map<ImageId, Set<String>> left = new LinkedHashMap<>(captions);
        left.keySet().retainAll(new HashSet<>(images));
        return new Pairs(left);
    }

    /// {@return the images that have captions, in the order of the diagonal}
    public List<ImageId> images() {
        return List.copyOf(captions.keySet());
    }

    /// {@return every caption once, in the order of the diagonal}
    public List<String> distinctCaptions() {
        return captions.values().stream().flatMap(Set::stream).distinct().toList();
    }

    /// In another order they are others.
    @Override
    public boolean equals(Object other) {
        return other instanceof Pairs that && images().equals(that.images()) && captions.equals(that.captions);
    }

    @Override
    public int hashCode() {
        return captions.hashCode();
    }
}
