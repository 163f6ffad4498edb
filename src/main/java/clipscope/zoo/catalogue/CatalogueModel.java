package clipscope.zoo.catalogue;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A checkpoint that can be had.
///
/// **Thread:** Immutable.
///
/// @param id by which commands call it, and its name on the shelf
/// @param name of the architecture, as people know it: "ViT-B/32"
/// @param by whoever trained it, or the data it was trained on
/// @param goodFor in a few words, empty if nobody said
/// @param licence in a few words, empty if nobody said
public record CatalogueModel(
        String id, String name, String by, String goodFor, ModelSource source, String licence, Facts facts) {

    /// What is known of a checkpoint in numbers.
    ///
    /// @param parameters of both towers, in millions
    /// @param bytesPerWeight in its file
    /// @param pixels the side of the pictures it looks at
    /// @param gigaOperations multiplications and additions for one picture, in 10⁹
    /// @param imageNet published zero-shot accuracy on ImageNet's 1000 classes, in per cent
    public record Facts(
            OptionalDouble parameters,
            OptionalInt bytesPerWeight,
            OptionalInt pixels,
            OptionalDouble gigaOperations,
            OptionalDouble imageNet) {

        /// Of a checkpoint of which nothing is known.
        public static final Facts UNKNOWN = new Facts(
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());

        /// {@return about how many bytes the weights are to download}
        public OptionalLong weightBytes() {
            return parameters.isPresent() && bytesPerWeight.isPresent()
                    ? OptionalLong.of(Math.round(parameters.getAsDouble() * 1e6 * bytesPerWeight.getAsInt()))
                    : OptionalLong.empty();
        }

        /// {@return about how many bytes of memory it takes while it computes}
        public OptionalLong memoryBytes() {
            return parameters.isPresent()
                    ? OptionalLong.of(Math.round(parameters.getAsDouble() * 1e6 * BYTES_IN_MEMORY) + PROGRAM_BYTES)
                    : OptionalLong.empty();
        }
    }

    /// Float32 as mapped, and bfloat16 beside it where that is computed in.
    private static final int BYTES_IN_MEMORY = 4 + 2;

    private static final long PROGRAM_BYTES = 400_000_000; // window, engine and a batch, beside the weights
}
