package clipscope.session;

import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ScoreSettings;
import java.util.List;

/// What a person made: the part of a session that undo brings back.
///
/// **Thread:** Immutable.
///
/// @param images in the order shown
/// @param labels in the order shown, without repetitions
/// @param template fills the labels into prompts
/// @param scores how scores are to be read
public record Document(List<ImageId> images, List<String> labels, PromptTemplate template, ScoreSettings scores) {

    public Document {
        images = List.copyOf(images);
        labels = List.copyOf(labels);
    }

    /// {@return one prompt for each label, in their order}
    public List<String> prompts() {
        return labels.stream().map(template::fill).toList();
    }

    Document withImages(List<ImageId> other) {
        return new Document(other, labels, template, scores);
    }

    Document withLabels(List<String> other) {
        return new Document(images, other, template, scores);
    }

    Document withTemplate(PromptTemplate other) {
        return new Document(images, labels, other, scores);
    }

    Document withScores(ScoreSettings other) {
        return new Document(images, labels, template, other);
    }
}
