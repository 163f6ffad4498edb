package clipscope.zoo.download;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/// A file of a model, as it is to be fetched.
///
/// **Thread:** Immutable.
///
/// @param name in the model's folder
/// @param size in bytes; empty if nobody told
/// @param hash of the whole; empty if nobody told
record WantedFile(String name, URI url, OptionalLong size, Optional<FileHash> hash) {

    private static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9._@+-]{0,150}";

    WantedFile {
        if (!plain(name)) {
            throw new IllegalArgumentException("a file called " + name);
        }
    }

    /// {@return whether a file of that name lies in the folder that it is put in, and is seen there}
    static boolean plain(String name) {
        return name.matches(PLAIN);
    }
}
