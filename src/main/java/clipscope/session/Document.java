package clipscope.session;

import clipscope.embedding.ImageId;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.PromptPlan;
import java.util.List;

/// What a person made: the part of a session that undo brings back.
///
/// **Thread:** Immutable.
///
/// @param images in the order shown
/// @param labels in the order shown, without repetitions
/// @param template fills the labels into prompts
/// @param plan the templates that are tried out on them
public record Document(List<ImageId> images, List<String> labels, PromptTemplate template, PromptPlan plan) {

    public Document {
        images = List.copyOf(images);
        labels = List.copyOf(labels);
    }

    /// {@return one prompt for each label, in their order}
    public List<String> prompts() {
        return labels.stream().map(template::fill).toList();
    }

    Document withImages(List<ImageId> other) {
        return new Document(other, labels, template, plan);
    }

    Document withLabels(List<String> other) {
        return new Document(images, other, template, plan);
    }

    Document withTemplate(PromptTemplate other) {
        return new Document(images, labels, other, plan);
    }

    Document withPlan(PromptPlan other) {
        return new Document(images, labels, template, other);
    }
}
