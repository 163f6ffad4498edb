package clipscope.cli.train;

import clipscope.clip.engine.ContrastiveLoss;

/// The loss, as people type it.
enum LossOption {
    CLIP,
    SIGMOID;

    ContrastiveLoss loss() {
        return this == SIGMOID ? ContrastiveLoss.SIGMOID : ContrastiveLoss.CROSS_ENTROPY;
    }
}
