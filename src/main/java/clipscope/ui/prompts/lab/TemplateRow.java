package clipscope.ui.prompts.lab;

import clipscope.prompt.PromptTemplate;
import clipscope.score.ensemble.Quality;
import java.util.Optional;
import java.util.OptionalDouble;

/// A template as the laboratory lists it.
///
/// **Thread:** Immutable.
///
/// @param used whether the ensemble has it
/// @param alone how it does alone, empty until that is computed
/// @param gain what the ensemble would lose without it, in shares; empty for one that it does not have
public record TemplateRow(PromptTemplate template, boolean used, Optional<Quality> alone, OptionalDouble gain) {}
