package clipscope.prompt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Templates that are used together: a label's embedding is the mean over all of them.
///
/// **Thread:** Immutable.
///
/// **Source:** Radford et al. 2021, section 3.1.4, "Prompt engineering and ensembling".
///
/// @param templates at least one, without repetitions, each with a place for the label
public record TemplateSet(List<PromptTemplate> templates) {

    /// The seven templates that greedy selection took from OpenAI's eighty for ImageNet.
    ///
    /// **Source:** `notebooks/Prompt_Engineering_for_ImageNet.ipynb` of openai/CLIP.
    private static final TemplateSet OPENAI_7 = new TemplateSet(List.of(
            new PromptTemplate("itap of a {}."),
            new PromptTemplate("a bad photo of the {}."),
            new PromptTemplate("a origami {}."),
            new PromptTemplate("a photo of the large {}."),
            new PromptTemplate("a {} in a video game."),
            new PromptTemplate("art of the {}."),
            new PromptTemplate("a photo of the small {}.")));

    private static final Map<String, TemplateSet> NAMED = Map.of("openai-7", OPENAI_7);

    public TemplateSet {
        templates = List.copyOf(new LinkedHashSet<>(templates));
        if (templates.isEmpty()) {
            throw new IllegalArgumentException("no template");
        }
        for (PromptTemplate template : templates) {
            if (!template.hasPlace()) {
                throw new IllegalArgumentException("no {} in the template: " + template.text());
            }
        }
    }

    /// {@return the set of that name, if it is one of ours}
    public static Optional<TemplateSet> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /// {@return the names of the sets we have}
    public static List<String> names() {
        return NAMED.keySet().stream().sorted().toList();
    }

    /// {@return the prompts of one label, in the order of the templates}
    public List<String> prompts(String label) {
        return templates.stream().map(template -> template.fill(label)).toList();
    }
}
