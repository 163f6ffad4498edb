package clipscope.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The picture formats that are read, for dialogs and texts.
public final class ImageFormats {

    private ImageFormats() {}

    /// {@return the endings of image files, without the point, in lower case}
    public static List<String> extensions() {
        return Arrays.stream(ImageFormat.values())
                .flatMap(format -> format.extensions().stream())
                .toList();
    }

    /// {@return the names of the formats, as people write them}
    public static List<String> names() {
        return Arrays.stream(ImageFormat.values()).map(ImageFormat::label).toList();
    }

    /// {@return whether the file's name ends as image files do}
    public static boolean hasImageExtension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int point = name.lastIndexOf('.');
        return point >= 0 && extensions().contains(name.substring(point + 1));
    }
}
