package clipscope.train.own;

/// Pauses, goes on with, or ends a training that runs on another thread.
///
/// **Thread:** Thread-safe.
public final class CourseControl {

    private enum Wish {
        LEARN,
        PAUSE,
        LEAVE,
        FINISH
    }

    private Wish wish = Wish.LEARN;

    /// Waits before the next step, until [#resume()].
    public synchronized void pause() {
        if (wish == Wish.LEARN) {
            wish = Wish.PAUSE;
        }
    }

    public synchronized void resume() {
        if (wish == Wish.PAUSE) {
            set(Wish.LEARN);
        }
    }

    /// Ends after the step that is under way and leaves a checkpoint, to go on another time.
    public synchronized void leave() {
        set(Wish.LEAVE);
    }

    /// Ends after the step that is under way and makes a model of the best that was seen.
    public synchronized void finish() {
        set(Wish.FINISH);
    }

    private void set(Wish next) {
        wish = next;
        notifyAll();
    }

    /// Asked before each step, on the thread that learns; waits while paused.
    ///
    /// @return whether to go on
    synchronized boolean goOn() {
        while (wish == Wish.PAUSE) {
            try {
                wait();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                wish = Wish.LEAVE;
            }
        }
        return wish == Wish.LEARN;
    }

    /// {@return whether it is to go on another time}
    synchronized boolean left() {
        return wish == Wish.LEAVE;
    }
}
