package clipscope.ui.prompts.versions;

import clipscope.embedding.ImageId;
import clipscope.language.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The terms of a sum, each with its weight.
///
/// **Thread:** Confined to the JavaFX thread.
final class TermsNode {

    private static final Texts TEXTS = Texts.beside(TermsNode.class);

    private static final double MOST = 2;

    private final SumViewModel model;
    private final Function<? super ImageId, String> name;
    private final List<Node> fixed;
    private final FlowPane root = new FlowPane();

    TermsNode(SumViewModel model, Function<? super ImageId, String> name) {
        this.model = model;
        this.name = name;
        TextField typed = new TextField();
        typed.setId("prompts-term");
        typed.setPrefColumnCount(16); // the hint is read in full
        typed.setPromptText(TEXTS.get("term.hint"));
        typed.setAccessibleText(TEXTS.get("term.accessible"));
        typed.setOnAction(_ -> {
            model.add(typed.getText());
            typed.clear();
        });
        Button image = new Button(TEXTS.get("term.image"), new FontIcon(Feather.PLUS));
        image.setId("prompts-term-image");
        image.setOnAction(_ -> model.addImage());
        root.getStyleClass().add("links");
        fixed = List.of(typed, image);
        root.prefWrapLengthProperty().bind(root.widthProperty()); // else a row is as high as if it were narrow
        root.getChildren().setAll(fixed);
        model.termsProperty().subscribe(this::show);
    }

    Node node() {
        return root;
    }

    private void show() {
        List<Term> terms = model.termsProperty().get();
        if (root.getChildren().size() == fixed.size() + terms.size()) {
            return; // a weight was moved: the slider in the person's hand must stay
        }
        root.getChildren().setAll(fixed);
        for (int place = 0; place < terms.size(); place++) {
            root.getChildren().add(node(place, terms.get(place)));
        }
    }

    private Node node(int place, Term term) {
        Label what = new Label(
                switch (term) {
                    case Term.OfText(String text, double _) -> text;
                    case Term.OfImage(ImageId image, double _) -> name.apply(image);
                });
        Label weight = new Label(text(term.weight()));
        Slider slider = new Slider(-MOST, MOST, term.weight());
        slider.setPrefWidth(90);
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText(TEXTS.get("weight", what.getText()));
        slider.valueProperty().subscribe((_, value) -> {
            double rounded = Math.round(value.doubleValue() * 10) / 10.0;
            weight.setText(text(rounded));
            model.weigh(place, rounded);
        });
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().add("flat");
        remove.setAccessibleText(TEXTS.get("remove", what.getText()));
        remove.setOnAction(_ -> model.remove(place));
        HBox chip = new HBox(weight, what, slider, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("term");
        return chip;
    }

    private static String text(double weight) {
        return (weight < 0 ? "−" : "+") + String.format(Locale.ROOT, "%.1f", Math.abs(weight));
    }
}
