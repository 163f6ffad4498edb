package clipscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final Schedule schedule = new Schedule(1000, 2);

    @Test
    void theRateRisesInALineAndFallsAlongACosineToAHundredth() {
        assertEquals(2 * 0.5 * (0.01 + 0.99 * (1 + Math.cos(Math.PI * 0.025)) / 2), schedule.learningRate(25), 1e-12);
        assertEquals(2 * (0.01 + 0.99 / 2), schedule.learningRate(500), 1e-12);
        assertEquals(0.02, schedule.learningRate(1000), 1e-12);
    }

    @Test
    void picturesAreEasyAtFirstAndFullFromThreeFifthsOn() {
        assertEquals(0, schedule.difficulty(100));
        assertEquals(0.5, schedule.difficulty(350), 1e-12);
        assertEquals(1, schedule.difficulty(600), 1e-12);
        assertEquals(1, schedule.difficulty(1000));
    }
}
