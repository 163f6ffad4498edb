package clipscope.cli.train;

import clipscope.clip.engine.ComputeType;

/// The number format of matrix products, as people type it.
enum TrainingPrecision {
    FP32,
    BF16;

    ComputeType products() {
        return this == BF16 ? ComputeType.BF16 : ComputeType.FP32;
    }
}
