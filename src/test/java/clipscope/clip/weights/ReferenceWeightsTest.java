package clipscope.clip.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What PyTorch wrote, against what it says it wrote: see `src/test/golden/README.md`.
class ReferenceWeightsTest {

    private static final Path FOLDER = Path.of("src/test/golden/weights");

    private record Found(String dtype, List<Long> shape, String sha256) {}

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
                "pytorch_model.bin.index.json",
                "model.safetensors.index.json",
            })
    void everyTensorIsTheReferences(String name) throws Exception {
        try (Checkpoint checkpoint = Checkpoints.open(FOLDER.resolve(name))) {
            Map<String, Found> found = new TreeMap<>();
            for (TensorEntry tensor : checkpoint.tensors().values()) {
                found.put(tensor.name(), found(checkpoint, tensor));
            }

            assertEquals(FOLDER.resolve(name), checkpoint.location());
            assertEquals(expected(name), found);
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

    private static Found found(Checkpoint checkpoint, TensorEntry tensor) throws Exception {
        byte[] bytes = checkpoint.bytes(tensor).toArray(ValueLayout.JAVA_BYTE);
        assertEquals(bytes.length, tensor.size());
        return new Found(
                tensor.dtype().name(),
                tensor.shape(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    private static Map<String, Found> expected(String name) throws Exception {
        String text = Files.readString(FOLDER.resolve(name + ".expected.json"));
        Map<String, Found> expected = new TreeMap<>();
        for (Map.Entry<String, JsonElement> entry :
                JsonParser.parseString(text).getAsJsonObject().entrySet()) {
            JsonObject tensor = entry.getValue().getAsJsonObject();
            List<Long> shape = tensor.getAsJsonArray("shape").asList().stream()
                    .map(JsonElement::getAsLong)
                    .toList();
            expected.put(
                    entry.getKey(),
                    new Found(
                            tensor.get("dtype").getAsString(),
                            shape,
                            tensor.get("sha256").getAsString()));
        }
        return expected;
    }
}
