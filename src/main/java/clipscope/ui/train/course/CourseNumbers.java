package clipscope.ui.train.course;

import clipscope.embedding.FloatMatrix;
import clipscope.train.own.CourseEvent;
import clipscope.train.own.Retrieval;
import clipscope.train.run.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What a training has shown so far.
///
/// **Thread:** Immutable.
///
/// @param best the best examination after the first
public record CourseNumbers(
        int steps,
        List<Point> losses,
        List<Point> imageFirst,
        List<Point> textFirst,
        Optional<Progress> latest,
        Optional<Retrieval> best,
        Optional<FloatMatrix> cosines) {

    /// One point of a curve.
    public record Point(int step, double value) {}

    public CourseNumbers {
        losses = List.copyOf(losses);
        imageFirst = List.copyOf(imageFirst);
        textFirst = List.copyOf(textFirst);
    }

    static CourseNumbers none(int steps) {
        return new CourseNumbers(
                steps, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// {@return what a training that goes on had shown before}
    CourseNumbers with(CourseEvent.Resumed resumed) {
        return new CourseNumbers(
                steps,
                points(resumed.losses(), loss -> loss),
                points(resumed.examined(), Retrieval::imageFirst),
                points(resumed.examined(), Retrieval::textFirst),
                latest,
                Optional.ofNullable(resumed.examined().get(resumed.bestStep())).filter(_ -> resumed.bestStep() > 0),
                cosines);
    }

    private static <T> List<Point> points(Map<Integer, T> values, ToDoubleFunction<T> value) {
        return values.entrySet().stream()
                .map(each -> new Point(each.getKey(), value.applyAsDouble(each.getValue())))
                .toList();
    }

    CourseNumbers with(Progress progress) {
        return new CourseNumbers(
                steps,
                with(losses, new Point(progress.step(), progress.loss())),
                imageFirst,
                textFirst,
                Optional.of(progress),
                best,
                cosines);
    }

    CourseNumbers with(CourseEvent.Examined examined) {
        Retrieval retrieval = examined.retrieval();
        return new CourseNumbers(
                steps,
                losses,
                with(imageFirst, new Point(examined.step(), retrieval.imageFirst())),
                with(textFirst, new Point(examined.step(), retrieval.textFirst())),
                latest,
                examined.best() ? Optional.of(retrieval) : best,
                Optional.of(examined.cosines()));
    }

    private static List<Point> with(List<Point> points, Point last) {
        List<Point> more = new ArrayList<>(points);
        more.add(last);
        return more;
    }
}
