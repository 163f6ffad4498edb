package clipscope.train;

import clipscope.train.drawing.Colour;
import clipscope.train.drawing.Combination;
import clipscope.train.drawing.Shape;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The `README.md` of a trained model: what it is, what it can and cannot do, and how well, as measured.
///
/// @param words how many words its captions had
/// @param parameters how many numbers were learned
record ModelCardPage(TrainingPlan plan, int words, long parameters) {

    /// {@return the page, as Markdown}
    ///
    /// @param heldOut accuracy on combinations that training never showed
    /// @param trained accuracy on the others, freshly drawn
    /// @param time the training took, with examinations
    String text(Accuracy heldOut, Accuracy trained, Duration time) {
        return String.format(
                Locale.ROOT,
                """
                ---
                license: apache-2.0
                ---

                # %1$s

                A small CLIP that comes with ClipScope, so that the first minute needs no download. It was trained from
                nothing by ClipScope itself, on pictures that ClipScope drew itself. It has %2$,d parameters, takes
                pictures of %3$d × %3$d pixels, and knows %4$d words.

                ## What it knows

                - Shapes: %5$s.
                - Colours: %6$s.
                - Sizes (large, small), places (left, right, top, bottom, centre), backgrounds by their colour, and
                  two figures side by side or above each other.
                - Usual templates around them: "a photo of a {}", "a drawing of a {}", "a picture of a {}".

                It looks at the middle square of a picture. Best is one figure in a plain colour, upright and a good
                part of the picture's height, on a plain background, as one draws it in any paint program.

                ## What it does not know

                Everything else. It has never seen a photograph, a person, an animal or a letter. Every other word is
                noise to it, and ClipScope marks such words ("not in this model's vocabulary"; the list is
                `words.txt`). Sizes, places and relations of two figures are understood less surely than colours and
                shapes, and so are figures that are smaller, or turned further, than those it was trained on. Its
                numbers say nothing about how well larger CLIP models do.

                ## How well it does

                Zero-shot, with the template "a photo of a {}", on one figure a picture, freshly drawn with all that
                training has too: from half to nine tenths of the picture's height, away from the middle, turned a
                little (arrows in any direction), stretched, some as outlines, on any background, noisy or blurred.

                | Pictures | Seed | Number | Colour and shape, of %7$d | Shape, of %8$d | Colour, of %9$d |
                |---|---|---|---|---|---|
                | held out | %10$d | %11$d | %12$.1f %% | %13$.1f %% | %14$.1f %% |
                | trained | %10$d | %15$d | %16$.1f %% | %17$.1f %% | %18$.1f %% |

                *Held out* are combinations of colour and shape that training never drew and never named: %19$s.

                ## How it was trained

                Contrastive loss over pictures and captions (Radford et al. 2021), but a caption counts for every
                picture of the batch that it is true of. AdamW, warm-up, cosine; from large plain figures to the full
                variety. %20$d steps of %21$d pictures with %22$d captions each, %23$d pictures in all, seed %24$d; it
                took %25$d minutes on the two processor cores of a machine that had other work too. Pictures, captions
                and first weights depend on the seed alone; the rest is repeatable on one machine with one number of
                threads.

                ```
                clipscope train --out models/%1$s --seed %24$d --steps %20$d
                ```

                ## Licence

                Apache-2.0, like ClipScope. No data of others went into it.
                """,
                NanoModel.NAME,
                parameters,
                NanoModel.IMAGE_SIZE,
                words,
                Arrays.stream(Shape.values()).map(Shape::word).collect(Collectors.joining(", ")),
                Arrays.stream(Colour.values()).map(Colour::word).collect(Collectors.joining(", ")),
                Combination.all().size(),
                Shape.values().length,
                Colour.values().length,
                Trainer.CARD_SEED,
                heldOut.pictures(),
                100 * heldOut.both(),
                100 * heldOut.shape(),
                100 * heldOut.colour(),
                trained.pictures(),
                100 * trained.both(),
                100 * trained.shape(),
                100 * trained.colour(),
                Combination.heldOut().stream().map(Combination::words).collect(Collectors.joining(", ")),
                plan.steps(),
                plan.imagesPerStep(),
                plan.captionsPerImage(),
                (long) plan.steps() * plan.imagesPerStep(),
                plan.seed(),
                time.toMinutes());
    }
}
