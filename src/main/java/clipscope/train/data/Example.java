package clipscope.train.data;

import java.nio.file.Path;
import java.util.List;

/// A picture and what is true of it.
///
/// **Thread:** Immutable.
///
/// @param digest of its pixels: the same for every copy
/// @param captions at least one; the first is what it is asked for when the training is examined
public record Example(Path file, String digest, List<String> captions) {

    public Example {
        captions = List.copyOf(captions);
        if (captions.isEmpty()) {
            throw new IllegalArgumentException("no caption for " + file);
        }
    }
}
