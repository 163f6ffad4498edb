package clipscope.doctor;

import clipscope.clip.EngineFacts;
import clipscope.clip.MachineSpeedMemory;
import clipscope.doctor.ProgramFacts.Drawing;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Finds out what this machine and this program are. Asks nobody but the machine.
///
/// **Thread:** Immutable.
///
/// @param version of the program
/// @param places what the program keeps, by what it is: "settings"
/// @param speed what was measured
/// @param files in which the system tells of the machine
/// @param nvidia tells of graphics cards
public record Doctor(
        String version,
        SequencedMap<String, Path> places,
        MachineSpeedMemory speed,
        SystemFiles files,
        NvidiaProgram nvidia) {

    /// Starts the engine, if it was not started. Belongs on the inference thread.
    public static Diagnosis.Engine lookAtEngine() {
        try {
            return new Diagnosis.Engine.Running(EngineFacts.look());
        } catch (ProblemException e) {
            return new Diagnosis.Engine.NotRunning(e.problem());
        }
    }

    /// Looks at everything else. Reads files and folders: not for the JavaFX thread.
    public Diagnosis examine(Drawing drawing, Diagnosis.Engine engine, Optional<ModelInUse> model) {
        return new Diagnosis(
                ProgramFacts.look(version, drawing),
                MachineFacts.look(files, nvidia),
                engine,
                model,
                speed.remembered(),
                places.entrySet().stream().map(Doctor::look).toList());
    }

    private static Place look(Map.Entry<String, Path> place) {
        return Place.look(place.getKey(), place.getValue());
    }
}
