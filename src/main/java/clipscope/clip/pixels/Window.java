package clipscope.clip.pixels;

/// A rectangle of a resized picture. It may reach beyond the picture.
///
/// **Unit:** pixels. Long, since a strip of one pixel's width becomes 224 times longer than it was.
record Window(long left, long top, int width, int height) {}
