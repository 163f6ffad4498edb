package clipscope.session.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Recipe;
import clipscope.clip.ScoreRule;
import clipscope.clip.layout.ModelPlan.Library;
import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Preprocessing;
import clipscope.clip.pixels.Resample;
import clipscope.clip.pixels.ResizeMode;
import clipscope.embedding.Embedding;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.compare.Comparison;
import clipscope.session.desk.Desks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonScriptTest {

    @TempDir
    private Path folder;

    private final ResultFixture fixture = new ResultFixture();

    @Test
    void nothingIsToldWhileThereAreNoNumbers() {
        assertEquals(Optional.empty(), SessionResult.of(fixture.desk));
    }

    @Test
    void theScriptNamesFilesPromptsAndTheTemperature() throws IOException {
        fixture.show(List.of(ResultFixture.red(folder.resolve("a.png"))), "red", "blue");
        fixture.desk.session().setTemplate(new PromptTemplate("a photo of a {}"));
        fixture.desk.session().setScores(ScoreSettings.MODELS_OWN.withTemperature(OptionalDouble.of(0.02)));
        fixture.desks.tasks().runAll();

        String script = PythonScript.of(fixture.result());

        assertTrue(script.contains(PythonText.string(folder.resolve("a.png").toString())), script);
        assertTrue(script.contains("\"blue\": \"a photo of a blue\","), script);
        assertTrue(script.contains("SCALE = 50.0 "), script);
        assertTrue(script.contains("from transformers import"), script);
    }

    @Test
    void picturesThatWerePastedAreNotInTheScriptWhichSaysSo() throws IOException {
        fixture.show(List.of(Desks.red("pasted"), ResultFixture.red(folder.resolve("a.png"))), "red");

        String script = PythonScript.of(fixture.result());

        assertTrue(script.contains("so 1 of them cannot be in here"), script);
        assertFalse(script.contains("\"pasted\""), script);
    }

    /// Every shape of script is Python, whatever names files and labels have.
    @Test
    void everyKindOfModelModeAndFramingGivesAScriptThatPythonReads() throws Exception {
        fixture.show(
                List.of(ResultFixture.red(folder.resolve("a'); import os #.png"))), "red", "blue \"\"\" \\", "red\\");
        SessionResult result = fixture.result();
        List<SessionResult> kinds = new ArrayList<>();
        for (Library library : Library.values()) {
            for (ResizeMode resize : ResizeMode.values()) {
                for (Crop.Rounding rounding : Crop.Rounding.values()) {
                    kinds.add(with(
                            result, new Recipe(library, pixels(resize, rounding), resize == ResizeMode.SQUASH, false)));
                    kinds.add(with(result, new Recipe(library, pixels(resize, rounding), false, true)));
                }
            }
        }
        for (ScoreMode mode : ScoreMode.values()) {
            kinds.add(with(result, mode, new ScoreRule.Softmax(10), List.of()));
            kinds.add(with(result, mode, new ScoreRule.Softmax(10), List.of(other(result))));
            kinds.add(with(result, mode, new ScoreRule.Sigmoid(10, -2), List.of()));
        }
        List<Path> scripts = new ArrayList<>();
        for (SessionResult kind : kinds) {
            Path script = folder.resolve("script-%d.py".formatted(scripts.size()));
            Files.writeString(script, PythonScript.of(kind));
            scripts.add(script);
        }

        assertEquals("", pythonsComplaint(scripts));
    }

    private static Preprocessing pixels(ResizeMode mode, Crop.Rounding rounding) {
        List<Float> half = List.of(0.5f, 0.5f, 0.5f);
        Optional<Crop> crop = mode == ResizeMode.SQUASH ? Optional.empty() : Optional.of(new Crop(224, 224, rounding));
        return new Preprocessing(mode, 224, 224, Resample.BICUBIC, crop, half, half);
    }

    private static SessionResult.Other other(SessionResult result) {
        Embedding embedding = result.compared().promptEmbeddings().getFirst();
        return new SessionResult.Other("a \"house\"", embedding);
    }

    private static SessionResult with(SessionResult result, Recipe recipe) {
        SessionResult.Model model = new SessionResult.Model(
                result.model().card(), recipe, result.model().computed());
        return new SessionResult(
                result.document(), model, result.compared(), result.others(), result.sources(), result.missing());
    }

    private static SessionResult with(
            SessionResult result, ScoreMode mode, ScoreRule rule, List<SessionResult.Other> others) {
        Comparison.Snapshot compared = result.compared();
        return new SessionResult(
                result.document().withScores(result.document().scores().withMode(mode)),
                result.model(),
                new Comparison.Snapshot(
                        compared.images(),
                        compared.imageEmbeddings(),
                        compared.labels(),
                        compared.promptEmbeddings(),
                        rule),
                others,
                result.sources(),
                result.missing());
    }

    /// {@return what Python's own parser says of the files; the test is left out where there is no Python}
    private static String pythonsComplaint(List<Path> scripts) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-c",
                "import ast, sys\nfor p in sys.argv[1:]: ast.parse(open(p, encoding='utf-8').read(), p)"));
        scripts.forEach(script -> command.add(script.toString()));
        Process python;
        try {
            python = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Assumptions.abort("there is no python3 here: " + e.getMessage());
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(python.waitFor(1, TimeUnit.MINUTES));
        return said;
    }
}
