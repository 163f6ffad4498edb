package clipscope.app;

import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.WindowRequest;
import clipscope.clip.ModelLoader;
import clipscope.image.decode.ImageDecoder;
import clipscope.session.desk.Desk;
import clipscope.session.image.ImageReader;
import clipscope.settings.SettingsFile;
import clipscope.task.JobBoard;
import clipscope.task.Runners;
import java.nio.file.Path;

/// Builds what commands and the window work with, by constructors.
///
/// @param installation the program's own files
/// @param settings what the person chose
record Program(Installation installation, SettingsFile settings) implements CommandSetup {

    @Override
    public Desk desk(Runners runners) {
        ImageDecoder decoder = new ImageDecoder(settings.read().images().limitMegapixels());
        return new Desk(runners, new JobBoard(System::nanoTime), new ImageReader(decoder), ModelLoader::load);
    }

    @Override
    public Path bundledModel() {
        return installation.bundledModel();
    }

    @Override
    public String version() {
        return installation.version();
    }

    @Override
    public int openWindow(WindowRequest request) {
        return new WindowProgram(this, request).runUntilClosed();
    }
}
