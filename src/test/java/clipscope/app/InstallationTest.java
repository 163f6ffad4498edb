package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clipscope.image.ImageSource;
import clipscope.language.Language;
import clipscope.language.Spoken;
import clipscope.prompt.PromptTemplate;
import clipscope.session.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path home;

    private Path samples = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        samples = Files.createDirectories(new Installation(home).bundledModel().resolve("samples"));
    }

    @Test
    void anExperimentHasItsPicturesInTheOrderOfTheirNames() throws IOException {
        Path first = Files.createDirectories(samples.resolve("first"));
        for (String name : List.of("b.png", "a.png", "README.md")) {
            Files.writeString(first.resolve(name), "");
        }
        Files.writeString(samples.resolve("experiments.json"), """
                [{"folder": "first", "title": "One", "about": "Something.", "template": "a drawing of a {}",
                  "labels": ["star", "moon"], "steps": ["Look.", "Look again."]}]
                """);

        List<Experiment> experiments = new Installation(home).experiments();

        assertEquals(1, experiments.size());
        Experiment one = experiments.getFirst();
        assertEquals(List.of("Look.", "Look again."), one.steps());
        assertEquals(List.of("star", "moon"), one.example().labels());
        assertEquals(new PromptTemplate("a drawing of a {}"), one.example().template());
        assertEquals(
                List.of("a.png", "b.png"),
                one.example().images().stream().map(ImageSource::shortName).toList());
    }

    @Test
    void anExperimentSpeaksTheLanguageOfTheWindowAndEnglishWhereItHasNoOther() throws IOException {
        Files.createDirectories(samples.resolve("first"));
        Files.writeString(samples.resolve("experiments.json"), """
                [{"folder": "first", "title": "One", "about": "Something.", "template": "{}", "labels": ["star"],
                  "steps": ["Look."], "in": {"de": {"title": "Eins", "about": "Etwas.", "steps": ["Hinsehen."]}}},
                 {"folder": "first", "title": "Two", "about": "More.", "template": "{}", "labels": ["moon"],
                  "steps": ["Look."]}]
                """);

        try (Spoken _ = new Spoken(Language.GERMAN)) {
            List<Experiment> experiments = new Installation(home).experiments();

            assertEquals(
                    List.of("Eins", "Two"),
                    experiments.stream().map(Experiment::title).toList());
            assertEquals(List.of("Hinsehen."), experiments.getFirst().steps());
            assertEquals(List.of("star"), experiments.getFirst().example().labels());
        }
        assertEquals("One", new Installation(home).experiments().getFirst().title());
    }

    /// The bundled ones have as many steps in German.
    @Test
    void theBundledExperimentsAreComplete() {
        Installation bundled = new Installation(Path.of("").toAbsolutePath());
        List<Experiment> english = bundled.experiments();
        try (Spoken _ = new Spoken(Language.GERMAN)) {
            List<Experiment> german = bundled.experiments();

            assertEquals(
                    english.stream().map(each -> each.steps().size()).toList(),
                    german.stream().map(each -> each.steps().size()).toList());
            for (int i = 0; i < english.size(); i++) {
                assertNotEquals(english.get(i).title(), german.get(i).title());
            }
        }
    }

    @Test
    void theProgramWorksWithoutExperimentsAndWithABrokenList() throws IOException {
        assertEquals(List.of(), new Installation(home).experiments());

        for (String broken : List.of("", "[{", "[{\"folder\": \"first\"}]", "[null]", "{}")) {
            Files.writeString(samples.resolve("experiments.json"), broken);

            assertEquals(List.of(), new Installation(home).experiments(), broken);
        }
    }
}
