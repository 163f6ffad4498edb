package clipscope.ui.prompts.sentence;

import clipscope.language.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The words of a prompt, shaded by what the cosine loses without them.
///
/// **Thread:** Confined to the JavaFX thread.
final class WordsNode {

    private static final Texts TEXTS = Texts.beside(WordsNode.class);

    private static final int SHADES = 4;
    private static final int NAMED = 4;

    private final FlowPane sentence = new FlowPane();
    private final Label explanation = new Label();
    private final VBox root = new VBox(sentence, explanation);

    WordsNode() {
        sentence.setId("prompts-words");
        sentence.getStyleClass().add("words");
        sentence.setMinWidth(0);
        explanation.getStyleClass().add("muted");
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        root.getStyleClass().add("stack");
        root.setMinWidth(0);
    }

    Node node() {
        return root;
    }

    void show(Optional<Reading> reading) {
        List<Reading.WordShare> words = reading.map(Reading::words).orElse(List.of());
        double most = words.stream()
                .mapToDouble(word -> Math.abs(word.share().orElse(0)))
                .max()
                .orElse(0);
        sentence.getChildren()
                .setAll(words.stream().map(word -> node(word, most)).toList());
        explanation.setText(explanation(words));
    }

    private static Label node(Reading.WordShare word, double most) {
        Label label = new Label(word.word());
        label.getStyleClass().add("word");
        double share = word.share().orElse(0);
        int shade = most == 0 ? 0 : (int) Math.round(SHADES * Math.abs(share) / most);
        if (shade > 0) {
            label.getStyleClass().add((share < 0 ? "word-against-" : "word-for-") + shade);
        }
        label.setAccessibleText(word.word() + ", " + signed(share));
        return label;
    }

    private static String explanation(List<Reading.WordShare> words) {
        if (words.stream().allMatch(word -> word.share().isEmpty())) {
            return TEXTS.get("shares.none");
        }
        return TEXTS.get(
                "shares",
                words.stream()
                        .sorted(Comparator.comparingDouble(
                                word -> -Math.abs(word.share().orElse(0))))
                        .limit(NAMED)
                        .map(word -> word.word() + " " + signed(-word.share().orElse(0)))
                        .collect(Collectors.joining(", ")));
    }

    private static String signed(double cosine) {
        return (cosine < 0 ? "−" : "+") + String.format(Locale.ROOT, "%.3f", Math.abs(cosine));
    }
}
