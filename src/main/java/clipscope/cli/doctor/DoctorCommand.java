package clipscope.cli.doctor;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.ModelOptions;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.clip.ClipModel;
import clipscope.doctor.Diagnosis;
import clipscope.doctor.DiagnosisText;
import clipscope.doctor.Doctor;
import clipscope.doctor.ModelInUse;
import clipscope.doctor.ProgramFacts.Drawing;
import clipscope.problem.ProblemException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `clipscope doctor`: what this machine and this program are.
@Command(
        name = "doctor",
        description = {
            "Says what this machine is, what the engine can use of it, how a model computes here and why not better,",
            "and where everything is kept. Asks nobody but the machine."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {

    private final CommandSetup setup;
    private final CommandIo io;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    public DoctorCommand(CommandSetup setup, CommandIo io) {
        this.setup = setup;
        this.io = io;
    }

    @Override
    public Integer call() throws ProblemException {
        Doctor doctor = setup.doctor();
        Diagnosis.Engine engine = Doctor.lookAtEngine();
        boolean runs = engine instanceof Diagnosis.Engine.Running;
        Optional<ModelInUse> inUse = runs ? Optional.of(open()) : Optional.empty();
        if (runs) {
            doctor.speed().recall(); // half a second, if it was never measured here
        }
        Diagnosis diagnosis = doctor.examine(Drawing.none(), engine, inUse);
        io.results().print(json ? DiagnosisJson.of(diagnosis) : DiagnosisText.of(diagnosis));
        return runs ? ExitStatus.DONE : ExitStatus.UNUSABLE;
    }

    private ModelInUse open() throws ProblemException {
        try (ClipModel opened = setup.load(setup.place(model.model()), model.computing())) {
            return ModelInUse.of(opened, model.computing(), 0);
        }
    }
}
