package clipscope.session;

import clipscope.image.ImageSource;
import clipscope.prompt.PromptTemplate;
import java.util.List;

/// Pictures, and labels that fit them, to try the program with.
///
/// **Thread:** Immutable.
///
/// @param template for labels like these
public record Example(List<ImageSource> images, List<String> labels, PromptTemplate template) {

    /// No example.
    public static final Example NONE = new Example(List.of(), List.of(), PromptTemplate.BARE);

    public Example {
        images = List.copyOf(images);
        labels = List.copyOf(labels);
    }
}
