package clipscope.clip.pixels;

/// How a picture becomes as large as the model takes it.
public enum ResizeMode {
    /// The shorter side gets the target's length, the longer one follows in proportion.
    SHORTEST_EDGE,
    /// Both sides get the target's length, whatever becomes of the proportion.
    SQUASH
}
