package clipscope.session.compare;

import clipscope.image.ImageSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Folder names as labels: the picture `pets/red_fox/1.jpg` shows a `red fox`, if there is such a label.
///
/// **Thread:** Immutable.
public final class FolderLabels {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

    private final Map<String, Integer> places = new HashMap<>();

    public FolderLabels(List<String> labels) {
        for (int i = 0; i < labels.size(); i++) {
            places.putIfAbsent(plain(labels.get(i)), i);
        }
    }

    /// {@return the place of the label that the folder of an image is called by}
    public OptionalInt label(ImageSource source) {
        Path folder = source instanceof ImageSource.OfFile(Path file) ? file.getParent() : null;
        if (folder == null || folder.getFileName() == null) {
            return OptionalInt.empty();
        }
        Integer place = places.get(plain(folder.getFileName().toString()));
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    private static String plain(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
