package clipscope.clip.layout;

/// Something that a model's files say, or leave to a rule.
///
/// **Thread:** Immutable.
///
/// @param name what it is: "image tower, activation"
/// @param value as a person reads it
/// @param origin how it is known
/// @param source the file and the key it was read from, or the rule that it was taken from
public record Fact(String name, String value, Origin origin, String source) {

    /// How a fact is known.
    public enum Origin {
        /// A file says it.
        READ,
        /// No file says it: it is what models of this kind have.
        ASSUMED,
        /// It follows from the shapes of the weights.
        DERIVED
    }
}
