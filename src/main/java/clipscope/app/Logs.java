package clipscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log: a file in the folder of the settings, nothing on the console.
final class Logs {

    private static final int FILE_BYTES = 1_000_000;
    private static final int FILES = 2;

    private Logs() {}

    /// Sends warnings and errors of every library to the file.
    ///
    /// A machine on which the file cannot be written works without a log: what a person must know is shown
    /// to them.
    ///
    /// @param folder made if it is not there
    static void writeTo(Path folder) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.WARNING);
        try {
            Files.createDirectories(folder);
            String pattern = folder.resolve("clipscope.%g.log").toString();
            FileHandler file = new FileHandler(pattern, FILE_BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            file.setErrorManager(new Silence());
            root.addHandler(file);
        } catch (IOException | SecurityException e) {
            root.setLevel(Level.OFF);
        }
    }

    /// A full disk takes no log; a stack trace on the console instead would help nobody.
    private static final class Silence extends ErrorManager {

        @Override
        public void error(String message, Exception cause, int code) {}
    }
}
