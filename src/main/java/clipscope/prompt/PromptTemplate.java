package clipscope.prompt;

/// A sentence with a place for a label: `a photo of a {}.`
///
/// **Thread:** Immutable.
///
/// @param text the sentence; every `{}` in it stands for the label
public record PromptTemplate(String text) {

    /// Where the label goes.
    public static final String PLACE = "{}";

    /// The template that is the label itself.
    public static final PromptTemplate BARE = new PromptTemplate(PLACE);

    /// {@return whether the label has a place in it; without one, all labels make the same prompt}
    public boolean hasPlace() {
        return text.contains(PLACE);
    }

    /// {@return the prompt for a label}
    public String fill(String label) {
        return text.replace(PLACE, label);
    }
}
