package clipscope.image.jpeg;

/// Smooths chroma that is stored for every second row only.
///
/// The JDK's libjpeg gives both rows the same chroma; Pillow's libjpeg-turbo weighs the nearer stored row
/// three times and the next nearest once. Files like that come from turning a 4:2:2 picture without loss.
///
/// **Source:** `h1v2_fancy_upsample` in `jdsample.c` of libjpeg-turbo.
final class ChromaRows {

    private ChromaRows() {}

    /// Smooths the second and third channel in place.
    ///
    /// @param ycc three channels a pixel, each pair of rows with the same chroma
    static void smooth(byte[] ycc, int width) {
        int rowBytes = 3 * width;
        int rows = ycc.length / rowBytes;
        int stored = (rows + 1) / 2;
        byte[] chroma = new byte[stored * rowBytes];
        for (int y = 0; y < stored; y++) {
            System.arraycopy(ycc, 2 * y * rowBytes, chroma, y * rowBytes, rowBytes);
        }
        for (int y = 0; y < rows; y++) {
            int near = y / 2 * rowBytes;
            int next = Math.clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, stored - 1) * rowBytes;
            int half = 1 + y % 2; // rounds up and down in turn
            for (int x = 0; x < rowBytes; x += 3) {
                for (int i = x + 1; i <= x + 2; i++) {
                    ycc[y * rowBytes + i] =
                            (byte) ((3 * (chroma[near + i] & 0xff) + (chroma[next + i] & 0xff) + half) >> 2);
                }
            }
        }
    }
}
