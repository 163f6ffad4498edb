package clipscope.doctor;

import clipscope.clip.ClipModel;
import clipscope.clip.Computed;
import clipscope.clip.Computing;

/// A model, and how it computes.
///
/// **Thread:** Immutable.
///
/// @param asked how it was asked to
/// @param imagesPerSecond measured while images were encoded; 0 if none were
public record ModelInUse(String name, Computed computed, Computing asked, double imagesPerSecond) {

    public static ModelInUse of(ClipModel model, Computing asked, double imagesPerSecond) {
        return new ModelInUse(model.card().name(), model.computed(), asked, imagesPerSecond);
    }
}
