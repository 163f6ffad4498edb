package clipscope.zoo.download;

import clipscope.clip.MachineSpeed;
import clipscope.clip.MachineSpeedMemory;
import clipscope.settings.DownloadSettings;
import clipscope.zoo.Shelf;
import clipscope.zoo.catalogue.OwnModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Zoos for tests: an empty catalogue, and nothing of this machine.
public final class Zoos {

    private Zoos() {}

    /// {@return one whose shelf is `shelf` in the folder}
    public static Zoo in(Path folder) {
        return in(folder, "{\"models\": []}", Map.of());
    }

    /// {@return one with the program's catalogue, and a machine as fast as the one the design was measured
    /// on}
    public static Zoo ofProgram(Path folder) {
        try {
            Files.createDirectories(folder);
            new MachineSpeedMemory(folder.resolve("speed.json")).remember(new MachineSpeed(390e9, 2130e9));
            return in(folder, Files.readString(Path.of("models", "catalog.json")), Map.of("HF_HOME", "none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return one with a catalogue of its own}
    ///
    /// @param environment variables
    public static Zoo in(Path folder, String catalogue, Map<String, String> environment) {
        try {
            Path listed = Files.writeString(folder.resolve("catalog.json"), catalogue);
            Shelf shelf = new Shelf(folder.resolve("shelf"));
            return new Zoo(
                    shelf,
                    listed,
                    new OwnModels(folder.resolve("own.json")),
                    new Downloads(shelf, () -> DownloadSettings.DEFAULTS, environment, folder.resolve("home")),
                    new MachineSpeedMemory(folder.resolve("speed.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
