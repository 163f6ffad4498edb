package clipscope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GlideTest {

    private static final long HALF = Glide.DURATION / 2;

    @Test
    void theWayIsQuickAtFirstAndEndsAtTheGoal() {
        Glide glide = new Glide(0, () -> false);

        glide.go(8, 1_000);

        assertEquals(0, glide.at(1_000));
        assertEquals(7, glide.at(1_000 + HALF), 1e-9); // 8 × (1 - 0.5³)
        assertEquals(8, glide.at(1_000 + Glide.DURATION));
        assertTrue(glide.moving(1_000 + HALF));
        assertFalse(glide.moving(1_000 + Glide.DURATION));
    }

    @Test
    void aNewGoalIsGoneForFromWhereItIs() {
        Glide glide = new Glide(0, () -> false);
        glide.go(8, 0);

        glide.go(0, HALF);

        assertEquals(7, glide.at(HALF), 1e-9);
        assertEquals(0.875, glide.at(2 * HALF), 1e-9); // 7 × 0.5³
    }

    @Test
    void theSameGoalAgainDoesNotStartAgain() {
        Glide glide = new Glide(0, () -> false);
        glide.go(8, 0);

        glide.go(8, HALF);

        assertEquals(8, glide.at(Glide.DURATION));
    }

    @Test
    void aJumpIsThereAtOnce() {
        Glide glide = new Glide(0, () -> false);

        glide.jump(5);

        assertEquals(5, glide.at(0));
        assertFalse(glide.moving(0));
    }

    @Test
    void whereTheSystemWantsNoMotionItIsThereAtOnce() {
        Glide glide = new Glide(0, () -> true);
        glide.go(1, 1_000);

        assertEquals(1, glide.at(1_000), 0);
        assertFalse(glide.moving(1_001));
    }
}
