package clipscope.doctor;

import clipscope.clip.EngineFacts;
import clipscope.clip.MachineSpeed;
import clipscope.problem.Problem;
import java.util.List;
import java.util.Optional;

/// All that was found out.
///
/// **Thread:** Immutable.
///
/// @param model empty if none is open
/// @param speed of large matrix products; empty if it was not measured yet
public record Diagnosis(
        ProgramFacts program,
        MachineFacts machine,
        Engine engine,
        Optional<ModelInUse> model,
        Optional<MachineSpeed> speed,
        List<Place> places) {

    public Diagnosis {
        places = List.copyOf(places);
    }

    /// The engine that models compute with.
    public sealed interface Engine {

        record Running(EngineFacts facts) implements Engine {}

        record NotRunning(Problem problem) implements Engine {}
    }
}
