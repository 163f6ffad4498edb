package clipscope.clip.engine;

/// The sizes of a transformer.
public record TowerSpec(
        int width, int layers, int heads, int mlpWidth, Activation activation, double layerNormEpsilon) {}
