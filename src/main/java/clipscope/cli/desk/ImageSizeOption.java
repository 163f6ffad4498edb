package clipscope.cli.desk;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// At which size pictures are given to the model.
public final class ImageSizeOption {

    @Option(
            names = "--image-size",
            paramLabel = "N",
            description = {
                "The side in pixels of the pictures that the model is given, a multiple of its patch size. More is",
                "finer and slower. Default: the size it was trained with."
            })
    private @Nullable Integer size;

    /// {@return the size asked for, if any was}
    public OptionalInt size() {
        return size == null ? OptionalInt.empty() : OptionalInt.of(size);
    }
}
