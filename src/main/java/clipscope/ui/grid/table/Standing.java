package clipscope.ui.grid.table;

/// Where a cosine stands among others of its row or column.
///
/// **Thread:** Immutable.
///
/// @param rank 1 for the highest; equal ones share the better rank
/// @param count how many there are, this one included
/// @param percentile the share that is less, and half the share that is equal, in percent
/// @param mean of all of them
/// @param deviation their standard deviation, as of a whole population
public record Standing(int rank, int count, double percentile, double mean, double deviation) {

    public static Standing among(double cosine, double[] cosines) {
        int greater = 0;
        int equal = 0;
        double sum = 0;
        double squares = 0;
        for (double other : cosines) {
            greater += other > cosine ? 1 : 0;
            equal += other == cosine ? 1 : 0;
            sum += other;
            squares += other * other; // cosines are at most 1: in double nothing is lost
        }
        int count = cosines.length;
        double mean = sum / count;
        return new Standing(
                greater + 1,
                count,
                100 * (count - greater - 0.5 * equal) / count,
                mean,
                Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
}
