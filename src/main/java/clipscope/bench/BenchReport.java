package clipscope.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What was measured.
///
/// **Thread:** Immutable.
///
/// @param peakMemoryBytes the most memory the process had, mapped weights that were read included; empty
///     where the system does not tell
public record BenchReport(
        Machine machine,
        String model,
        String architecture,
        List<Encoding> encodings,
        List<Preparing> preparing,
        OptionalLong peakMemoryBytes) {

    public BenchReport {
        encodings = List.copyOf(encodings);
        preparing = List.copyOf(preparing);
    }

    /// The machine, as its system describes it.
    public record Machine(String processor, int processors, String system, String java) {}

    /// A model in one precision.
    ///
    /// @param opening how long that takes
    /// @param pipelinePerSecond files of pictures to embeddings, all cores at it
    /// @param prompts empty if the model came without a tokenizer
    public record Encoding(
            String precision,
            Opening opening,
            List<Rate> images,
            List<Rate> texts,
            double pipelinePerSecond,
            Optional<Prompts> prompts) {

        public Encoding {
            images = List.copyOf(images);
            texts = List.copyOf(texts);
        }
    }

    /// How long a model takes from its files, read before, to its first embedding.
    ///
    /// @param loadSeconds until it can be given a picture
    /// @param firstImageSeconds of the first picture, for which matrices are put in order; later ones take
    ///     less
    public record Opening(double loadSeconds, double firstImageSeconds) {}

    /// How fast many prompts go: labels in templates.
    ///
    /// @param perSecond in batches of like length, as they are encoded here
    /// @param paddedPerSecond in float32, each filled up to the model's whole context
    public record Prompts(double perSecond, double paddedPerSecond) {

        /// {@return the part of the time that is needed}
        public double share() {
            return paddedPerSecond / perSecond;
        }
    }

    /// How fast a batch goes.
    ///
    /// **Unit:** inputs a second.
    ///
    /// @param limit what the matrix products alone allow
    public record Rate(int batch, double perSecond, double limit) {

        /// {@return how much of the limit was reached}
        public double share() {
            return perSecond / limit;
        }

        /// {@return how long one batch takes}
        public double milliseconds() {
            return 1000 * batch / perSecond;
        }
    }

    /// How fast one core turns picture files into what the image tower takes.
    ///
    /// @param exactPerSecond every pixel decoded
    /// @param reducedPerSecond decoded at the size that is needed
    public record Preparing(String picture, double exactPerSecond, double reducedPerSecond) {}
}
