package clipscope.clip.text;

/// A piece of a text and its token.
///
/// **Thread:** Immutable.
///
/// @param text as it stood in the text after the model's own rules, such as lower case
/// @param read whether the text tower gets it; what lies beyond the context is cut off
public record TextPiece(String text, int id, boolean read) {}
