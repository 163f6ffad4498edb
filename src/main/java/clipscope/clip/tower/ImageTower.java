package clipscope.clip.tower;

import java.util.List;

/// A tower that looks at pictures. A new architecture is a new class here.
///
/// **Thread:** Immutable.
public sealed interface ImageTower permits ClipVision, SiglipVision, ResNetVision {

    /// {@return the side in pixels of the pictures that it was trained with}
    int imageSize();

    /// {@return the side in pixels of the square that one state stands for}
    int patchSize();

    /// {@return D, the length of a state}
    int width();

    /// {@return how many blocks it has}
    int layers();

    /// {@return H, in how many parts attention is computed}
    int heads();

    /// {@return E, the length of an embedding}
    int dimensions();

    /// {@return what a checkpoint must have for it, in the order that the program takes}
    List<WeightSpec> weights();

    /// {@return the matrix products for a picture of the trained size, attention's own left out}
    List<MatrixProduct> products();

    /// {@return how many states lie along a side of a picture}
    ///
    /// @param imageSize in pixels; what is left over at the right and at the bottom is not looked at
    default int patchGrid(int imageSize) {
        return imageSize / patchSize();
    }

    /// {@return the multiplications and additions for one picture, roughly: those of the matrices}
    default double operationsPerImage() {
        return products().stream().mapToDouble(MatrixProduct::operations).sum();
    }
}
