package clipscope.image.file;

import clipscope.image.ImageFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a file is, by its first bytes: its name may say anything.
public final class FileBeginning {

    /// How many of a file's first bytes are looked at.
    static final int LENGTH = 64;

    private static final List<Picture> PICTURES = List.of(
            new Picture(ImageFormat.JPEG, "\u00ff\u00d8\u00ff"),
            new Picture(ImageFormat.PNG, "\u0089PNG\r\n\u001a\n"),
            new Picture(ImageFormat.GIF, "GIF87a"),
            new Picture(ImageFormat.GIF, "GIF89a"),
            new Picture(ImageFormat.BMP, "BM"),
            new Picture(ImageFormat.WEBP, "RIFF????WEBP"),
            new Picture(ImageFormat.TIFF, "II*\0"),
            new Picture(ImageFormat.TIFF, "MM\0*"),
            new Picture(ImageFormat.TIFF, "II+\0"),
            new Picture(ImageFormat.TIFF, "MM\0+"));

    private static final List<Foreign> FOREIGN = List.of(
            picture("a HEIC picture", "????ftyphei"),
            picture("a HEIC picture", "????ftyphev"),
            picture("a HEIC picture", "????ftypmif1"),
            picture("a HEIC picture", "????ftypmsf1"),
            picture("an AVIF picture", "????ftypavi"),
            picture("a JPEG 2000 picture", "\0\0\0\u000cjP  "),
            picture("a JPEG 2000 picture", "\u00ffO\u00ffQ"),
            picture("a JPEG XL picture", "\0\0\0\u000cJXL "),
            picture("a JPEG XL picture", "\u00ff\n"),
            picture("a Photoshop file", "8BPS"),
            picture("an icon", "\0\0\u0001\0"),
            picture("a DDS texture", "DDS "),
            picture("a PNM picture", "P1\n"),
            picture("a PNM picture", "P2\n"),
            picture("a PNM picture", "P3\n"),
            picture("a PNM picture", "P4\n"),
            picture("a PNM picture", "P5\n"),
            picture("a PNM picture", "P6\n"),
            picture("a QOI picture", "qoif"),
            picture("a FITS picture", "SIMPLE  ="),
            picture("a camera's raw picture", "????ftypcrx "),
            picture("a camera's raw picture", "FUJIFILMCCD-RAW"),
            picture("a drawing in SVG", "<svg"),
            other("a video", "????ftyp"),
            other("a video", "\u001aE\u00df\u00a3"),
            other("a video", "RIFF????AVI "),
            other("a sound", "RIFF????WAVE"),
            other("a sound", "ID3"),
            other("a sound", "OggS"),
            other("a sound", "fLaC"),
            other("a PDF", "%PDF"),
            other("a web page", "<!DOCTYPE"),
            other("a web page", "<!doctype"),
            other("a web page", "<html"),
            other("XML", "<?xml"),
            other("an archive", "PK\u0003\u0004"),
            other("an archive", "\u001f\u008b"),
            other("an archive", "7z\u00bc\u00af"),
            other("an archive", "Rar!"),
            other("a program", "\u007fELF"),
            other("a program", "MZ"));

    private FileBeginning() {}

    /// {@return the format of the picture that begins so}
    ///
    /// @throws Unreadable if it is no picture that is read, with what it is
    public static ImageFormat format(byte[] file) throws Unreadable {
        for (Picture picture : PICTURES) {
            if (begins(file, picture.beginning())) {
                return picture.format();
            }
        }
        for (Foreign foreign : FOREIGN) {
            if (begins(file, foreign.beginning())) {
                throw new Unreadable(foreign.reason());
            }
        }
        throw new Unreadable(isText(file) ? "not a picture: it is text" : "not a picture of a kind that is read");
    }

    private record Picture(ImageFormat format, String beginning) {}

    private record Foreign(String reason, String beginning) {}

    private static Foreign picture(String what, String beginning) {
        return new Foreign(what + ", which is not read: save it as PNG or JPEG", beginning);
    }

    private static Foreign other(String what, String beginning) {
        return new Foreign("not a picture: the first bytes are those of " + what, beginning);
    }

    private static boolean isText(byte[] file) {
        String text = new String(file, 0, Math.min(file.length, LENGTH), StandardCharsets.UTF_8);
        return text.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r');
    }

    /// A question mark stands for any byte.
    private static boolean begins(byte[] file, String beginning) {
        if (file.length < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            char expected = beginning.charAt(i);
            if (expected != '?' && expected != (file[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
