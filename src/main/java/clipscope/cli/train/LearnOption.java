package clipscope.cli.train;

import clipscope.clip.engine.LearnedPart;

/// What of a model is learned, as people type it.
enum LearnOption {
    ALL,
    PROJECTIONS,
    ADAPTERS;

    LearnedPart part(int rank) {
        return switch (this) {
            case ALL -> new LearnedPart.Everything();
            case PROJECTIONS -> new LearnedPart.Projections();
            case ADAPTERS -> new LearnedPart.Adapters(rank);
        };
    }
}
