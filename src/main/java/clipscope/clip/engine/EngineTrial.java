package clipscope.clip.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A note that is there while native libraries are loaded which may end the process: whoever finds it at the
/// next start takes others.
///
/// **Thread:** Confined to the inference thread.
final class EngineTrial {

    private static final String PROPERTY = "clipscope.torch.trial"; // the note's file; none without it
    private static final Logger LOG = LoggerFactory.getLogger(EngineTrial.class);

    private EngineTrial() {}

    /// {@return whether a start was tried that did not end well}
    static boolean failed() {
        return System.getProperty(PROPERTY) != null;
    }

    /// {@return what a start gives} Where that fails, the note stays.
    static <T> T of(Supplier<T> start) {
        Optional<Path> note = Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
        try {
            if (note.isPresent()) {
                Files.writeString(note.get(), "");
            }
            T started = start.get();
            if (note.isPresent()) {
                Files.deleteIfExists(note.get());
            }
            System.clearProperty(PROPERTY); // it starts once
            return started;
        } catch (IOException e) {
            LOG.warn("the start of the engine is not noted", e);
            return start.get();
        }
    }
}
