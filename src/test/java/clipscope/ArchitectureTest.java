package clipscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.session.ImageState;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The rules of `docs/architecture.md`. No rule has a list of exceptions.
class ArchitectureTest {

    private static final List<String> WORKSPACES = List.of(
            "clipscope.ui.classify..",
            "clipscope.ui.grid..",
            "clipscope.ui.prompts..",
            "clipscope.ui.duel..",
            "clipscope.ui.models..",
            "clipscope.ui.settings..",
            "clipscope.ui.train..");

    private static final int MAX_LINES = 400;

    private static final Path SOURCES = Path.of("src/main/java");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("clipscope");

    @Test
    void onlyUiAndAppKnowJavaFx() {
        fence("javafx..", "clipscope.ui..", "clipscope.app");
    }

    @Test
    void onlyEngineAndTextKnowDjl() {
        fence("ai.djl..", "clipscope.clip.engine", "clipscope.clip.text");
    }

    @Test
    void onlyImageKnowsImageIoAndOnlyWhatDrawsKnowsJava2d() {
        fence("java.awt..", "clipscope.image..", "clipscope.train.world.art");
        fence("com.github.weisj..", "clipscope.train.world.art");
        fence("javax.imageio..", "clipscope.image..");
        fence("com.drew..", "clipscope.image.exif");
    }

    @Test
    void onlyCliKnowsPicocli() {
        fence("picocli..", "clipscope.cli..");
    }

    /// Nothing else can send anything anywhere.
    @Test
    void onlyDownloadsKnowTheNet() {
        fence("java.net.http..", "clipscope.zoo.download");
    }

    @Test
    void valuesKnowTheJdkOnly() {
        check(noClasses()
                .that(resideInAnyPackage(
                        "clipscope.embedding",
                        "clipscope.file",
                        "clipscope.language",
                        "clipscope.problem",
                        "clipscope.task"))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "clipscope.embedding",
                        "clipscope.file",
                        "clipscope.language",
                        "clipscope.problem",
                        "clipscope.task"))));
    }

    @Test
    void importsGoDownwards() {
        below("clipscope.image..", "clipscope.clip..");
        below(
                "clipscope.clip..",
                "clipscope.prompt..",
                "clipscope.score..",
                "clipscope.session..",
                "clipscope.train..");
        below("clipscope.prompt..", "clipscope.session..");
        below("clipscope.score..", "clipscope.session..");
        below("clipscope.session..", "clipscope.ui..", "clipscope.cli..", "clipscope.app");
        below("clipscope.zoo..", "clipscope.session..", "clipscope.ui..", "clipscope.cli..", "clipscope.app");
        below("clipscope.doctor", "clipscope.session..", "clipscope.ui..", "clipscope.cli..", "clipscope.app");
        below("clipscope.train..", "clipscope.ui..", "clipscope.cli..", "clipscope.app");
        below("clipscope.settings", "clipscope.session..", "clipscope.ui..", "clipscope.cli..", "clipscope.app");
    }

    /// Others change a session by its commands: what was computed is told by whoever computes.
    @Test
    void onlyTheSessionsOwnWorkTellsOfResults() {
        check(noClasses()
                .that(resideOutsideOfPackage("clipscope.session.."))
                .should()
                .callMethod(Session.class, "tell", SessionChange.class)
                .orShould()
                .callMethod(Session.class, "setState", ImageId.class, ImageState.class));
    }

    @Test
    void commandsAndWindowDoNotKnowEachOther() {
        below("clipscope.cli..", "clipscope.ui..", "clipscope.app");
        below("clipscope.ui..", "clipscope.cli..", "clipscope.app");
    }

    @Test
    void workspacesDoNotKnowEachOtherNorTheShell() {
        for (String workspace : WORKSPACES) {
            below(workspace, besides(workspace));
        }
        for (String shared : List.of("control", "heatmap", "problem", "fx")) {
            below("clipscope.ui." + shared + "..", besides(""));
        }
    }

    /// {@return the shell and all workspaces but one}
    private static String[] besides(String workspace) {
        return Stream.concat(WORKSPACES.stream(), Stream.of("clipscope.ui.shell.."))
                .filter(each -> !each.equals(workspace))
                .toArray(String[]::new);
    }

    @Test
    void viewModelsKnowNoNode() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view-model is tested without a toolkit"));
    }

    @Test
    void thereIsOneWayOntoTheFxThread() {
        check(noClasses()
                .that(resideOutsideOfPackage("clipscope.ui.fx"))
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class));
    }

    @Test
    void packagesHaveNoCycle() {
        check(slices().matching("clipscope.(**)").should().beFreeOfCycles());
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = packages()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), unmarked);
    }

    @Test
    void noFileHasMoreThan400Lines() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> tooLong = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> lines(f).size() > MAX_LINES)
                    .toList();

            assertEquals(List.of(), tooLong);
        }
    }

    /// The formatter breaks longer ones in a way that is no Java.
    @Test
    void noDocumentationLineHasMoreThan110Columns() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<String> tooLong = files.filter(f -> f.toString().endsWith(".java"))
                    .flatMap(f -> lines(f).stream())
                    .filter(line -> line.strip().startsWith("///") && line.length() > 110)
                    .toList();

            assertEquals(List.of(), tooLong);
        }
    }

    @Test
    void architectureMdNamesEveryPackageAndNoOther() throws IOException {
        String text = Files.readString(Path.of("docs/architecture.md"));
        Set<String> named = Pattern.compile("`(clipscope\\.[a-z0-9.]+)`")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> existing = packages().map(JavaPackage::getName).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(existing, named);
    }

    /// Only `insiders` may depend on the library.
    private static void fence(String library, String... insiders) {
        check(noClasses()
                .that(not(resideInAnyPackage(insiders)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    /// The lower may not depend on any of the upper.
    private static void below(String lower, String... upper) {
        check(noClasses()
                .that(resideInAPackage(lower))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(upper));
    }

    private static void check(ArchRule rule) {
        assertTrue(!CLASSES.isEmpty());
        rule.check(CLASSES);
    }

    private static Stream<JavaPackage> packages() {
        return CLASSES.stream()
                .map(c -> c.getPackage())
                .distinct()
                .filter(p -> p.getName().startsWith("clipscope."));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
