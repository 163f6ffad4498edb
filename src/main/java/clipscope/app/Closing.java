package clipscope.app;

import clipscope.clip.ClipModel;
import clipscope.problem.ProblemException;
import clipscope.session.cache.EmbeddingCache;
import clipscope.settings.CurrentSettings;
import clipscope.task.BackgroundThreads;
import clipscope.task.ProcessEnd;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is still to be done once the window is gone.
///
/// What a person must not lose is waited for: files that are being written, and the checkpoint of a training.
/// A batch that is being computed is not: it can be computed again.
///
/// **Thread:** Immutable; runs on the main thread, so that the JavaFX thread takes the window off the screen.
///
/// @param settings with all that is to be kept of the window
/// @param models that are open
record Closing(CurrentSettings settings, EmbeddingCache cache, BackgroundThreads threads, List<ClipModel> models) {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private static final long WRITING_MILLIS = 10_000; // a session with pictures in it, on a slow disk
    private static final long LEARNING_MILLIS = 60_000; // a step of a large model, and its checkpoint
    private static final long COMPUTING_MILLIS = 1_000; // ten times what a batch usually takes

    Closing {
        models = List.copyOf(models);
    }

    /// Writes and waits; returns when the process may end as usual, and else ends it.
    void run() {
        if (!ended()) {
            ProcessEnd.now(0);
        }
    }

    /// {@return whether nothing computes any more}
    private boolean ended() {
        try {
            settings.save();
        } catch (ProblemException e) {
            LOG.warn("the settings are not kept", e);
        }
        cache.write(); // what was encoded in the last moments
        boolean written = threads.endKeeping(WRITING_MILLIS);
        boolean learned = threads.endLongWork(LEARNING_MILLIS);
        boolean computed = threads.closeWithin(() -> models.forEach(ClipModel::close), COMPUTING_MILLIS);
        LOG.debug("ended in time: writing {}, training {}, batch {}", written, learned, computed);
        return learned && computed;
    }
}
