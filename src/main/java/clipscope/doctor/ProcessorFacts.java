package clipscope.doctor;

import clipscope.clip.engine.Processor;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The processor.
///
/// **Thread:** Immutable.
///
/// @param features empty where the system does not tell
/// @param cores to compute with
/// @param processors as the system counts them: two for a core with two threads
public record ProcessorFacts(String name, Optional<Set<ProcessorFeature>> features, int cores, int processors) {

    public ProcessorFacts {
        features = features.map(Set::copyOf);
    }

    static ProcessorFacts look(SystemFiles files) {
        return new ProcessorFacts(
                Processor.name(),
                features(files),
                Processor.cores(),
                Runtime.getRuntime().availableProcessors());
    }

    /// {@return what Linux says: a line of flags, which Arm's processors call features}
    static Optional<Set<ProcessorFeature>> features(SystemFiles files) {
        return files.value("proc/cpuinfo", "flags")
                .or(() -> files.value("proc/cpuinfo", "Features"))
                .map(ProcessorFacts::parse);
    }

    private static Set<ProcessorFeature> parse(String flags) {
        List<String> all = Arrays.asList(flags.split("\\s+"));
        Set<ProcessorFeature> features = EnumSet.noneOf(ProcessorFeature.class);
        for (ProcessorFeature feature : ProcessorFeature.values()) {
            if (all.contains(feature.flag())) {
                features.add(feature);
            }
        }
        return features;
    }
}
