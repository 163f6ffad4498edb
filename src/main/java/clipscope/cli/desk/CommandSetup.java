package clipscope.cli.desk;

import clipscope.session.desk.Desk;
import clipscope.task.Runners;
import java.nio.file.Path;

/// What commands need of the program around them.
public interface CommandSetup {

    /// Builds a session whose work is brought back by these runners.
    Desk desk(Runners runners);

    /// {@return the folder of the model that comes with the program}
    Path bundledModel();

    /// {@return the program's version}
    String version();

    /// Opens the window and waits until it is closed.
    ///
    /// @return the exit status
    int openWindow(WindowRequest request);
}
