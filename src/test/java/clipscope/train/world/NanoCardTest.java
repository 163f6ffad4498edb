package clipscope.train.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NanoCardTest {

    private static final String FIRST =
            "clipscope train --drawings target/drawings --out models/clipscope-nano --seed 1 --steps 6400";
    private static final String SECOND = "clipscope train --drawings target/drawings --from models/clipscope-nano"
            + " --out models/clipscope-nano --seed 2 --steps 2000";

    @TempDir
    private Path folder;

    private NanoPlan plan(Optional<Path> from, long seed, int steps) {
        return new NanoPlan(folder, from, folder, folder, seed, steps);
    }

    @Test
    void aCourseThatGoesOnTellsOfThoseBefore() throws Exception {
        String first = new NanoCard(plan(Optional.empty(), 1, 6_400), List.of(), 1, 1, 1).text(List.of());
        Files.writeString(folder.resolve("README.md"), first);
        Files.writeString(folder.resolve("curve.csv"), "step,loss\n50,5.9\n");

        EarlierCourses earlier = EarlierCourses.of(Optional.of(folder));
        String second = new NanoCard(plan(Optional.of(folder), 2, 2_000), earlier.commands(), 1, 1, 1).text(List.of());

        assertEquals(List.of(FIRST), earlier.commands());
        assertEquals("step,loss\n50,5.9\n", earlier.curve());
        assertTrue(second.contains(FIRST + "\n" + SECOND + "\n"), second);
        assertTrue(second.contains("6,400 and then 2,000 steps of 256 pictures"), second);
        assertTrue(second.contains("2,150,400 of them"), second); // 8,400 x 256
    }
}
