package clipscope.ui.models.doctor;

import clipscope.clip.Computing;
import clipscope.doctor.Diagnosis;
import clipscope.doctor.DiagnosisText;
import clipscope.doctor.Doctor;
import clipscope.doctor.ModelInUse;
import clipscope.doctor.ProgramFacts.Drawing;
import clipscope.problem.Problem;
import clipscope.session.desk.Desk;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.models.graphics.GraphicsViewModel;
import clipscope.zoo.graphics.GraphicsBuild;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What this machine is, as it was when it was last looked at.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class DoctorViewModel {

    private final Desk desk;
    private final Doctor doctor;
    private final Drawing drawing;
    private final ReadOnlyObjectWrapper<DoctorContent> content =
            new ReadOnlyObjectWrapper<>(new DoctorContent.Looking());
    private final GraphicsViewModel graphics;
    private TaskRunner.Handle looking = TaskRunner.Handle.NONE;

    /// @param drawing how the window is drawn
    /// @param build of PyTorch for graphics cards; empty where there is none
    public DoctorViewModel(Desk desk, Doctor doctor, Drawing drawing, Optional<GraphicsBuild> build) {
        this.desk = desk;
        this.doctor = doctor;
        this.drawing = drawing;
        this.graphics = new GraphicsViewModel(desk, build);
    }

    ReadOnlyObjectProperty<DoctorContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// {@return the build of PyTorch for graphics cards}
    GraphicsViewModel graphics() {
        return graphics;
    }

    /// {@return all of it as text, for others to read; empty while it is looked at}
    String text() {
        return content.get() instanceof DoctorContent.Known(Diagnosis diagnosis) ? DiagnosisText.of(diagnosis) : "";
    }

    /// Looks at the machine anew. The engine is asked on its own thread, everything else elsewhere.
    void look() {
        looking.cancel();
        content.set(new DoctorContent.Looking());
        Optional<ModelInUse> model = model();
        looking = desk.runners().soon().<Diagnosis.Engine>submit(_ -> Doctor.lookAtEngine(), outcome -> {
            switch (outcome) {
                case Outcome.Done(Diagnosis.Engine engine) -> examine(engine, model);
                case Outcome.Failed(Throwable cause) -> content.set(new DoctorContent.Failed(Problem.of(cause)));
            }
        });
    }

    private void examine(Diagnosis.Engine engine, Optional<ModelInUse> model) {
        looking = desk.runners().io().<Diagnosis>submit(_ -> doctor.examine(drawing, engine, model), outcome -> {
            switch (outcome) {
                case Outcome.Done(Diagnosis diagnosis) -> {
                    content.set(new DoctorContent.Known(diagnosis));
                    graphics.look(diagnosis);
                }
                case Outcome.Failed(Throwable cause) -> content.set(new DoctorContent.Failed(Problem.of(cause)));
            }
        });
    }

    private Optional<ModelInUse> model() {
        Computing asked = desk.slot().computing().orElse(Computing.AUTO);
        return desk.slot()
                .model()
                .map(model -> ModelInUse.of(model, asked, desk.pipeline().imagesPerSecond()));
    }
}
