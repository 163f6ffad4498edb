package clipscope.ui.models;

import clipscope.clip.ClipModel;
import clipscope.clip.ModelCard;
import clipscope.clip.certificate.Certificate;
import clipscope.clip.certificate.CertificateText;
import clipscope.clip.certificate.Certifier;
import clipscope.clip.certificate.ComputedSection;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import clipscope.session.model.ModelSlot;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import clipscope.ui.models.ModelsContent.Check;
import clipscope.ui.models.ModelsContent.InUse;
import clipscope.ui.models.catalogue.CatalogueViewModel;
import clipscope.ui.models.catalogue.ModelTester.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The model in use, what is known of it and how, and the models opened of late.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ModelsViewModel {

    private final Desk desk;
    private final ModelChoice choice;
    private final Verification verification;
    private final ReadOnlyObjectWrapper<ModelsContent> content =
            new ReadOnlyObjectWrapper<>(new ModelsContent.NoModel());
    private final CatalogueViewModel catalogue;
    private Optional<ClipModel> model = Optional.empty(); // of the certificate
    private @Nullable Opened opened;
    private TaskRunner.Handle reading = TaskRunner.Handle.NONE;

    /// The files of the model in use.
    private record Opened(Certifier certifier, Certificate facts) {}

    public ModelsViewModel(Desk desk, ModelChoice choice) {
        this.desk = desk;
        this.choice = choice;
        this.verification = new Verification(desk, this::report);
        desk.session().onChange(this::follow);
        this.catalogue = new CatalogueViewModel(
                desk,
                choice.zoo(),
                new CatalogueViewModel.Places(choice.settings(), choice.bundled(), choice.open()),
                this::test);
        show();
    }

    // properties

    public ReadOnlyObjectProperty<ModelsContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// {@return the models here, and those that can be had}
    public CatalogueViewModel catalogue() {
        return catalogue;
    }

    /// {@return the certificate as text, empty while there is none}
    public String certificateText() {
        return content.get() instanceof ModelsContent.Certified certified
                ? CertificateText.of(certified.certificate())
                : "";
    }

    // commands

    public void chooseFolder() {
        choice.chooseFolder().run();
    }

    public void chooseFile() {
        choice.chooseFile().run();
    }

    /// Gives the model in use pictures of another size.
    public void pictureSize(int pixels) {
        choice.pictureSize().accept(pixels);
    }

    /// Reads every weight, and computes what must hold for every model.
    public void verify() {
        if (opened != null) {
            verification.start(opened.certifier(), opened.facts());
        }
    }

    public void cancelVerification() {
        verification.cancel();
    }

    /// Tests a model that is not in use.
    private void test(Path location, Consumer<? super Result> onResult) {
        var _ = desk.runners().io().<Certifier>submit(_ -> Certifier.of(location), outcome -> {
            switch (outcome) {
                case Outcome.Done(Certifier certifier) ->
                    new Verification(desk, report -> onResult.accept(result(report)))
                            .start(certifier, certifier.facts());
                case Outcome.Failed(Throwable cause) -> onResult.accept(new Result.Broken(Problem.of(cause)));
            }
        });
    }

    private static Result result(Verification.Report report) {
        return switch (report.check()) {
            case Check.None() -> new Result.Cancelled();
            case Check.Running(String step) -> new Result.Going(step);
            case Check.Ended() ->
                report.certificate().passed()
                        ? new Result.Passed()
                        : new Result.NotPassed(CertificateText.verdict(report.certificate()));
            case Check.Failed(Problem problem) -> new Result.Broken(problem);
        };
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Model() -> {
                show();
                catalogue.refresh();
            }
            case SessionChange.Images _,
                    SessionChange.Image _,
                    SessionChange.Encoded _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    private void show() {
        Optional<ClipModel> current = desk.slot().model();
        if (current.isEmpty()) {
            content.set(
                    switch (desk.slot().status()) {
                        case ModelSlot.Status.Idle() -> new ModelsContent.NoModel();
                        case ModelSlot.Status.Loading(Path location) ->
                            new ModelsContent.Loading(String.valueOf(location.getFileName()));
                        case ModelSlot.Status.Failed failed -> new ModelsContent.NotLoaded(failed.problem());
                    });
        } else if (!current.equals(model)) {
            model = current;
            read(new InUse(current.get().card(), current.get().computed()));
        }
    }

    private void read(InUse inUse) {
        verification.drop();
        reading.cancel();
        opened = null;
        content.set(new ModelsContent.Reading(inUse));
        reading = desk.runners()
                .io()
                .<Opened>submit(
                        _ -> {
                            Certifier certifier = certifier(inUse.card());
                            return new Opened(
                                    certifier,
                                    certifier
                                            .facts()
                                            .with(List.of(ComputedSection.of(
                                                    inUse.computed(),
                                                    inUse.card().picture()))));
                        },
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(Opened files) -> {
                                    opened = files;
                                    content.set(new ModelsContent.Certified(inUse, files.facts(), new Check.None()));
                                }
                                case Outcome.Failed(Throwable cause) ->
                                    content.set(new ModelsContent.Unread(inUse, Problem.of(cause)));
                            }
                        });
    }

    private static Certifier certifier(ModelCard card) throws ProblemException {
        return Certifier.of(card.location(), OptionalInt.of(card.imageSize()));
    }

    private void report(Verification.Report report) {
        if (content.get() instanceof ModelsContent.Certified certified) {
            content.set(new ModelsContent.Certified(certified.model(), report.certificate(), report.check()));
        }
    }
}
