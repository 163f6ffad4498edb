package clipscope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The installers for Windows and macOS, by the JDK's jpackage.
///
/// Written by its documentation and never run: no such machine was at hand.
///
/// @param image the program's folder
/// @param work a folder for what is needed on the way
record JPackage(Path project, Path image, Icons icons, String version, Path work) {

    List<Path> make(Path out, Target target) throws IOException, InterruptedException {
        boolean windows = target.system() == Target.System.WINDOWS;
        Path runtime = work.resolve("runtime");
        Files.move(image.resolve("runtime"), runtime);
        Path icon = work.resolve(windows ? "clipscope.ico" : "clipscope.icns");
        if (windows) {
            icons.writeIco(icon);
        } else {
            icons.writeIcns(icon);
        }
        List<String> command = new ArrayList<>(List.of(Tool.ofJdk("jpackage")));
        command.addAll(List.of("--type", windows ? "msi" : "dmg"));
        command.addAll(List.of("--name", "ClipScope", "--app-version", release(target)));
        command.addAll(List.of("--vendor", "ClipScope", "--icon", icon.toString()));
        command.addAll(List.of("--description", "Explore CLIP on your own machine"));
        command.addAll(List.of("--input", image.toString(), "--main-jar", "lib/clipscope.jar"));
        command.addAll(List.of("--main-class", "clipscope.app.Main"));
        command.addAll(List.of("--runtime-image", runtime.toString(), "--dest", out.toString()));
        command.addAll(List.of("--license-file", image.resolve("LICENSE").toString()));
        command.addAll(List.of(
                "--file-associations",
                project.resolve("packaging/session.properties").toString()));
        for (String option : options(windows)) {
            command.addAll(List.of("--java-options", '"' + option + '"')); // else it ends at a space
        }
        command.addAll(windows ? windows() : macos());
        Tool.run(command);
        Files.move(runtime, image.resolve("runtime"));
        return Folders.files(out, windows ? ".msi" : ".dmg");
    }

    /// The same as in the launcher for Linux. The starter that jpackage makes puts in `$APPDIR` and variables of
    /// the environment; crashes are kept in the folder of the settings.
    private static List<String> options(boolean windows) {
        String crashes = windows ? "$APPDATA/ClipScope/crashes" : "$HOME/Library/Application Support/ClipScope/crashes";
        return List.of(
                "-XX:ErrorFile=" + crashes + "/crash-%p.log",
                "-Dclipscope.crashes=" + crashes,
                "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:AOTCache=$APPDIR/lib/clipscope.aot",
                "-Xlog:disable",
                "-Dclipscope.home=$APPDIR");
    }

    /// A window opens from the menu; commands, which need a console, are another launcher's.
    private List<String> windows() {
        return List.of(
                "--win-menu",
                "--win-shortcut-prompt",
                "--win-dir-chooser",
                "--win-per-user-install",
                "--win-upgrade-uuid",
                "8f1f3f3c-6d0c-4c0f-9a56-6e0c1a0e7c31",
                "--add-launcher",
                "clipscope=" + project.resolve("packaging/windows/console.properties"));
    }

    private List<String> macos() {
        return List.of("--mac-package-identifier", "io.github.clipscope", "--mac-package-name", "ClipScope");
    }

    /// Apple wants a version that begins with 1 at least.
    private String release(Target target) {
        return target.system() == Target.System.MACOS && version.startsWith("0.")
                ? "1" + version.substring(1)
                : version;
    }
}
