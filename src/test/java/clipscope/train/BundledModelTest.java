package clipscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.ClipModel;
import clipscope.clip.ModelLoader;
import clipscope.clip.Precision;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import clipscope.train.drawing.Combination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The model that comes with ClipScope, against its own card.
class BundledModelTest {

    private static final Path FOLDER = Path.of("models/clipscope-nano");
    private static final double PER_CENT_OF_ROUNDING = 0.3; // the card has one decimal; four of 1200 may tip over

    @ParameterizedTest
    @ValueSource(strings = {"held out", "trained"})
    void itNamesPicturesAsWellAsItsCardSays(String row) throws Exception {
        List<String> figures = row(row);
        List<Combination> combinations = row.equals("trained") ? Combination.trained() : Combination.heldOut();
        Examination examination =
                new Examination(combinations, Integer.parseInt(figures.get(2)), Long.parseLong(figures.get(1)));

        Accuracy accuracy = accuracy(examination);

        assertEquals(perCent(figures.get(3)), 100 * accuracy.both(), PER_CENT_OF_ROUNDING);
        assertEquals(perCent(figures.get(4)), 100 * accuracy.shape(), PER_CENT_OF_ROUNDING);
        assertEquals(perCent(figures.get(5)), 100 * accuracy.colour(), PER_CENT_OF_ROUNDING);
    }

    @Test
    void theFolderIsSmallAndListsItsWordsSorted() throws Exception {
        List<String> words = Files.readAllLines(FOLDER.resolve("words.txt"));

        assertEquals(words.stream().sorted().toList(), words);
        assertTrue(words.containsAll(List.of("red", "circle", "photo", "a", "background")));
        assertTrue(Files.size(FOLDER.resolve("model.safetensors")) < 12_000_000);
    }

    private static Accuracy accuracy(Examination examination) throws ProblemException {
        try (ClipModel model = ModelLoader.load(FOLDER, Precision.FP32)) {
            return examination.of(new Examination.Candidate() {
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
