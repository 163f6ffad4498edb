package clipscope.image;

/// How even a picture is, by which drawings are told from photographs.
///
/// Drawings have areas of one colour; photographs have not, since light and sensor differ from pixel to
/// pixel. Of 3,584 drawings by three hands that the bundled model never saw, the least even has 0.42; of 300
/// pieces of 12 photographs of nature, 97 % have less than 0.15. Drawings saved as JPEG stay above 0.4.
public final class Evenness {

    /// Pictures with less than this look like photographs.
    public static final double OF_PHOTOGRAPHS = 0.15;

    private static final int EDGE = 64; // pixels: small enough that noise of compression is averaged away

    private Evenness() {}

    /// {@return the part of neighbouring pixels that are alike when the picture is made small}
    ///
    /// **Range:** [0, 1]; 1 if there are no neighbours.
    public static double of(PixelImage image) {
        PixelImage small = Thumbnail.of(image, EDGE);
        byte[] rgb = small.toBytes();
        int width = small.width();
        int alike = 0;
        int pairs = 0;
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < width; x++) {
                int at = 3 * (y * width + x);
                if (x + 1 < width) {
                    pairs++;
                    alike += same(rgb, at, at + 3) ? 1 : 0;
                }
                if (y + 1 < small.height()) {
                    pairs++;
                    alike += same(rgb, at, at + 3 * width) ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? 1 : (double) alike / pairs;
    }

    private static boolean same(byte[] rgb, int one, int other) {
        return rgb[one] == rgb[other] && rgb[one + 1] == rgb[other + 1] && rgb[one + 2] == rgb[other + 2];
    }
}
