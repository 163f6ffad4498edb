package clipscope.clip;

import java.util.OptionalInt;

/// How a person wants a model to compute.
///
/// **Thread:** Immutable.
///
/// @param imageSize the side in pixels of the pictures that it is given; empty for that of its training.
///     Larger ones have more patches, and so finer heat maps
/// @param threads how many compute on the processor; empty for one on each core
public record Computing(Precision precision, Device device, OptionalInt imageSize, OptionalInt threads) {

    /// As fast as this machine can.
    public static final Computing AUTO = in(Precision.AUTO);

    /// {@return a precision, on whatever device is there}
    public static Computing in(Precision precision) {
        return new Computing(precision, Device.AUTO, OptionalInt.empty(), OptionalInt.empty());
    }

    public Computing on(Device other) {
        return new Computing(precision, other, imageSize, threads);
    }

    public Computing withImageSize(OptionalInt size) {
        return new Computing(precision, device, size, threads);
    }

    public Computing withThreads(OptionalInt count) {
        return new Computing(precision, device, imageSize, count);
    }
}
