package clipscope.train.run;

import clipscope.clip.engine.TrainingNetwork;
import java.time.Duration;

/// How fast a training goes, and what its steps showed since the last report.
///
/// **Thread:** Confined to the thread that learns.
final class Pace {

    private final RunPlan plan;
    private double losses;
    private double gradients;
    private long images;
    private long learning; // ns, since the last report
    private int steps;
    private int allSteps; // since the start of this process
    private long started;
    private long paused;

    Pace(RunPlan plan) {
        this.plan = plan;
    }

    void start() {
        started = System.nanoTime();
    }

    void pause() {
        paused = System.nanoTime();
    }

    /// The time since [#pause()] never was.
    void goOn() {
        started += System.nanoTime() - paused;
    }

    /// @param nanos that the step took
    void learned(TrainingNetwork.Step step, int size, long nanos) {
        losses += step.loss();
        gradients += step.gradientLength();
        images += size;
        learning += nanos;
        steps++;
        allSteps++;
    }

    /// {@return the report of all steps since the last; the time left counts examinations and saving too}
    Progress report(int step, double logitScale) {
        double perStep = (System.nanoTime() - started) / 1e9 / allSteps;
        Progress progress = new Progress(
                step,
                plan.steps(),
                losses / steps,
                gradients / steps,
                logitScale,
                plan.rate(step),
                images / Math.max(1e-9, learning / 1e9),
                Duration.ofSeconds(Math.round((plan.steps() - step) * perStep)));
        losses = 0;
        gradients = 0;
        images = 0;
        learning = 0;
        steps = 0;
        return progress;
    }
}
