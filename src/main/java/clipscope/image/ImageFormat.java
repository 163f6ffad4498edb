package clipscope.image;

import java.util.List;

/// A picture format that is read.
public enum ImageFormat {
    JPEG("JPEG"),
    PNG("PNG"),
    GIF("GIF"),
    BMP("BMP"),
    WEBP("WebP"),
    TIFF("TIFF");

    private final String label;

    ImageFormat(String label) {
        this.label = label;
    }

    /// {@return the name as people write it}
    public String label() {
        return label;
    }

    /// {@return the endings of its files, without the point}
    public List<String> extensions() {
        return switch (this) {
            case JPEG -> List.of("jpg", "jpeg", "jpe", "jfif");
            case PNG -> List.of("png");
            case GIF -> List.of("gif");
            case BMP -> List.of("bmp", "dib");
            case WEBP -> List.of("webp");
            case TIFF -> List.of("tif", "tiff");
        };
    }
}
