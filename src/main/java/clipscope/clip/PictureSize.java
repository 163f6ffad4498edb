package clipscope.clip;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The side of the square picture that an image tower is given, and the others it could be given.
///
/// Another size than that of the training has the position embeddings resized: more patches look closer,
/// with embeddings a little off those the model learned, for work that grows with their number.
///
/// **Unit:** pixels.
///
/// **Thread:** Immutable.
///
/// @param used what the model is given now
/// @param trained what it was trained with
/// @param patch the side of one patch; every size is a multiple of it
public record PictureSize(int used, int trained, int patch) {

    static final int MOST_PATCHES = 128; // along a side; attention looks at the fourth power of it

    private static final int[] HALVES = {2, 3, 4, 6}; // the training's size, and half, twice, thrice as much

    /// {@return the size of the training}
    public static PictureSize asTrained(int trained, int patch) {
        return new PictureSize(trained, trained, patch);
    }

    public boolean isAsTrained() {
        return used == trained;
    }

    /// {@return whether the tower could be given pictures of that size}
    boolean allows(int size) {
        return size == trained || (size % patch == 0 && size >= patch && size <= MOST_PATCHES * patch);
    }

    /// {@return the sizes worth offering, ascending: that of the training, larger ones of whole patches, and
    /// the one in use}
    public List<Integer> choices() {
        IntStream larger = IntStream.of(HALVES)
                .map(halves -> halves == 2 ? trained : trained * halves / 2 / patch * patch)
                .filter(this::allows);
        return IntStream.concat(larger, IntStream.of(used))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /// {@return what to ask for to have pictures of that size: nothing for that of the training}
    public OptionalInt asked(int size) {
        return size == trained ? OptionalInt.empty() : OptionalInt.of(size);
    }

    /// {@return how many patches there are along a side}
    public int patches(int size) {
        return size / patch;
    }

    /// {@return how many times as many patches there are as at the size of the training}
    public double patchesOfTrained(int size) {
        double ratio = patches(size) / (double) patches(trained);
        return ratio * ratio;
    }
}
