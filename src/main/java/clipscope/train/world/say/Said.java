package clipscope.train.world.say;

/// A caption and what it claims.
///
/// **Thread:** Immutable.
///
/// @param text lower-case words
public record Said(String text, Statement statement) {}
