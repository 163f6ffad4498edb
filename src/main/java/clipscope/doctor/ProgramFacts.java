package clipscope.doctor;

import clipscope.language.Texts;
import java.nio.file.Path;

/// The program, and what it runs on.
///
/// **Thread:** Immutable.
///
/// @param java version and maker
/// @param javaHome where it lies
/// @param javafx its version, and whether it draws by the graphics card
public record ProgramFacts(String version, String java, Path javaHome, Drawing javafx) {

    private static final Texts TEXTS = Texts.beside(ProgramFacts.class);

    /// How the window is drawn.
    ///
    /// @param version of JavaFX
    /// @param pipeline "by the graphics card"
    public record Drawing(String version, String pipeline) {

        /// {@return that of a command, which draws nothing}
        public static Drawing none() {
            String version = ModuleLayer.boot()
                    .findModule("javafx.base")
                    .flatMap(module -> module.getDescriptor().rawVersion())
                    .orElseGet(() -> TEXTS.get("javafx.unknown"));
            return new Drawing(version, TEXTS.get("drawing.none"));
        }
    }

    static ProgramFacts look(String version, Drawing drawing) {
        return new ProgramFacts(
                version,
                "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor")),
                Path.of(System.getProperty("java.home")),
                drawing);
    }
}
