package clipscope.app;

import clipscope.app.RunningWindow.Asked;
import clipscope.cli.desk.CommandSetup;
import clipscope.cli.desk.WindowRequest;
import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.MachineSpeedMemory;
import clipscope.clip.ModelLoader;
import clipscope.clip.PrecisionMemory;
import clipscope.doctor.Doctor;
import clipscope.doctor.NvidiaProgram;
import clipscope.doctor.SystemFiles;
import clipscope.image.decode.ImageDecoder;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import clipscope.prompt.file.LabelSets;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desk;
import clipscope.session.file.LastSessions;
import clipscope.session.image.ImageReader;
import clipscope.settings.CurrentSettings;
import clipscope.task.JobBoard;
import clipscope.task.Runners;
import clipscope.zoo.Shelf;
import clipscope.zoo.catalogue.OwnModels;
import clipscope.zoo.download.Downloads;
import clipscope.zoo.download.Zoo;
import clipscope.zoo.graphics.GraphicsBuild;
import clipscope.zoo.graphics.GraphicsRelease;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Builds what commands and the window work with, by constructors.
///
/// @param installation the program's own files
/// @param settings what the person chose
/// @param measured what is faster on this machine
record Program(Installation installation, CurrentSettings settings, PrecisionMemory measured) implements CommandSetup {

    private static final Texts TEXTS = Texts.beside(Program.class);

    @Override
    public Desk desk(Runners runners) {
        return desk(runners, ImageReader.exact(decoder()));
    }

    /// {@return what the window works at}
    ///
    /// @param cache of what was computed earlier
    Desk windowDesk(Runners runners, EmbeddingCache cache) {
        return desk(runners, ImageReader.quickWithMany(decoder()).remembering(cache));
    }

    /// {@return what the window keeps of what it computes}
    EmbeddingCache embeddingCache() {
        return new EmbeddingCache(
                folder().resolve("cache"),
                () -> 1_000_000L * settings.get().cache().embeddingMegabytes());
    }

    @Override
    public ImageDecoder decoder() {
        return new ImageDecoder(() -> settings.get().images().limitMegapixels());
    }

    private Desk desk(Runners runners, ImageReader reader) {
        return new Desk(runners, new JobBoard(System::nanoTime), reader, new ModelLoader(measured)::open);
    }

    /// {@return the folder of the settings, and of what the program keeps}
    Path folder() {
        return settings.file().folder();
    }

    /// {@return where models are kept that the person does not keep}
    Path modelFolder() {
        return settings.get().downloads().folder().orElse(folder().resolve("models"));
    }

    /// {@return the label lists that the person keeps, beside the settings}
    LabelSets labelSets() {
        return new LabelSets(folder().resolve("labels"));
    }

    /// {@return where what is being worked on is kept}
    LastSessions lastSessions() {
        return LastSessions.in(folder().resolve("sessions"));
    }

    /// {@return where models go that the person trains in the window}
    Path trainedModels() {
        return folder().resolve("trained");
    }

    @Override
    public Path bundledModel() {
        return installation.bundledModel();
    }

    @Override
    public Zoo zoo() {
        Shelf shelf = new Shelf(modelFolder());
        Path home = Path.of(System.getProperty("user.home", "."));
        return new Zoo(
                shelf,
                installation.catalogue(),
                new OwnModels(folder().resolve("own-models.json")),
                new Downloads(shelf, () -> settings.get().downloads(), System.getenv(), home),
                new MachineSpeedMemory(folder().resolve("speed.json")));
    }

    @Override
    public Optional<GraphicsBuild> graphicsBuild() {
        return GraphicsRelease.here()
                .map(release -> new GraphicsBuild(
                        release,
                        folder().resolve("pytorch"),
                        () -> settings.get().downloads(),
                        System.getenv()));
    }

    @Override
    public ClipModel load(Path location, Computing computing) throws ProblemException {
        return new ModelLoader(measured).open(location, computing);
    }

    @Override
    public Doctor doctor() {
        SequencedMap<String, Path> places = new LinkedHashMap<>();
        places.put(TEXTS.get("place.settings"), settings.file().file());
        places.put(TEXTS.get("place.models"), modelFolder());
        places.put(TEXTS.get("place.trained"), trainedModels());
        places.put(TEXTS.get("place.sessions"), lastSessions().folder());
        places.put(TEXTS.get("place.cache"), folder().resolve("cache"));
        places.put(TEXTS.get("place.pytorch"), folder().resolve("pytorch"));
        places.put(TEXTS.get("place.logs"), folder().resolve("logs"));
        places.put(TEXTS.get("place.program"), installation.home());
        return new Doctor(version(), places, zoo().speed(), SystemFiles.OF_MACHINE, new NvidiaProgram());
    }

    @Override
    public String version() {
        return installation.version();
    }

    @Override
    public int openWindow(WindowRequest request) {
        boolean fitsAny = request.precision().isEmpty()
                && request.device().isEmpty()
                && !request.start().ownWindow();
        boolean taken = fitsAny && RunningWindow.give(folder(), new Asked(request.model(), request.images()));
        return taken ? 0 : new WindowProgram(this, request).runUntilClosed();
    }
}
