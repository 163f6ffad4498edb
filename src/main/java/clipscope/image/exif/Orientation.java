package clipscope.image.exif;

import clipscope.image.PixelImage;
import clipscope.image.file.Block;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

/// How a stored picture is to be turned and mirrored to stand upright.
///
/// **Source:** EXIF 2.3, tag 0x0112.
///
/// @param number 1 to 8; 1 is upright
public record Orientation(int number) {

    private static final Orientation UPRIGHT = new Orientation(1);

    /// {@return what an EXIF block says; upright if it says nothing or nonsense}
    ///
    /// @param exif a TIFF structure: the EXIF block of another format, or a whole TIFF file
    public static Orientation of(Block exif) {
        if (exif.length() == 0) {
            return UPRIGHT;
        }
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(exif.bytes()), metadata);
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer number = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return number == null || number < 1 || number > 8 ? UPRIGHT : new Orientation(number);
    }

    /// {@return the picture upright}
    public PixelImage apply(PixelImage image) {
        int width = image.width();
        int height = image.height();
        int last = width * height - 1;
        return switch (number) { // where the upright picture begins in the stored one, and its steps right and down
            case 2 -> walk(image, width - 1, -1, width);
            case 3 -> walk(image, last, -1, -width);
            case 4 -> walk(image, last - width + 1, 1, -width);
            case 5 -> walk(image, 0, width, 1);
            case 6 -> walk(image, last - width + 1, -width, 1);
            case 7 -> walk(image, last, -width, -1);
            case 8 -> walk(image, width - 1, width, -1);
            default -> image;
        };
    }

    private PixelImage walk(PixelImage image, int start, int right, int down) {
        int width = number >= 5 ? image.height() : image.width();
        int height = number >= 5 ? image.width() : image.height();
        byte[] stored = image.toBytes();
        byte[] upright = new byte[stored.length];
        int to = 0;
        for (int y = 0; y < height; y++) {
            int from = (start + y * down) * 3;
            for (int x = 0; x < width; x++) {
                upright[to++] = stored[from];
                upright[to++] = stored[from + 1];
                upright[to++] = stored[from + 2];
                from += right * 3;
            }
        }
        return PixelImage.adopt(width, height, upright);
    }
}
