package clipscope.ui.models.doctor;

import clipscope.doctor.ProgramFacts.Drawing;
import clipscope.language.Texts;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/// How the window is drawn on this machine.
public final class WindowDrawing {

    private static final Texts TEXTS = Texts.beside(WindowDrawing.class);

    private WindowDrawing() {}

    /// {@return what the started toolkit says} It draws in three dimensions by a graphics card only.
    public static Drawing look() {
        return new Drawing(
                System.getProperty("javafx.runtime.version", TEXTS.get("javafx.unknown")),
                Platform.isSupported(ConditionalFeature.SCENE3D)
                        ? TEXTS.get("drawing.hardware")
                        : TEXTS.get("drawing.software"));
    }
}
