package clipscope.ui.models.doctor;

import clipscope.doctor.ProgramFacts.Drawing;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/// How the window is drawn on this machine.
public final class WindowDrawing {

    private WindowDrawing() {}

    /// {@return what the started toolkit says} It draws in three dimensions by a graphics card only.
    public static Drawing look() {
        return new Drawing(
                System.getProperty("javafx.runtime.version", "of unknown version"),
                Platform.isSupported(ConditionalFeature.SCENE3D)
                        ? "hardware, by a graphics card"
                        : "software, by the processor");
    }
}
