package clipscope.train.world.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Places for several things that do not overlap.
public final class Places {

    private Places() {}

    /// {@return x, y and room for each, in parts of the picture's side}
    public static List<double[]> apart(int count, RandomGenerator random) {
        int across = count <= 2 ? 2 : count <= 4 ? 2 : 3;
        int down = count <= 2 ? 1 + random.nextInt(2) : 2;
        if (count == 3 && random.nextInt(3) == 0) {
            across = 3;
            down = 1;
        }
        if (random.nextBoolean()) {
            int swap = across;
            across = down;
            down = swap;
        }
        if (across * down < count) {
            across = 2;
            down = 2;
        }
        List<Integer> cells = new ArrayList<>();
        for (int i = 0; i < across * down; i++) {
            cells.add(i);
        }
        for (int i = cells.size() - 1; i > 0; i--) {
            Collections.swap(cells, i, random.nextInt(i + 1));
        }
        double room = 1.0 / Math.max(across, down);
        List<double[]> places = new ArrayList<>();
        for (int cell : cells.subList(0, count)) {
            places.add(new double[] {
                (cell % across + 0.5) / across + 0.15 * room * (random.nextDouble() - 0.5),
                (Math.floorDiv(cell, across) + 0.5) / down + 0.15 * room * (random.nextDouble() - 0.5),
                room
            });
        }
        return places;
    }
}
