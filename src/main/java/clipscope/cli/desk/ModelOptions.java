package clipscope.cli.desk;

import clipscope.clip.Computing;
import clipscope.clip.Device;
import clipscope.clip.Precision;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which model, and how to compute with it.
public final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "The model: a folder, a file, or a name that 'models list' shows. Default: the bundled one.")
    private @Nullable Path model;

    @Option(
            names = "--precision",
            paramLabel = "P",
            converter = PrecisionConverter.class,
            description =
                    "auto, fp32, bf16 or fp16. Default: auto, the fastest on this machine. fp16 is for graphics cards.")
    private @Nullable Precision precision;

    @Option(
            names = "--device",
            paramLabel = "D",
            converter = DeviceConverter.class,
            description = "auto, cpu, cuda or mps. Default: auto, the graphics card if PyTorch reports one.")
    private @Nullable Device device;

    /// {@return the model's folder, empty for the bundled one}
    public Optional<Path> model() {
        return Optional.ofNullable(model);
    }

    /// {@return the precision asked for, if any was}
    public Optional<Precision> precision() {
        return Optional.ofNullable(precision);
    }

    /// {@return the device asked for, if any was}
    public Optional<Device> device() {
        return Optional.ofNullable(device);
    }

    /// {@return how to compute, where nothing else was asked for as fast as this machine can}
    public Computing computing() {
        return Computing.in(precision().orElse(Precision.AUTO)).on(device().orElse(Device.AUTO));
    }

    /// Reads `cuda` for [Device#CUDA].
    static final class DeviceConverter implements ITypeConverter<Device> {

        @Override
        public Device convert(String value) {
            for (Device device : Device.values()) {
                if (device.label().equals(value.toLowerCase(Locale.ROOT))) {
                    return device;
                }
            }
            throw new TypeConversionException("'%s' is none of auto, cpu, cuda, mps".formatted(value));
        }
    }

    /// Reads `fp32` for [Precision#FP32].
    static final class PrecisionConverter implements ITypeConverter<Precision> {

        @Override
        public Precision convert(String value) {
            for (Precision precision : Precision.values()) {
                if (precision.label().equals(value.toLowerCase(Locale.ROOT))) {
                    return precision;
                }
            }
            throw new TypeConversionException("'%s' is none of auto, fp32, bf16, fp16".formatted(value));
        }
    }
}
