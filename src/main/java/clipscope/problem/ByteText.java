package clipscope.problem;

import clipscope.language.Texts;

/// Sizes of files as people read them: powers of ten, three digits.
public final class ByteText {

    private static final Texts TEXTS = Texts.beside(ByteText.class);

    private static final double THOUSAND = 1000;
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    private ByteText() {}

    /// {@return "512 bytes", "9.1 MB", "605 MB", "1.71 GB"}
    public static String of(long bytes) {
        if (bytes < THOUSAND) {
            return TEXTS.get("bytes", bytes);
        }
        double value = bytes;
        int unit = -1;
        while (value >= 999.5) {
            value /= THOUSAND;
            unit++;
        }
        String number = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
        String digits =
                number.formatted(value).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
        return digits + " " + UNITS[unit];
    }
}
