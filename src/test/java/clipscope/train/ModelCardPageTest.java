package clipscope.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ModelCardPageTest {

    @Test
    void theBundledModelHasTheCardOfItsTraining() throws IOException {
        TrainingPlan plan = TrainingPlan.standard(Path.of("models"), 1, 2000);
        ModelCardPage page = new ModelCardPage(plan, 83, 1_897_153);

        String text = page.text(
                new Accuracy(1200, 0.707, 0.687, 0.933),
                new Accuracy(1200, 0.835, 0.855, 0.970),
                Duration.ofMinutes(19));

        assertEquals(Files.readString(Path.of("models/clipscope-nano/README.md")), text);
    }
}
