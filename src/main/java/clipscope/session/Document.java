package clipscope.session;

import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.PromptPlan;
import clipscope.score.ScoreSettings;
import java.util.List;

/// What a person made: the part of a session that undo brings back.
///
/// **Thread:** Immutable.
///
/// @param images in the order shown
/// @param labels in the order shown, without repetitions
/// @param template fills the labels into prompts
/// @param plan the templates that are tried out on them, and what labels are called in prompts
/// @param scores how scores are to be read
/// @param pairs which captions belong to which of the images
/// @param frozen which of the images and labels stay in sight in the grid; labels that are not there may
///     come back
public record Document(
        List<ImageId> images,
        List<String> labels,
        PromptTemplate template,
        PromptPlan plan,
        ScoreSettings scores,
        Pairs pairs,
        Frozen frozen) {

    /// Nothing yet.
    public static final Document EMPTY =
            new Document(List.of(), List.of(), PromptTemplate.BARE, PromptPlan.FIRST, ScoreSettings.MODELS_OWN);

    public Document {
        images = List.copyOf(images);
        labels = List.copyOf(labels);
    }

    /// A document whose images have no captions, and of which nothing is frozen.
    public Document(
            List<ImageId> images, List<String> labels, PromptTemplate template, PromptPlan plan, ScoreSettings scores) {
        this(images, labels, template, plan, scores, Pairs.NONE, Frozen.NOTHING);
    }

    /// {@return what the text tower reads for a label}
    public String prompt(String label) {
        return plan.prompt(template, label);
    }

    /// {@return one prompt for each label, in their order}
    public List<String> prompts() {
        return labels.stream().map(this::prompt).toList();
    }

    /// {@return the same with other images; those that go take their captions along and are no longer frozen}
    public Document withImages(List<ImageId> other) {
        return new Document(other, labels, template, plan, scores, pairs.among(other), frozen.amongImages(other));
    }

    public Document withLabels(List<String> other) {
        return new Document(images, other, template, plan, scores, pairs, frozen);
    }

    public Document withTemplate(PromptTemplate other) {
        return new Document(images, labels, other, plan, scores, pairs, frozen);
    }

    public Document withPlan(PromptPlan other) {
        return new Document(images, labels, template, other, scores, pairs, frozen);
    }

    public Document withScores(ScoreSettings other) {
        return new Document(images, labels, template, plan, other, pairs, frozen);
    }

    public Document withPairs(Pairs other) {
        return new Document(images, labels, template, plan, scores, other.among(images), frozen);
    }

    public Document withFrozen(Frozen other) {
        return new Document(images, labels, template, plan, scores, pairs, other.amongImages(images));
    }
}
