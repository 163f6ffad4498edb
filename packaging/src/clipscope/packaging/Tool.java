package clipscope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Other programs, run to their end.
final class Tool {

    private static final int MINUTES = 20; // the slowest, xz, takes three on two cores

    private Tool() {}

    /// {@return a tool of the JDK that runs this}
    static String ofJdk(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    static boolean isThere(String name) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        run(command, Map.of());
    }

    /// Runs it and shows what it writes.
    ///
    /// @throws IOException if it ends with anything but 0
    static void run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(MINUTES + " minutes were not enough for: " + String.join(" ", command));
        }
        int status = process.exitValue();
        if (status != 0) {
            throw new IOException(status + " is what this ended with: " + String.join(" ", command));
        }
    }

    /// {@return the last line it writes to standard output}
    static String lastLine(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new ArrayList<>(process.inputReader().readAllLines());
        if (process.waitFor() != 0 || lines.isEmpty()) {
            throw new IOException("no answer from: " + String.join(" ", command) + "\n" + String.join("\n", lines));
        }
        return lines.getLast();
    }
}
