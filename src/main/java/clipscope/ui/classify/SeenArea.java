package clipscope.ui.classify;

import clipscope.clip.pixels.CropBox;

/// The part of a picture that the model sees.
///
/// **Unit:** fractions of the picture's width and height, so that it fits the picture at any size.
///
/// **Thread:** Immutable.
public record SeenArea(double left, double top, double width, double height) {

    /// {@return what a crop leaves of a picture; of one that is padded, all of that side}
    static SeenArea of(CropBox box, double width, double height) {
        double left = Math.clamp(box.x() / width, 0, 1);
        double top = Math.clamp(box.y() / height, 0, 1);
        double right = Math.clamp((box.x() + box.width()) / width, left, 1);
        double bottom = Math.clamp((box.y() + box.height()) / height, top, 1);
        return new SeenArea(left, top, right - left, bottom - top);
    }

    /// {@return how much of the picture is cut away, 0 to 1}
    public double cutAway() {
        return 1 - width * height;
    }
}
