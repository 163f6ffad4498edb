package clipscope.train.caption;

/// A sentence about a picture, and what it claims.
///
/// **Thread:** Immutable.
///
/// @param text lower-case words
public record Caption(String text, Claim claim) {}
