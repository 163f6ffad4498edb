package clipscope.clip.pixels;

import clipscope.image.PixelImage;
import java.util.ArrayList;
import java.util.List;

/// Where the four corners and the middle of a picture lie once its shorter edge is a seventh longer than the
/// tower's.
///
/// **Unit:** pixels of the resized picture.
///
/// @param across the columns of each crop
/// @param down the rows of each crop
record FiveCrops(int pictureWidth, int pictureHeight, List<Window> across, List<Window> down) {

    private static final double LARGER = 8.0 / 7;

    /// @param width of each crop
    /// @param height of each crop
    static FiveCrops of(int pictureWidth, int pictureHeight, int width, int height) {
        double scale = Math.max(LARGER * width / pictureWidth, LARGER * height / pictureHeight);
        long wide = Math.max(width, Math.round(pictureWidth * scale));
        long high = Math.max(height, Math.round(pictureHeight * scale));
        Window left = new Window(wide, 0, width);
        Window right = new Window(wide, wide - width, width);
        Window top = new Window(high, 0, height);
        Window bottom = new Window(high, high - height, height);
        return new FiveCrops(
                pictureWidth,
                pictureHeight,
                List.of(left, right, left, right, new Window(wide, (wide - width) / 2, width)),
                List.of(top, top, bottom, bottom, new Window(high, (high - height) / 2, height)));
    }

    /// {@return the five, each resized only where it is needed}
    List<PixelImage> cut(PixelImage image, Resample filter) {
        List<PixelImage> crops = new ArrayList<>();
        for (int i = 0; i < across.size(); i++) {
            crops.add(Resize.apply(image, across.get(i), down.get(i), filter));
        }
        return crops;
    }

    /// {@return the five as parts of the picture}
    List<CropBox> boxes() {
        List<CropBox> boxes = new ArrayList<>();
        for (int i = 0; i < across.size(); i++) {
            Window columns = across.get(i);
            Window rows = down.get(i);
            double perColumn = (double) pictureWidth / columns.size();
            double perRow = (double) pictureHeight / rows.size();
            boxes.add(new CropBox(
                    columns.first() * perColumn,
                    rows.first() * perRow,
                    columns.count() * perColumn,
                    rows.count() * perRow));
        }
        return boxes;
    }
}
