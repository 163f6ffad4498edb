package clipscope.clip.pixels;

/// The stretch of a resized axis that is wanted: `count` pixels from `first` on, some of which may lie
/// outside.
///
/// @param size the length of the whole axis; a long, since a very long picture is never made in full
/// @param first may be negative, where a crop is larger than the picture
record Window(long size, long first, int count) {

    /// {@return the middle of an axis}
    ///
    /// Rounded down, as Hugging Face's `center_crop` does; a picture smaller than the crop has zeros around
    /// it, and the odd one of them before it.
    static Window centre(long size, int count) {
        return new Window(size, Math.floorDiv(size - count, 2), count);
    }

    static Window whole(long size) {
        return new Window(size, 0, Math.toIntExact(size));
    }

    /// {@return the position in the window of the first pixel that is inside the picture}
    int begin() {
        return (int) Math.max(0, -first);
    }

    /// {@return the position in the window after the last pixel that is inside the picture}
    int end() {
        return (int) Math.min(count, size - first);
    }
}
