package clipscope.clip.tower;

/// What sizes of towers must fulfil.
final class Sizes {

    private Sizes() {}

    static void check(int imageSize, int patchSize, int dimensions) {
        if (patchSize <= 0 || imageSize < patchSize || dimensions <= 0) {
            throw new IllegalArgumentException(
                    "image %d, patch %d, dimensions %d".formatted(imageSize, patchSize, dimensions));
        }
    }

    static void checkText(int vocabularySize, int contextLength, int dimensions) {
        if (vocabularySize <= 0 || contextLength <= 0 || dimensions <= 0) {
            throw new IllegalArgumentException(
                    "vocabulary %d, context %d, dimensions %d".formatted(vocabularySize, contextLength, dimensions));
        }
    }

    static int square(int side) {
        return Math.multiplyExact(side, side);
    }
}
