package clipscope.ui.grid.table;

import java.util.OptionalDouble;

/// All numbers of one cell.
///
/// **Thread:** Immutable.
///
/// @param logit logit scale × cosine
/// @param alone the probability of the cell by itself, if the model gives such
/// @param overPrompts the prompt's probability among the prompts, for this image
/// @param overImages the image's probability among the images, for this prompt
/// @param inRow the cosine among those of the same image
/// @param inColumn the cosine among those of the same prompt
public record CellFacts(
        double cosine,
        double logit,
        OptionalDouble alone,
        double overPrompts,
        double overImages,
        Standing inRow,
        Standing inColumn) {}
