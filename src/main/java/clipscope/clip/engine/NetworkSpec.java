package clipscope.clip.engine;

/// The sizes of a network.
public record NetworkSpec(
        TowerSpec vision,
        TowerSpec text,
        int imageSize,
        int patchSize,
        int contextLength,
        int vocabularySize,
        int dimensions) {}
