package clipscope.session.file;

import clipscope.session.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A process that has kept something and lives on, until it is killed.
final class OtherWindow {

    private static final String KEPT = "kept";

    private final Process process;

    private OtherWindow(Process process) {
        this.process = process;
    }

    /// Starts it, and waits until it has kept a session under number 1.
    static OtherWindow start(long window, Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherWindow.class.getName(),
                        Long.toString(window),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = process.inputReader().readLine();
        if (!KEPT.equals(said)) {
            process.destroyForcibly();
            throw new IOException("the other process said " + said);
        }
        return new OtherWindow(process);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) throws Exception {
        LastSessions own = LastSessions.of(Long.parseLong(args[0]), Path.of(args[1]));
        own.keep(new SavedSession(List.of(), Document.EMPTY, Optional.empty(), -1), 1);
        own.leftBehind(1); // asks whether others live, which must not let go of what it holds itself
        System.out.println(KEPT);
        System.in.transferTo(System.out); // until the other end is gone
        own.forget(1); // so that it is there until then, and with it what it has locked
    }
}
