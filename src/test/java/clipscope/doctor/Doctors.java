package clipscope.doctor;

import clipscope.clip.MachineSpeed;
import clipscope.clip.MachineSpeedMemory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Doctors for tests.
public final class Doctors {

    private Doctors() {}

    /// {@return one that looks at this machine, and measured it once}
    public static Doctor here(Path folder) {
        MachineSpeedMemory speed = new MachineSpeedMemory(folder.resolve("speed.json"));
        speed.remember(new MachineSpeed(390e9, 2130e9));
        return new Doctor("1.2.3", places(folder), speed, SystemFiles.OF_MACHINE, noProgram());
    }

    /// {@return one that looks at this machine, and sees a card of NVIDIA's in it}
    public static Doctor withCard(Path folder) {
        return new Doctor(
                "1.2.3",
                places(folder),
                new MachineSpeedMemory(folder.resolve("speed.json")),
                SystemFiles.OF_MACHINE,
                new NvidiaProgram(List.of("sh", "-c", "echo 'NVIDIA GeForce RTX 4090, 551.23'")));
    }

    /// {@return one that is told of a machine by the files in a folder}
    static Doctor of(Path root, NvidiaProgram program) {
        return new Doctor(
                "1.2.3",
                places(root),
                new MachineSpeedMemory(root.resolve("speed.json")),
                new SystemFiles(root),
                program);
    }

    static NvidiaProgram noProgram() {
        return new NvidiaProgram(List.of("no such program of NVIDIA's"));
    }

    private static SequencedMap<String, Path> places(Path folder) {
        SequencedMap<String, Path> places = new LinkedHashMap<>();
        places.put("settings", folder.resolve("settings.json"));
        places.put("models", folder.resolve("models"));
        return places;
    }
}
