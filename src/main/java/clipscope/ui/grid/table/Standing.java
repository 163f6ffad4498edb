package clipscope.ui.grid.table;

import java.util.function.IntToDoubleFunction;

/// Where a cosine stands among others of its row or column.
///
/// **Thread:** Immutable.
///
/// @param rank 1 for the highest; equal ones share the better rank
/// @param count how many there are, this one included
/// @param mean of all of them
/// @param deviation their standard deviation, as of a whole population
public record Standing(int rank, int count, double mean, double deviation) {

    public static Standing among(double cosine, int count, IntToDoubleFunction cosines) {
        int greater = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double other = cosines.applyAsDouble(i);
            greater += other > cosine ? 1 : 0;
            sum += other;
            squares += other * other; // cosines are at most 1: in double nothing is lost
        }
        double mean = sum / count;
        return new Standing(greater + 1, count, mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
}
