package clipscope.app;

import clipscope.embedding.ImageId;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desk;
import clipscope.task.TaskRunner;
import clipscope.ui.classify.ClassifyView;
import clipscope.ui.classify.ClassifyViewModel;
import clipscope.ui.classify.sets.LabelFiles;
import clipscope.ui.control.Page;
import clipscope.ui.duel.DuelSetup;
import clipscope.ui.duel.DuelView;
import clipscope.ui.duel.DuelViewModel;
import clipscope.ui.grid.GridView;
import clipscope.ui.grid.GridViewModel;
import clipscope.ui.models.ModelChoice;
import clipscope.ui.models.ModelsView;
import clipscope.ui.models.ModelsViewModel;
import clipscope.ui.models.doctor.DoctorViewModel;
import clipscope.ui.models.doctor.WindowDrawing;
import clipscope.ui.prompts.PromptsView;
import clipscope.ui.prompts.PromptsViewModel;
import clipscope.ui.settings.SettingsSetup;
import clipscope.ui.shell.FileDialogs;
import clipscope.ui.shell.ShellViewModel;
import clipscope.ui.shell.model.ModelBadgeViewModel;
import clipscope.ui.train.TrainSetup;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;

/// The pages of the window, each with what it needs of the program and of the others.
///
/// **Thread:** Confined to the JavaFX thread.
final class WindowPages {

    private final Program program;
    private final Desk desk;
    private final ShellViewModel shell;
    private final FileDialogs dialogs;

    WindowPages(Program program, Desk desk, ShellViewModel shell, FileDialogs dialogs) {
        this.program = program;
        this.desk = desk;
        this.shell = shell;
        this.dialogs = dialogs;
    }

    /// {@return the pages that look at the session, and that of the models}
    List<Page> ofPictures() {
        Page classify = ClassifyView.page(new ClassifyViewModel(
                desk,
                () -> shell.add(dialogs.pictures()),
                new LabelFiles(dialogs::labels, dialogs::labelsToWrite, program.labelSets(), shell::notice)));
        Consumer<ImageId> toClassify = image -> {
            desk.session().select(image);
            shell.pageProperty().set(classify.id());
        };
        ModelBadgeViewModel badge = shell.model();
        ModelsViewModel models = new ModelsViewModel(
                desk,
                new ModelChoice(
                        badge.settingsProperty(),
                        program.bundledModel(),
                        program.zoo(),
                        badge::open,
                        badge::pictureSize,
                        () -> dialogs.folderOfModel().ifPresent(badge::open),
                        () -> dialogs.fileOfModel().ifPresent(badge::open)));
        models.contentProperty().subscribe(_ -> shell.status().refresh()); // a verification is a job
        models.catalogue().rows().addListener((InvalidationListener)
                _ -> shell.status().refresh()); // and a download
        DuelViewModel duel = new DuelViewModel(desk, duelSetup(toClassify));
        duel.contentProperty().subscribe(_ -> shell.status().refresh()); // what it encodes is a job
        return List.of(
                classify,
                GridView.page(new GridViewModel(desk, toClassify)),
                PromptsView.page(new PromptsViewModel(desk, toClassify)),
                DuelView.page(duel),
                ModelsView.page(
                        models,
                        new DoctorViewModel(desk, program.doctor(), WindowDrawing.look(), program.graphicsBuild())));
    }

    private DuelSetup duelSetup(Consumer<ImageId> toClassify) {
        return new DuelSetup(
                program.zoo().shelf(),
                program.bundledModel(),
                shell.model()::recent,
                () -> shell.model().settingsProperty().get().computing(),
                dialogs::folderOfModel,
                dialogs::fileOfModel,
                () -> shell.pageProperty().set(ModelsView.ID),
                toClassify);
    }

    /// @param worker one thread for trainings alone
    TrainSetup train(TaskRunner worker, Executor owner) {
        return new TrainSetup(
                worker,
                owner,
                program.decoder(),
                program.trainedModels(),
                () -> desk.slot().model().map(model -> model.card().location()),
                dialogs::folderOfPictures,
                dialogs::folderOfModel,
                shell.model()::open);
    }

    SettingsSetup settings(EmbeddingCache cache) {
        return new SettingsSetup(
                program.settings(),
                desk,
                program.zoo().downloads()::use,
                cache,
                program.modelFolder(),
                dialogs::folderForModels,
                shell.model()::reopen,
                shell::notice);
    }
}
