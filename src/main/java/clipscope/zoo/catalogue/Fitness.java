package clipscope.zoo.catalogue;

import clipscope.clip.MachineSpeed;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What this machine can do with a checkpoint.
///
/// **Thread:** Immutable.
///
/// @param memory of the machine, in bytes; empty if it does not tell
/// @param speed empty until it was measured
public record Fitness(OptionalLong memory, Optional<MachineSpeed> speed) {

    /// The slowest that is recommended: a thousand pictures in a quarter of an hour.
    private static final double LEAST_PER_SECOND = 1;

    private static final double SHARE_OF_MEMORY = 0.5; // other programs are there too

    /// {@return that of this machine}
    public static Fitness here(Optional<MachineSpeed> speed) {
        long bytes = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getTotalMemorySize()
                : 0;
        return new Fitness(bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty(), speed);
    }

    /// {@return about how many pictures a second it takes here; empty while that is not known}
    public OptionalDouble imagesPerSecond(CatalogueModel model) {
        OptionalDouble operations = model.facts().gigaOperations();
        return speed.isPresent() && operations.isPresent()
                ? OptionalDouble.of(speed.get().imagesPerSecond(operations.getAsDouble() * 1e9))
                : OptionalDouble.empty();
    }

    /// {@return whether it leaves half of the memory to others}
    public boolean fits(CatalogueModel model) {
        OptionalLong needed = model.facts().memoryBytes();
        return needed.isEmpty() || memory.isEmpty() || needed.getAsLong() <= SHARE_OF_MEMORY * memory.getAsLong();
    }

    /// {@return those that fit this machine and that no other which fits beats: none is both as quick and
    /// more accurate, or as accurate and quicker}
    public List<CatalogueModel> recommended(List<CatalogueModel> models) {
        List<CatalogueModel> able = models.stream()
                .filter(model -> model.facts().imageNet().isPresent()
                        && model.facts().gigaOperations().isPresent())
                .filter(this::fits)
                .filter(model -> imagesPerSecond(model).orElse(LEAST_PER_SECOND) >= LEAST_PER_SECOND)
                .toList();
        return able.stream()
                .filter(model -> able.stream().noneMatch(other -> beats(other, model)))
                .toList();
    }

    private static boolean beats(CatalogueModel one, CatalogueModel other) {
        double accuracy =
                one.facts().imageNet().orElse(0) - other.facts().imageNet().orElse(0);
        double work = one.facts().gigaOperations().orElse(0)
                - other.facts().gigaOperations().orElse(0);
        return (accuracy > 0 && work <= 0) || (accuracy >= 0 && work < 0);
    }
}
