package clipscope.session.output;

import clipscope.clip.ClipModel;
import clipscope.clip.Computed;
import clipscope.clip.ModelCard;
import clipscope.clip.Recipe;
import clipscope.clip.ScoreRule;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import clipscope.score.ImageScores;
import clipscope.score.ScoreMode;
import clipscope.session.Document;
import clipscope.session.ImageState;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.LabelResult;
import clipscope.session.compare.OtherWords;
import clipscope.session.desk.Desk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a session has found out, as it stands at one moment. Scores are computed from it when they are
/// asked for.
///
/// **Thread:** made on the owner's thread; immutable, so that others may compute with it.
///
/// @param document what was asked
/// @param model what has computed
/// @param compared the images and labels that have numbers, with their embeddings
/// @param others words that are no label and take part; empty where none are wanted
/// @param sources where the images with numbers come from, in the order of `compared`
/// @param missing labels and images without numbers, each with its reason
public record SessionResult(
        Document document,
        Model model,
        Comparison.Snapshot compared,
        List<Other> others,
        List<ImageSource> sources,
        Missing missing) {

    private static final Texts TEXTS = Texts.beside(SessionResult.class);

    public SessionResult {
        others = List.copyOf(others);
        sources = List.copyOf(sources);
    }

    /// The model, by what is known of it.
    public record Model(ModelCard card, Recipe recipe, Computed computed) {}

    /// A word that is no label.
    public record Other(String prompt, Embedding embedding) {}

    /// What has no numbers, and why.
    public record Missing(List<Gap> labels, List<Gap> images) {

        public Missing {
            labels = List.copyOf(labels);
            images = List.copyOf(images);
        }
    }

    /// A label or an image without numbers.
    public record Gap(String name, String reason) {}

    /// What one image's labels got.
    ///
    /// @param cosines in the order of the labels compared
    public record OfImage(List<Double> cosines, ImageScores scores) {

        public OfImage {
            cosines = List.copyOf(cosines);
        }
    }

    /// {@return what there is now; empty while no image or no label has numbers, or other words are still
    /// being read}
    public static Optional<SessionResult> of(Desk desk) {
        Comparison.Snapshot compared = desk.comparison().snapshot();
        Optional<ClipModel> model = desk.slot().model();
        if (model.isEmpty()
                || compared.images().isEmpty()
                || compared.labels().isEmpty()
                || (desk.others().wanted() && desk.others().used().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new SessionResult(
                desk.session().document(),
                new Model(model.get().card(), model.get().recipe(), model.get().computed()),
                compared,
                others(desk),
                compared.images().stream().map(desk.session()::source).toList(),
                new Missing(labels(desk), images(desk))));
    }

    private static List<Other> others(Desk desk) {
        List<Other> others = new ArrayList<>();
        Optional<OtherWords.Sifted> used =
                desk.others().wanted() ? desk.others().used() : Optional.empty();
        used.ifPresent(words -> {
            for (int i = 0; i < words.words().size(); i++) {
                String prompt =
                        desk.session().document().template().fill(words.words().get(i));
                others.add(new Other(prompt, words.embeddings().get(i)));
            }
        });
        return others;
    }

    private static List<Gap> labels(Desk desk) {
        List<Gap> missing = new ArrayList<>();
        desk.comparison()
                .obstacles()
                .forEach((label, obstacle) -> missing.add(new Gap(
                        label,
                        switch (obstacle) {
                            case LabelResult.Unknown(String _, var tokens) ->
                                TEXTS.get("gap.unknown", String.join(", ", tokens.unknownWords()));
                            case LabelResult.LeftOut _ -> TEXTS.get("gap.out");
                            case LabelResult.Failed(String _, var problem) -> ProblemText.of(problem);
                            case LabelResult.Waiting _, LabelResult.Scored _ -> TEXTS.get("gap.waiting");
                        })));
        return missing;
    }

    private static List<Gap> images(Desk desk) {
        List<Gap> missing = new ArrayList<>();
        for (ImageId id : desk.session().document().images()) {
            if (desk.embeddings().image(id).isEmpty()) {
                missing.add(new Gap(
                        desk.session().source(id).shortName(),
                        desk.session().state(id) instanceof ImageState.Unusable(var problem)
                                ? ProblemText.of(problem)
                                : TEXTS.get("gap.waiting")));
            }
        }
        return missing;
    }

    /// {@return how cosines become logits, at the temperature wanted}
    public ScoreRule rule() {
        return compared.scoreRule();
    }

    /// {@return how the labels of an image are judged}
    public ScoreMode mode() {
        return document.scores().mode(rule());
    }

    /// {@return the prompts that were compared, by label}
    public Map<String, String> prompts() {
        Map<String, String> prompts = new LinkedHashMap<>();
        compared.labels().forEach(label -> prompts.put(label, document.prompt(label)));
        return prompts;
    }

    /// Computes the scores of one image.
    ///
    /// @param image its place among those compared
    public OfImage image(int image) {
        Embedding embedding = compared.imageEmbeddings().get(image);
        double[] cosines = compared.promptEmbeddings().stream()
                .mapToDouble(embedding::cosine)
                .toArray();
        double[] ofOthers = others.stream()
                .mapToDouble(other -> embedding.cosine(other.embedding()))
                .toArray();
        return new OfImage(Arrays.stream(cosines).boxed().toList(), ImageScores.of(cosines, ofOthers, rule(), mode()));
    }
}
