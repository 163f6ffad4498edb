package clipscope.zoo.download;

import java.util.ArrayList;
import java.util.List;

/// Adds up what it is told.
public final class AddingWatch implements DownloadWatch {

    public long expected;
    long found;
    long advanced;
    final List<String> steps = new ArrayList<>();

    /// {@return how many bytes are there}
    public long done() {
        return found + advanced;
    }

    @Override
    public void expect(long bytes) {
        expected += bytes;
    }

    @Override
    public void found(long bytes) {
        found += bytes;
    }

    @Override
    public void advance(long bytes) {
        advanced += bytes;
    }

    @Override
    public void step(String words) {
        steps.add(words);
    }
}
