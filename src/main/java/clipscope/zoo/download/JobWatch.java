package clipscope.zoo.download;

import clipscope.task.Job;
import java.util.function.Consumer;

/// A job that shows how far a download is.
///
/// **Thread:** Called on the thread that downloads.
///
/// @param onStep told what else is being done
/// @param onAdvance told whenever bytes have come
public record JobWatch(Job job, Consumer<String> onStep, Runnable onAdvance) implements DownloadWatch {

    @Override
    public void expect(long bytes) {
        job.expect(bytes);
    }

    @Override
    public void found(long bytes) {
        job.found(bytes);
    }

    @Override
    public void advance(long bytes) {
        job.advance(bytes);
        onAdvance.run();
    }

    @Override
    public void step(String words) {
        onStep.accept(words);
    }
}
