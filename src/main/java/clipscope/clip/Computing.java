package clipscope.clip;

import java.util.OptionalInt;

/// How a person wants a model to compute.
///
/// **Thread:** Immutable.
///
/// @param imageSize the side in pixels of the pictures that it is given; empty for that of its training.
///     Larger ones have more patches, and so finer heat maps
public record Computing(Precision precision, Device device, OptionalInt imageSize) {

    /// As fast as this machine can.
    public static final Computing AUTO = in(Precision.AUTO);

    /// {@return a precision, on whatever device is there}
    public static Computing in(Precision precision) {
        return new Computing(precision, Device.AUTO, OptionalInt.empty());
    }

    public Computing on(Device other) {
        return new Computing(precision, other, imageSize);
    }

    public Computing withImageSize(OptionalInt size) {
        return new Computing(precision, device, size);
    }
}
