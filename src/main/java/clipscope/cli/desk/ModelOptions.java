package clipscope.cli.desk;

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
            description = "auto, fp32 or bf16. Default: auto, the faster of the two on this machine.")
    private @Nullable Precision precision;

    /// {@return the model's folder, empty for the bundled one}
    public Optional<Path> model() {
        return Optional.ofNullable(model);
    }

    /// {@return the precision asked for, if any was}
    public Optional<Precision> precision() {
        return Optional.ofNullable(precision);
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
            throw new TypeConversionException("'%s' is none of auto, fp32, bf16".formatted(value));
        }
    }
}
