package clipscope.cli.train;

import clipscope.train.own.Augmentation;
import java.util.List;

/// How pictures are varied, as people type it.
enum AugmentOption {
    CROP,
    FLIP,
    COLOUR,
    NONE;

    static Augmentation of(List<AugmentOption> chosen) {
        return chosen.isEmpty()
                ? Augmentation.USUAL
                : new Augmentation(chosen.contains(CROP), chosen.contains(FLIP), chosen.contains(COLOUR));
    }
}
