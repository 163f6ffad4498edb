package clipscope.ui.control;

import java.util.function.BooleanSupplier;

/// A number on its way to a goal: quick at first, then slower. A new goal is gone for from wherever the
/// number is.
///
/// **Thread:** Confined to the JavaFX thread.
public final class Glide {

    /// How long the way takes: long enough to follow with the eye, too short to wait for.
    ///
    /// **Unit:** nanoseconds.
    public static final long DURATION = 200_000_000;

    private final BooleanSupplier still;
    private double from;
    private double to;
    private long start;

    /// @param value where it stands, with nowhere to go
    /// @param still asked whether the system wants no motion: then it is at every goal at once
    public Glide(double value, BooleanSupplier still) {
        this.still = still;
        this.from = value;
        this.to = value;
        this.start = Long.MIN_VALUE / 2; // long ago
    }

    /// Sets off for a goal; nothing if it is on the way there already.
    public void go(double goal, long now) {
        if (goal != to) {
            from = still.getAsBoolean() ? goal : at(now);
            to = goal;
            start = now;
        }
    }

    /// Is at the goal at once.
    public void jump(double goal) {
        from = goal;
        to = goal;
    }

    public double goal() {
        return to;
    }

    public double at(long now) {
        double left = 1 - Math.clamp((now - start) / (double) DURATION, 0, 1);
        return to + (from - to) * left * left * left;
    }

    public boolean moving(long now) {
        return from != to && now - start < DURATION;
    }
}
