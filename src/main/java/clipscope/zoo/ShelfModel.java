package clipscope.zoo;

import java.nio.file.Path;

/// A model of the shelf.
///
/// **Thread:** Immutable.
///
/// @param name by which commands and the window call it
/// @param location the folder or file of the model
/// @param kind whose files they are
/// @param state whether it is as it was when it came
public record ShelfModel(String name, Path location, Kind kind, State state) {

    /// Whose the files are.
    public enum Kind {
        /// Copied: they go when the model is removed.
        COPIED("copied"),

        /// The person's own, wherever they lie: they stay when the model is removed.
        IN_PLACE("in place");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// What has become of the files.
    public enum State {
        AS_IT_CAME(""),
        CHANGED("changed since it came"),
        GONE("no longer there");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /// {@return the state in words; empty for what needs none}
        public String words() {
            return words;
        }
    }
}
