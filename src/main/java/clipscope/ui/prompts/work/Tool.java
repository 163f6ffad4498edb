package clipscope.ui.prompts.work;

/// A part of the workspace that shows something computed of the session.
///
/// **Thread:** Confined to the JavaFX thread.
public interface Tool {

    /// The session has changed: what is shown is to be computed anew.
    void refresh();

    /// Another model is in use: what it has not computed must not be seen.
    void forget();
}
