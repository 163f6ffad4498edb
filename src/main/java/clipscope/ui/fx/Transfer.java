package clipscope.ui.fx;

import clipscope.image.PixelImage;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What another program handed over, by a drop or through the clipboard.
///
/// **Thread:** Immutable.
///
/// @param files files and folders, as a file manager gives them
/// @param picture pixels, as a browser or an image editor gives them
/// @param content the bytes of a file that has no path here, as a browser gives a picture of a web page
/// @param url where the thing lies, as a browser gives it; empty if there is none
/// @param text anything; empty if there is none
public record Transfer(
        List<Path> files, Optional<PixelImage> picture, Optional<ByteBuffer> content, String url, String text) {

    public Transfer {
        files = List.copyOf(files);
    }

    /// What can be made of a transfer.
    public sealed interface Offer {

        /// Files and folders of this machine; whether they exist has not been looked at.
        record Files(List<Path> paths) implements Offer {

            public Files {
                paths = List.copyOf(paths);
            }
        }

        record Picture(PixelImage pixels) implements Offer {}

        /// A picture's file, by its bytes.
        ///
        /// @param name the last part of its address; empty if there is none
        record Content(String name, ByteBuffer file) implements Offer {}

        /// Only the address of something on the network.
        record Remote(String url) implements Offer {}

        record Nothing() implements Offer {}
    }

    /// {@return the best there is: files rather than the pixels that a browser made of one, both rather than
    /// text}
    public Offer offer() {
        if (!files.isEmpty()) {
            return new Offer.Files(files);
        }
        List<Path> byUrl = paths(url);
        if (!byUrl.isEmpty()) {
            return new Offer.Files(byUrl);
        }
        if (picture.isPresent()) {
            return new Offer.Picture(picture.get());
        }
        List<Path> byText = paths(text);
        if (!byText.isEmpty()) {
            return new Offer.Files(byText);
        }
        if (content.isPresent()) {
            return new Offer.Content(lastPart(remote(url) ? url : text), content.get());
        }
        if (remote(url)) {
            return new Offer.Remote(url.strip());
        }
        return remote(text) ? new Offer.Remote(text.strip()) : new Offer.Nothing();
    }

    /// {@return the files that the lines name, or none if a line is anything else: then it is prose}
    private static List<Path> paths(String lines) {
        List<Path> paths = new ArrayList<>();
        for (String line : lines.lines().map(String::strip).toList()) {
            boolean comment = line.startsWith("#"); // RFC 2483, section 5: a line of text/uri-list that is no address
            if (!line.isEmpty() && !comment) {
                Optional<Path> path = path(line);
                if (path.isEmpty()) {
                    return List.of();
                }
                paths.add(path.get());
            }
        }
        return paths;
    }

    private static Optional<Path> path(String line) {
        try {
            boolean address = line.regionMatches(true, 0, "file:", 0, 5);
            Path path = address ? Path.of(URI.create(line)) : Path.of(unquoted(line));
            return Optional.of(path).filter(Path::isAbsolute);
        } catch (IllegalArgumentException | FileSystemNotFoundException _) { // InvalidPathException is one of the first
            return Optional.empty();
        }
    }

    /// Windows' "Copy as path" puts quotation marks around it.
    private static String unquoted(String line) {
        boolean quoted = line.length() > 2 && line.startsWith("\"") && line.endsWith("\"");
        return quoted ? line.substring(1, line.length() - 1) : line;
    }

    /// Of `https://example.org/a%20cat.jpg?size=2`, "a cat.jpg".
    private static String lastPart(String address) {
        try {
            String path = URI.create(address.strip()).getPath();
            return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static boolean remote(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        return address.lines().count() == 1 && address.matches("(https?|ftp|blob|data):\\S+");
    }
}
