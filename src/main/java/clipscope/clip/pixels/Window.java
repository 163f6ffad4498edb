package clipscope.clip.pixels;

/// The stretch of a resized axis that is wanted: `count` pixels from `first` on, some of which may lie
/// outside.
///
/// @param size the length of the whole axis; a long, since a very long picture is never made in full
/// @param first may be negative, where a crop is larger than the picture
record Window(long size, long first, int count) {

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
