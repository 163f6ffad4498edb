package clipscope.settings;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The settings of a running program: read once, changed while it runs, and saved.
///
/// Only what was changed here is put into the file: what another window has changed since stays as it is.
///
/// **Thread:** Thread-safe.
public final class CurrentSettings {

    private final SettingsFile file;
    private final List<Problem> problems;
    private final List<UnaryOperator<Settings>> unsaved = new ArrayList<>();
    private Settings settings;

    private CurrentSettings(SettingsFile file, SettingsFile.Reading reading) {
        this.file = file;
        this.settings = reading.settings();
        this.problems = reading.problems();
    }

    /// Reads a file.
    public static CurrentSettings of(SettingsFile file) {
        return new CurrentSettings(file, file.read());
    }

    public SettingsFile file() {
        return file;
    }

    /// {@return what was wrong with the file when it was read}
    public List<Problem> problems() {
        return problems;
    }

    public synchronized Settings get() {
        return settings;
    }

    /// Changes what the program uses from now on; the file has it after [#save].
    public synchronized void change(UnaryOperator<Settings> change) {
        settings = change.apply(settings);
        unsaved.add(change);
    }

    /// Changes one value.
    ///
    /// @throws IllegalArgumentException as [Setting#with]; then nothing is changed
    public <T> void change(Setting<T> setting, T value) {
        change(all -> setting.with(all, value));
    }

    /// Puts what was changed into the file. Not for the JavaFX thread.
    ///
    /// @throws ProblemException if it cannot be written; then the next saving tries again
    public void save() throws ProblemException {
        synchronized (file) { // one after the other; changing waits for none of them
            List<UnaryOperator<Settings>> changes = unsaved();
            if (!changes.isEmpty()) {
                Settings next = file.read().settings();
                for (UnaryOperator<Settings> change : changes) {
                    next = change.apply(next);
                }
                file.write(next);
                saved(changes.size());
            }
        }
    }

    private synchronized List<UnaryOperator<Settings>> unsaved() {
        return List.copyOf(unsaved);
    }

    private synchronized void saved(int count) {
        unsaved.subList(0, count).clear();
    }
}
