package clipscope.clip.weights;

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

/// What a weight file holds: each tensor's type, shape, and the hash of its bytes.
public final class ExpectedTensors {

    private ExpectedTensors() {}

    public record Tensor(String dtype, List<Long> shape, String sha256) {}

    /// {@return what PyTorch says about a file that it wrote}
    public static Map<String, Tensor> read(Path json) throws Exception {
        Map<String, Tensor> expected = new TreeMap<>();
        for (Map.Entry<String, JsonElement> entry :
                JsonParser.parseString(Files.readString(json)).getAsJsonObject().entrySet()) {
            JsonObject tensor = entry.getValue().getAsJsonObject();
            List<Long> shape = tensor.getAsJsonArray("shape").asList().stream()
                    .map(JsonElement::getAsLong)
                    .toList();
            expected.put(
                    entry.getKey(),
                    new Tensor(
                            tensor.get("dtype").getAsString(),
                            shape,
                            tensor.get("sha256").getAsString()));
        }
        return expected;
    }

    /// {@return what we read}
    public static Map<String, Tensor> of(Checkpoint checkpoint) throws Exception {
        Map<String, Tensor> found = new TreeMap<>();
        for (TensorEntry tensor : checkpoint.tensors().values()) {
            byte[] bytes = checkpoint.bytes(tensor).toArray(ValueLayout.JAVA_BYTE);
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            found.put(tensor.name(), new Tensor(tensor.dtype().name(), tensor.shape(), hash));
        }
        return found;
    }
}
