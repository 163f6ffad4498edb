package clipscope.zoo;

import clipscope.language.Texts;
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

    private static final Texts TEXTS = Texts.beside(ShelfModel.class);

    /// Whose the files are.
    public enum Kind {
        /// Copied: they go when the model is removed.
        COPIED("kind.copied"),

        /// The person's own, wherever they lie: they stay when the model is removed.
        IN_PLACE("kind.place");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String words() {
            return TEXTS.get(key);
        }
    }

    /// What has become of the files.
    public enum State {
        AS_IT_CAME(""),
        CHANGED("state.changed"),
        GONE("state.gone");

        private final String key;

        State(String key) {
            this.key = key;
        }

        /// {@return the state in words; empty for what needs none}
        public String words() {
            return this == AS_IT_CAME ? "" : TEXTS.get(key);
        }
    }
}
