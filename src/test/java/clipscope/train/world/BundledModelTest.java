package clipscope.train.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.ClipModel;
import clipscope.clip.ModelLoader;
import clipscope.clip.Precision;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.FloatMatrix;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.ProblemException;
import clipscope.train.drawing.Combination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The model that comes with ClipScope, against its own card, on drawings made here.
class BundledModelTest {

    private static final Path FOLDER = Path.of("models/clipscope-nano");

    /// The card is of the weights before they were rounded for the file; six pictures of 1,200 may tip over.
    private static final double PER_CENT_OF_ROUNDING = 0.5;

    private static final Pattern NUMBERED = Pattern.compile("\\d+-(.*)\\.png");

    @ParameterizedTest
    @ValueSource(strings = {"held-out", "trained"})
    void itNamesShapesAsWellAsItsCardSays(String which) throws Exception {
        List<String> card = row("shapes, " + which + " combinations");
        List<Combination> combinations = which.equals("trained") ? Combination.trained() : Combination.heldOut();
        int pictures = Integer.parseInt(card.get(1).replace(",", ""));

        Quiz.Score score = examined(Quizzes.shapes(combinations, pictures, NanoExamination.SEED));

        assertEquals(perCent(card.get(3)), 100 * score.first(), PER_CENT_OF_ROUNDING);
        assertEquals(perCent(card.get(4)), 100 * score.five().orElseThrow(), PER_CENT_OF_ROUNDING);
    }

    @Test
    void theFolderIsSmallAndListsItsWordsSorted() throws Exception {
        List<String> words = Files.readAllLines(FOLDER.resolve("words.txt"));

        assertEquals(words.stream().sorted().toList(), words);
        assertTrue(words.containsAll(List.of("red", "circle", "photo", "a", "background", "elephant", "pizza")));
        assertTrue(Files.size(FOLDER.resolve("model.safetensors")) < 16_000_000);
    }

    /// The words are for people who go through the pictures and look for them.
    @Test
    void ofTheDrawingsItNeverSawItIsWrongAboutAsManyAsTheExperimentSays() throws Exception {
        Path samples = FOLDER.resolve("samples");
        assertTrue(Files.readString(samples.resolve("experiments.json")).contains("wrong about two of the sixteen."));
        List<PixelImage> pictures = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        try (Stream<Path> files = Files.list(samples.resolve("never-seen"))) {
            for (Path file : files.sorted().toList()) {
                pictures.add(
                        new ImageDecoder(1).decode(new ImageSource.OfFile(file)).pixels());
                labels.add("a drawing of a "
                        + NUMBERED.matcher(file.getFileName().toString())
                                .replaceFirst("$1")
                                .replace('-', ' '));
            }
        }

        Quiz.Score score =
                examined(new Quiz(pictures, IntStream.range(0, 16).boxed().toList(), labels));

        assertEquals(14.0 / 16, score.first());
    }

    private static Quiz.Score examined(Quiz quiz) throws ProblemException {
        try (ClipModel model = ModelLoader.load(FOLDER, Precision.FP32)) {
            return quiz.of(new Quiz.Candidate() {
                @Override
                public FloatMatrix encodeImages(List<PixelImage> pictures) throws ProblemException {
                    return model.encodeImages(
                            pictures.stream().map(model::preprocess).toList());
                }

                @Override
                public FloatMatrix encodeTexts(List<String> texts) throws ProblemException {
                    List<TokenizedText> tokens = new ArrayList<>();
                    for (String text : texts) {
                        tokens.add(model.tokenize(text));
                    }
                    return model.encodeTexts(tokens);
                }
            });
        }
    }

    /// {@return the cells of a row of the card's table}
    private static List<String> row(String name) throws IOException {
        String line = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(each -> each.startsWith("| " + name + " |"))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static double perCent(String cell) {
        return Double.parseDouble(cell.replace("%", "").strip());
    }
}
