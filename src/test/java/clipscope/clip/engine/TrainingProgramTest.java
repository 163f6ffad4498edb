package clipscope.clip.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The methods of `training.py` against arithmetic by hand.
class TrainingProgramTest {

    private PtNDManager manager;
    private PtSymbolBlock program;

    @BeforeEach
    void open() throws Exception {
        TorchRuntime runtime = TorchRuntime.start();
        manager = runtime.newManager();
        program = runtime.loadTrainingProgram(manager);
    }

    @AfterEach
    void close() {
        program.close();
        manager.close();
    }

    /// Cosines 1, 0.6 / 0, 0.8 and a logit scale of 2: logits 2, 1.2 / 0, 1.6.
    @Test
    void theLossOfTwoPairsIsTheirCrossEntropyBothWays() {
        double rows = (Math.log(1 + Math.exp(1.2 - 2)) + Math.log(1 + Math.exp(0 - 1.6))) / 2;
        double columns = (Math.log(1 + Math.exp(0 - 2.0)) + Math.log(1 + Math.exp(1.2 - 1.6))) / 2;

        assertEquals((rows + columns) / 2, loss(1, 0, 0, 1), 1e-6);
    }

    /// The second text is true of the first picture too, so it is no mistake there, in the row and in the
    /// column.
    @Test
    void aTextThatIsTrueOfTwoPicturesIsNotHeldAgainstEither() {
        double rows = (0 + Math.log(1 + Math.exp(0 - 1.6))) / 2;
        double columns = (Math.log(1 + Math.exp(0 - 2.0)) + 0) / 2;

        assertEquals((rows + columns) / 2, loss(1, 1, 0, 1), 1e-6);
    }

    /// As above, but that it is neither true nor false there: then it does not pull the first picture
    /// either.
    @Test
    void whatIsNeitherTrueNorFalseTakesNoPart() {
        double rows = (0 + Math.log(1 + Math.exp(0 - 1.6))) / 2;
        double columns = (Math.log(1 + Math.exp(0 - 2.0)) + 0) / 2;

        assertEquals((rows + columns) / 2, loss(1, 0.5f, 0, 1), 1e-6);
    }

    /// One row with the logits 2 and 1.2 both true, the other with 0 false and 1.6 true, of three texts:
    /// the third, opposite to the first, is false of the first picture, with the logit -2, and true of
    /// none.
    @Test
    void eachTrueTextStandsAgainstTheFalseOnesAlone() {
        float[] texts = {1, 0, 0.6f, 0.8f, -1, 0};
        double first = (Math.log(1 + Math.exp(-2 - 2)) + Math.log(1 + Math.exp(-2 - 1.2))) / 2;
        double second = Math.log(1 + Math.exp(0 - 1.6) + Math.exp(0 - 1.6)); // cosines 0 and 0 are false
        double columns = (Math.log(1 + Math.exp(0 - 2.0)) + 0) / 2; // the third is true of none, and asks nothing

        assertEquals(((first + second) / 2 + columns) / 2, loss(texts, 1, 1, 0, 0, 1, 0), 1e-6);
    }

    /// Step 2 with gradient 0.5, averages 0.1 and 0.04 before it, rate 0.1, betas 0.9 and 0.99, decay 0.2:
    /// averages 0.14 and 0.0421, corrected 0.14 / (1 - 0.9²) and 0.0421 / (1 - 0.99²).
    @Test
    void adamwDoesWhatItsPaperSays() {
        double step = 0.1 * (0.14 / 0.19) / Math.sqrt(0.0421 / 0.0199);

        assertEquals(1 - 0.1 * 0.2 - step, adamw(new Shape(1, 1)), 1e-6);
        assertEquals(1 - step, adamw(new Shape(1)), 1e-6); // vectors do not decay
    }

    private double loss(float... truth) {
        return loss(new float[] {1, 0, 0.6f, 0.8f}, truth);
    }

    /// Pictures along the axes, of length 3 so that only their direction counts.
    private double loss(float[] texts, float... truth) {
        int count = texts.length / 2;
        return call(
                "contrastive_loss",
                tensor(new Shape(2, 2), 3, 0, 0, 3),
                tensor(new Shape(count, 2), texts),
                tensor(new Shape(2, count), truth),
                tensor(new Shape(), (float) Math.log(2)));
    }

    private double adamw(Shape shape) {
        return call(
                "adamw",
                tensor(shape, 1),
                tensor(shape, 0.5f),
                tensor(shape, 0.1f),
                tensor(shape, 0.04f),
                IValue.from(2.0),
                IValue.from(0.1),
                IValue.from(0.9),
                IValue.from(0.99),
                IValue.from(1e-12),
                IValue.from(0.2));
    }

    private double call(String method, IValue... arguments) {
        try (IValue result = IValueUtils.runMethod(program, method, arguments)) {
            return result.toTensor(manager).toFloatArray()[0];
        }
    }

    private IValue tensor(Shape shape, float... values) {
        return IValue.from((PtNDArray) manager.create(values, shape));
    }
}
