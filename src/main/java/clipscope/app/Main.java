package clipscope.app;

import clipscope.cli.Commands;
import clipscope.cli.io.CommandIo;
import clipscope.clip.PrecisionMemory;
import clipscope.language.Language;
import clipscope.settings.CurrentSettings;
import clipscope.settings.SettingsFile;
import clipscope.zoo.graphics.GraphicsBuild;
import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/// Start of the program.
///
/// Knows no JavaFX type, so that commands start without it.
public final class Main {

    private Main() {}

    /// Runs a command, or opens the window.
    ///
    /// @param args a command and its options, or images for the window
    public static void main(String[] args) {
        // read by the JDK when it first connects: the system's proxy, and proxies that ask for a password
        System.setProperty("java.net.useSystemProxies", "true");
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        Language.ENGLISH.speak(); // commands do always, since scripts read them; the window as was chosen
        Installation installation = Installation.find();
        NativeFolders.announce(installation.home());
        CrashReports.ofLauncher().makeFolder();
        Path folder = SettingsFile.standardFolder();
        Logs.writeTo(folder.resolve("logs"));
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        CommandIo io = new CommandIo(writer(System.out), writer(System.err), terminal);
        Program program = new Program(
                installation,
                CurrentSettings.of(new SettingsFile(folder.resolve("settings.json"))),
                PrecisionMemory.in(folder.resolve("measured.json"), Clock.system(ZoneId.systemDefault())));
        program.graphicsBuild().map(GraphicsBuild::properties).ifPresent(NativeFolders::announce);
        program.settings().problems().forEach(io::note);
        int status = new Commands(program, io).run(args);
        System.exit(status); // JavaFX and the engine keep threads of their own that would keep the process alive
    }

    /// Names of files and labels are of any script, whatever the console's encoding is.
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
