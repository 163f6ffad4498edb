package clipscope.image.file;

import clipscope.image.ImageFormat;
import clipscope.language.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a file is, by its first bytes: its name may say anything.
public final class FileBeginning {

    private static final Texts TEXTS = Texts.beside(FileBeginning.class);

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
            picture("what.heic", "????ftyphei"),
            picture("what.heic", "????ftyphev"),
            picture("what.heic", "????ftypmif1"),
            picture("what.heic", "????ftypmsf1"),
            picture("what.avif", "????ftypavi"),
            picture("what.jpeg2000", "\0\0\0\u000cjP  "),
            picture("what.jpeg2000", "\u00ffO\u00ffQ"),
            picture("what.jpegxl", "\0\0\0\u000cJXL "),
            picture("what.jpegxl", "\u00ff\n"),
            picture("what.photoshop", "8BPS"),
            picture("what.icon", "\0\0\u0001\0"),
            picture("what.dds", "DDS "),
            picture("what.pnm", "P1\n"),
            picture("what.pnm", "P2\n"),
            picture("what.pnm", "P3\n"),
            picture("what.pnm", "P4\n"),
            picture("what.pnm", "P5\n"),
            picture("what.pnm", "P6\n"),
            picture("what.qoi", "qoif"),
            picture("what.fits", "SIMPLE  ="),
            picture("what.raw", "????ftypcrx "),
            picture("what.raw", "FUJIFILMCCD-RAW"),
            picture("what.svg", "<svg"),
            other("what.video", "????ftyp"),
            other("what.video", "\u001aE\u00df\u00a3"),
            other("what.video", "RIFF????AVI "),
            other("what.sound", "RIFF????WAVE"),
            other("what.sound", "ID3"),
            other("what.sound", "OggS"),
            other("what.sound", "fLaC"),
            other("what.pdf", "%PDF"),
            other("what.page", "<!DOCTYPE"),
            other("what.page", "<!doctype"),
            other("what.page", "<html"),
            other("what.xml", "<?xml"),
            other("what.archive", "PK\u0003\u0004"),
            other("what.archive", "\u001f\u008b"),
            other("what.archive", "7z\u00bc\u00af"),
            other("what.archive", "Rar!"),
            other("what.program", "\u007fELF"),
            other("what.program", "MZ"));

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
                throw new Unreadable(TEXTS.get(foreign.sentence(), TEXTS.get(foreign.what())));
            }
        }
        throw new Unreadable(TEXTS.get(isText(file) ? "none.text" : "none"));
    }

    private record Picture(ImageFormat format, String beginning) {}

    /// @param sentence the key of what is said of it
    /// @param what the key of what it is
    private record Foreign(String sentence, String what, String beginning) {}

    private static Foreign picture(String what, String beginning) {
        return new Foreign("foreign.picture", what, beginning);
    }

    private static Foreign other(String what, String beginning) {
        return new Foreign("foreign.other", what, beginning);
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
