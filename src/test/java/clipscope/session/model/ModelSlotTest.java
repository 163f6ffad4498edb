package clipscope.session.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.Computing;
import clipscope.clip.FakeClipModel;
import clipscope.clip.Precision;
import clipscope.session.Session;
import clipscope.task.ManualTaskRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelSlotTest {

    private static final Path MODEL = Path.of("models", "one");

    private final ManualTaskRunner tasks = new ManualTaskRunner();
    private final List<FakeClipModel> opened = new ArrayList<>();
    private final ModelSlot slot = new ModelSlot(new Session(), new Embeddings(), tasks.runners(), (_, _) -> {
        opened.add(new FakeClipModel("number " + opened.size()));
        return opened.getLast();
    });

    /// Whoever changes the precision twice opens the same folder twice.
    @Test
    void ofOneModelAskedForInTwoWaysTheLaterStays() {
        slot.open(MODEL, Precision.FP32);
        slot.open(MODEL, Precision.BF16);
        tasks.runAll();

        assertEquals(Optional.of(opened.getLast()), slot.model());
        assertEquals(Optional.of(Computing.in(Precision.BF16)), slot.computing());
        assertTrue(opened.getFirst().closed(), "nobody uses it");
        assertFalse(opened.getLast().closed());
    }

    @Test
    void withoutAModelNothingWasAskedFor() {
        slot.open(MODEL, Precision.FP32);

        assertEquals(Optional.empty(), slot.computing());
    }
}
