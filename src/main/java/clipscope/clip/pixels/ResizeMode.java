package clipscope.clip.pixels;

/// How an image of any shape comes to the size of the model.
public enum ResizeMode {
    /// The shorter edge gets the target's length, the longer one follows in proportion.
    SHORTEST_EDGE,
    /// The longer edge gets the target's length, the shorter one follows in proportion; the crop fills it up.
    ///
    /// **Source:** `ResizeKeepRatio` in `transform.py` of mlfoundations/open_clip.
    LONGEST_EDGE,
    /// Both edges get their target's length, whatever that does to the proportions.
    SQUASH
}
