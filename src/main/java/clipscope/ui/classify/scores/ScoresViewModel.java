package clipscope.ui.classify.scores;

import clipscope.clip.ClipModel;
import clipscope.clip.ScoreRule;
import clipscope.embedding.ImageId;
import clipscope.prompt.LabelList;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.OtherWords;
import clipscope.session.desk.Desk;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How scores are read, and whether the image is none of the labels.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ScoresViewModel {

    private final Desk desk;
    private final ReadOnlyObjectWrapper<ScoreMode> mode = new ReadOnlyObjectWrapper<>(ScoreMode.SOFTMAX);
    private final ReadOnlyObjectWrapper<Optional<Temperature>> temperature =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<NoneState> none = new ReadOnlyObjectWrapper<>(new NoneState.Hidden());

    /// The temperature in use.
    ///
    /// @param value above 0
    /// @param ofModel the one the model learned
    public record Temperature(double value, double ofModel) {

        /// {@return whether the person has set another than the model's}
        public boolean changed() {
            return value != ofModel;
        }
    }

    public ScoresViewModel(Desk desk) {
        this.desk = desk;
        desk.session().onChange(this::follow);
        show();
    }

    // properties

    public ReadOnlyObjectProperty<ScoreMode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// {@return the temperature in use, empty while there is no model}
    public ReadOnlyObjectProperty<Optional<Temperature>> temperatureProperty() {
        return temperature.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<NoneState> noneProperty() {
        return none.getReadOnlyProperty();
    }

    // commands

    public void setMode(ScoreMode wanted) {
        session().setScores(settings().withMode(wanted));
    }

    /// Uses another temperature, as a slider passes by it.
    ///
    /// @param value above 0
    public void slideTemperature(double value) {
        session().slideTemperature(OptionalDouble.of(value));
    }

    /// The slider was let go: what comes next is a step of its own.
    public void endSliding() {
        session().endTyping();
    }

    public void resetTemperature() {
        session().setScores(settings().withTemperature(OptionalDouble.empty()));
    }

    /// Compares with other words too, or no longer.
    public void useOthers(boolean wanted) {
        session().setScores(settings().withOthers(wanted));
    }

    /// {@return the other words, one a line}
    public String words() {
        return desk.others().list().stream()
                .map(word -> LabelList.joined(List.of(word)))
                .collect(Collectors.joining("\n"));
    }

    /// Takes other words instead; none for those that come with ClipScope.
    public void setWords(String text) {
        List<String> words = LabelList.parse(text);
        session().setScores(settings().withWords(words.equals(OtherWords.bundled()) ? List.of() : words));
    }

    private Session session() {
        return desk.session();
    }

    private ScoreSettings settings() {
        return session().document().scores();
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Encoded(Set<ImageId> images) -> {
                if (session().selected().filter(images::contains).isPresent()) {
                    show();
                }
            }
            case SessionChange.Scores _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Model _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Selection _ -> show();
            case SessionChange.Image _, SessionChange.Images _, SessionChange.Frozen _ -> {}
        }
    }

    private void show() {
        Optional<ScoreRule> ofModel = desk.slot().model().map(ClipModel::scoreRule);
        ScoreRule rule = ofModel.orElse(new ScoreRule.Softmax(1));
        mode.set(settings().mode(rule));
        temperature.set(ofModel.map(ScoreRule::scale)
                .map(scale -> new Temperature(settings().temperature().orElse(1 / scale), 1 / scale)));
        none.set(none(rule));
    }

    private NoneState none(ScoreRule rule) {
        boolean offered = rule instanceof ScoreRule.Softmax
                && desk.slot().model().isPresent()
                && !session().document().labels().isEmpty()
                && mode.get() != ScoreMode.COSINE;
        if (!offered) {
            return new NoneState.Hidden();
        }
        if (!desk.others().wanted()) {
            return new NoneState.Offered();
        }
        return desk.others()
                .used()
                .<NoneState>map(
                        used -> new NoneState.Compared(share(), used.words().size(), used.synonyms()))
                .orElse(new NoneState.Reading());
    }

    private OptionalDouble share() {
        Optional<Comparison.None> none = session()
                .selected()
                .flatMap(image -> desk.comparison()
                        .of(desk.framings().embedding(image), Set.of())
                        .none());
        return none.isPresent() ? OptionalDouble.of(none.get().probability()) : OptionalDouble.empty();
    }
}
