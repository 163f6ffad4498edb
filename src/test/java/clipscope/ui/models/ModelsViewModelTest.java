package clipscope.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.clip.ScoreRule;
import clipscope.clip.certificate.Certificate;
import clipscope.problem.Problem;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import clipscope.settings.ModelSettings;
import clipscope.task.Job;
import clipscope.ui.models.ModelsContent.Certified;
import clipscope.ui.models.ModelsContent.Check;
import clipscope.zoo.download.Zoos;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsViewModelTest {

    static final Path BUNDLED = Path.of("models", "clipscope-nano");

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final ObjectProperty<ModelSettings> settings = new SimpleObjectProperty<>(ModelSettings.DEFAULTS);
    private final List<Path> asked = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private ModelsViewModel model;

    @TempDir
    private Path folder;

    @BeforeEach
    void build() {
        model = new ModelsViewModel(
                desk, new ModelChoice(settings, BUNDLED, Zoos.in(folder), asked::add, sizes::add, () -> {}, () -> {}));
        desks.tasks().runAll(); // the list is read
    }

    @Test
    void beforeThereIsAModelItSaysSo() {
        assertEquals(new ModelsContent.NoModel(), content());

        desk.slot().open(BUNDLED, Precision.FP32);

        assertEquals(new ModelsContent.Loading("clipscope-nano"), content());
    }

    @Test
    void theFactsOfAModelAreThereAsSoonAsItsFilesAreRead() {
        open(bundled());

        Certificate certificate = certified().certificate();

        assertEquals(
                List.of("Model", "What its files say", "How it computes here"),
                certificate.sections().stream().map(Certificate.Section::title).toList());
        assertEquals(0, certificate.count(Certificate.Mark.PASSED));
        assertTrue(model.certificateText().contains("Not tested yet."), model::certificateText);
    }

    @Test
    void whileItsFilesAreReadTheModelIsNamed() {
        desk.slot().open(BUNDLED, Precision.FP32);
        desks.tasks().runNext();

        assertEquals(
                "fake",
                assertInstanceOf(ModelsContent.Reading.class, content())
                        .model()
                        .card()
                        .name());
    }

    @Test
    void filesThatHaveGoneAreAProblemOfTheCertificateAndNotOfTheModel() {
        Path gone = folder.resolve("gone");
        open(new FakeClipModel("gone", gone, new ScoreRule.Softmax(10)));

        ModelsContent.Unread unread = assertInstanceOf(ModelsContent.Unread.class, content());
        assertEquals(new Problem.MissingFile(gone), unread.problem());
        assertEquals("gone", unread.model().card().name());
    }

    @Test
    void verificationReadsTheWeightsThenComputesAndTellsEachStep() {
        open(bundled());

        model.verify();
        assertEquals(new Check.Running("Reading every weight"), certified().check());
        assertEquals(List.of("Reading every weight"), jobs());

        desks.tasks().runNext();
        assertEquals(List.of("Computing with test pictures and texts"), jobs());

        desks.tasks().runAll();
        assertEquals(new Check.Ended(), certified().check());
        assertEquals(List.of(), jobs());
        assertEquals(
                List.of(
                        "Model",
                        "What its files say",
                        "How it computes here",
                        "Scores",
                        "Weights",
                        "Files",
                        "Self-test"),
                certified().certificate().sections().stream()
                        .map(Certificate.Section::title)
                        .toList());
        assertTrue(certified().certificate().passed());
        assertTrue(model.certificateText().contains("tests passed."), model::certificateText);
    }

    /// A certificate of the weights alone would say that all tests were passed.
    @Test
    void aCancelledVerificationLeavesTheFactsAlone() {
        open(bundled());
        Certified before = certified();
        model.verify();
        desks.tasks().runNext();

        model.cancelVerification();
        desks.tasks().runAll();

        assertEquals(before, certified());
        assertEquals(List.of(), jobs());
    }

    @Test
    void theSelfTestGoesInPiecesAndCanBeCancelledBetweenThem() {
        open(bundled());
        Certified before = certified();
        model.verify();
        for (int pieces = 0; pieces < 3; pieces++) { // the weights, and two of the computing
            desks.tasks().runNext();
        }
        assertEquals(
                new Check.Running("Computing with test pictures and texts"),
                certified().check());

        model.cancelVerification();
        desks.tasks().runAll();

        assertEquals(before, certified());
        assertEquals(List.of(), jobs());
    }

    @Test
    void theJobOnTheBoardCancelsItToo() {
        open(bundled());
        model.verify();

        desk.jobs().running().forEach(Job::stop);
        desks.tasks().runAll();

        assertEquals(new Check.None(), certified().check());
    }

    @Test
    void weightsThatWereCutOffSinceAreAProblemInPlace() throws IOException {
        copy(BUNDLED, folder);
        open(new FakeClipModel("cut", folder, new ScoreRule.Softmax(10)));
        Path weights = folder.resolve("model.safetensors");
        try (FileChannel file = FileChannel.open(weights, StandardOpenOption.WRITE)) {
            file.truncate(100_000);
        }

        model.verify();
        desks.tasks().runAll();

        Check.Failed failed = assertInstanceOf(Check.Failed.class, certified().check());
        assertEquals(
                weights,
                assertInstanceOf(Problem.BadModelFile.class, failed.problem()).file());
        assertEquals(List.of(), jobs());
        assertEquals(3, certified().certificate().sections().size());
    }

    @Test
    void anotherModelEndsTheVerificationOfTheFirst() {
        open(bundled());
        model.verify();

        open(new FakeClipModel("second", BUNDLED, new ScoreRule.Softmax(10)));

        assertEquals("second", certified().model().card().name());
        assertEquals(new Check.None(), certified().check());
        assertEquals(List.of(), jobs());
    }

    private static FakeClipModel bundled() {
        return new FakeClipModel("clipscope-nano", BUNDLED, new ScoreRule.Softmax(10));
    }

    private void open(FakeClipModel other) {
        desks.open(other);
    }

    private ModelsContent content() {
        return model.contentProperty().get();
    }

    private Certified certified() {
        return assertInstanceOf(Certified.class, content());
    }

    private List<String> jobs() {
        return desk.jobs().running().stream().map(Job::title).toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
