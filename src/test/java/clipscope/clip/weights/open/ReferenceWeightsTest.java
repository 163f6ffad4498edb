package clipscope.clip.weights.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.ExpectedTensors;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What PyTorch wrote, against what it says it wrote: see `src/test/golden/README.md`.
class ReferenceWeightsTest {

    private static final Path FOLDER = Path.of("src/test/golden/weights");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openai-vit.pt",
                "openai-resnet.pt",
                "state-dict.bin",
                "protocol-3.bin",
                "protocol-4.bin",
                "protocol-5.bin",
                "legacy.bin",
                "legacy-protocol-4.bin",
                "training.pt",
                "compiled.pt",
                "pytorch_model.bin.index.json",
                "model.safetensors.index.json",
            })
    void everyTensorIsTheReferences(String name) throws Exception {
        try (Checkpoint checkpoint = Checkpoints.open(FOLDER.resolve(name))) {
            assertEquals(FOLDER.resolve(name), checkpoint.location());
            assertEquals(ExpectedTensors.read(FOLDER.resolve(name + ".expected.json")), ExpectedTensors.of(checkpoint));
        }
    }

    @Test
    void aModelSavedWithItsCodeIsRefusedByTheNameOfItsClass() {
        Path file = FOLDER.resolve("whole-module.pt");
        ProblemException e = assertThrows(ProblemException.class, () -> Checkpoints.open(file));

        assertEquals(
                new Problem.BadModelFile(
                        file, "the pickle asks for torch.nn.modules.container.Sequential, which no weights need"),
                e.problem());
    }
}
