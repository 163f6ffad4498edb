package clipscope.clip;

import clipscope.clip.engine.TorchDevice;
import clipscope.clip.engine.TorchRuntime;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The engine that models compute with, as it is on this machine.
///
/// **Thread:** Immutable.
///
/// @param version "PyTorch 2.7.1"
/// @param djl the version of the library between Java and the engine
/// @param libraries the folder its native libraries were loaded from
/// @param threads how many compute at present
/// @param graphicsCard what [Device#AUTO] takes in place of the processor; empty if there is none
/// @param obstacles why the engine cannot compute on a graphics card, in its own words
public record EngineFacts(
        String version,
        String djl,
        Path libraries,
        int threads,
        Optional<Device> graphicsCard,
        Map<Device, String> obstacles) {

    public EngineFacts {
        obstacles = Map.copyOf(obstacles);
    }

    /// {@return whether its native libraries are those that were fetched for NVIDIA's cards, by the name of
    /// their folder}
    public boolean buildForCards() {
        return String.valueOf(libraries.getFileName()).matches("[0-9.]+-cu[0-9]+");
    }

    /// Starts the engine if it was not started. Belongs on the inference thread.
    ///
    /// @throws ProblemException if it does not start
    public static EngineFacts look() throws ProblemException {
        TorchRuntime runtime = TorchRuntime.start();
        Map<Device, String> obstacles = new EnumMap<>(Device.class);
        for (TorchDevice card : new TorchDevice[] {TorchDevice.CUDA, TorchDevice.MPS}) {
            runtime.obstacle(card).ifPresent(reason -> obstacles.put(Device.of(card), reason));
        }
        return new EngineFacts(
                runtime.version(),
                TorchRuntime.libraryVersion(),
                Path.of(TorchRuntime.libraryFolder()),
                runtime.threads(),
                runtime.graphicsCard().map(Device::of),
                obstacles);
    }
}
