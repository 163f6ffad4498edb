package clipscope.train.own;

import clipscope.clip.engine.LearnedPart;
import clipscope.prompt.PromptTemplate;
import clipscope.train.data.DataSettings;
import java.nio.file.Path;
import java.util.List;

/// A training: on what, from what, how, and where its model goes.
///
/// **Thread:** Immutable.
///
/// @param data a folder of pictures and captions
/// @param out the model's folder
/// @param templates make captions of the names of folders
/// @param seed of everything random: what is held out, first weights, order and variation of pictures
public record OwnPlan(
        Path data,
        Path out,
        Start start,
        Method method,
        Augmentation augmentation,
        List<PromptTemplate> templates,
        long seed) {

    public OwnPlan {
        templates = List.copyOf(templates);
        if (start instanceof Start.FromNothing && !(method.part() instanceof LearnedPart.Everything)) {
            throw new IllegalArgumentException("a model from nothing is learned as a whole, not " + method.part());
        }
    }

    DataSettings dataSettings(int imageSize) {
        return new DataSettings(templates, DataSettings.HELD_OUT, seed, imageSize);
    }
}
