package clipscope.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// A kind of image file that can be read, with what people call it and how its files are named.
public enum ImageFormat {
    JPEG("JPEG", "jpg", "jpeg", "jpe", "jfif"),
    PNG("PNG", "png", "apng"),
    WEBP("WebP", "webp"),
    GIF("GIF", "gif"),
    TIFF("TIFF", "tif", "tiff"),
    BMP("BMP", "bmp", "dib");

    /// As many first bytes of a file as [#sniff] and [#describe] look at.
    static final int HEAD_BYTES = 64;

    private final String title;
    private final List<String> extensions;

    ImageFormat(String title, String... extensions) {
        this.title = title;
        this.extensions = List.of(extensions);
    }

    /// {@return the name as people write it}
    public String title() {
        return title;
    }

    /// {@return the extensions of its files, in lower case, without the dot}
    public List<String> extensions() {
        return extensions;
    }

    /// {@return the extensions of all formats, in lower case, without the dot}
    public static List<String> allExtensions() {
        return Arrays.stream(values()).flatMap(f -> f.extensions.stream()).toList();
    }

    /// {@return whether a file is called as image files are}
    public static boolean isImageName(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            return false;
        }
        String text = name.toString();
        String extension = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return text.indexOf('.') >= 0 && allExtensions().contains(extension);
    }

    /// {@return the format by a file's first bytes; its name is of no account}
    static Optional<ImageFormat> sniff(byte[] head) {
        if (begins(head, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (begins(head, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (begins(head, 0, "RIFF") && begins(head, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        if (begins(head, 0, "GIF87a") || begins(head, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (begins(head, 0, "II*\0") || begins(head, 0, "MM\0*") || isBigTiff(head)) {
            return Optional.of(TIFF);
        }
        return begins(head, 0, "BM") ? Optional.of(BMP) : Optional.empty();
    }

    private static boolean isBigTiff(byte[] head) {
        return begins(head, 0, "II+\0") || begins(head, 0, "MM\0+");
    }

    /// {@return what a file that is none of these seems to be, for a message: "a PDF"}
    static String describe(byte[] head) {
        if (begins(head, 4, "ftyp")) {
            return describeMedia(head);
        }
        return SIGNATURES.stream()
                .filter(s -> begins(head, 0, s.bytes()))
                .map(Signature::name)
                .findFirst()
                .orElseGet(() -> isText(head) ? "a text" : "no kind of file that we know");
    }

    private static String describeMedia(byte[] head) {
        String brand = head.length < 12 ? "" : new String(head, 8, 4, StandardCharsets.ISO_8859_1);
        return switch (brand) {
            case "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1" -> "an HEIC photo, which is not supported";
            case "avif", "avis" -> "an AVIF picture, which is not supported";
            case "crx " -> "a raw photo, which is not supported";
            default -> "a video";
        };
    }

    private record Signature(String bytes, String name) {}

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("%PDF", "a PDF"),
            new Signature("PK\u0003\u0004", "a ZIP archive"),
            new Signature("\u001f\u008b", "a gzip archive"),
            new Signature("8BPS", "a Photoshop picture, which is not supported"),
            new Signature("\0\0\0\u000cjP  ", "a JPEG 2000 picture, which is not supported"),
            new Signature("\u00ff\n", "a JPEG XL picture, which is not supported"),
            new Signature("\0\0\0\u000cJXL ", "a JPEG XL picture, which is not supported"),
            new Signature("\0\0\u0001\0", "an icon, which is not supported"),
            new Signature("\u007fELF", "a program"),
            new Signature("MZ", "a program"),
            new Signature("<svg", "an SVG drawing, which is not supported"),
            new Signature("<!DOCTYPE html", "a web page"),
            new Signature("<html", "a web page"),
            new Signature("RIFF", "a sound or a video"));

    private static boolean begins(byte[] head, int at, String latin1) {
        byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
        int end = at + wanted.length;
        return head.length >= end && Arrays.equals(head, at, end, wanted, 0, wanted.length);
    }

    private static boolean isText(byte[] head) {
        return IntStream.range(0, head.length)
                .map(i -> head[i] & 0xff)
                .allMatch(c -> c >= ' ' && c != 0x7f || c == '\t' || c == '\n' || c == '\r');
    }
}
