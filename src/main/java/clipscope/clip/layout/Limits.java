package clipscope.clip.layout;

/// The greatest sizes that a configuration may ask for: far above those of any model, and such that their
/// products still fit into numbers.
final class Limits {

    static final int WIDTH = 16_384; // six times the widest tower, bigG's of 2,560
    static final int MLP_WIDTH = 4 * WIDTH;
    static final int LAYERS = 1_000;
    static final int SIDE = 8_192; // pixels
    static final int CONTEXT = 65_536;
    static final int VOCABULARY = 10_000_000;

    private Limits() {}
}
