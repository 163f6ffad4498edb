package clipscope.clip;

import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.FloatMatrix;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A small model of `src/test/golden/clip`, and what the reference says that it gives.
///
/// Whatever is missing fails the test that asks for it.
public record Golden(String name) {

    private static final Path ROOT = Path.of("src/test/golden/clip");
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([0-9, ]*)\\)");
    private static final int NPY_PREFIX = 10; // magic, version and the length of the header

    /// {@return all of them}
    public static Stream<Golden> all() {
        return Stream.of("quick-gelu-f32", "gelu-odd-heads-f32", "gelu-tanh-f16", "quick-gelu-bf16")
                .map(Golden::new);
    }

    /// A text, its ids, and how many of them did not fit.
    public record Text(String text, List<Integer> ids, int dropped) {}

    public Path folder() {
        return ROOT.resolve(name);
    }

    public List<Text> texts() throws IOException {
        String json = Files.readString(folder().resolve("expected/texts.json"));
        return JsonParser.parseString(json).getAsJsonArray().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(Golden::text)
                .toList();
    }

    private static Text text(JsonObject text) {
        List<Integer> ids = text.getAsJsonArray("ids").asList().stream()
                .map(JsonElement::getAsInt)
                .toList();
        return new Text(text.get("text").getAsString(), ids, text.get("dropped").getAsInt());
    }

    public List<PixelTensor> images() throws IOException {
        return images("pixels");
    }

    public List<PixelTensor> images(String stage) throws IOException {
        Array pixels = array(stage);
        int side = pixels.shape().getLast();
        int size = 3 * side * side;
        float[] values = pixels.matrix(size).toArray();
        return IntStream.range(0, pixels.shape().getFirst())
                .mapToObj(i -> PixelTensor.adopt(side, side, Arrays.copyOfRange(values, i * size, (i + 1) * size)))
                .toList();
    }

    /// {@return what the reference gives at a stage, one row for each input or token}
    public FloatMatrix stage(String stage) throws IOException {
        Array array = array(stage);
        return array.matrix(array.shape().getLast());
    }

    private Array array(String stage) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(folder().resolve("expected/" + stage + ".npy")))
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[file.getShort(NPY_PREFIX - Short.BYTES)];
        file.position(NPY_PREFIX).get(header);
        Matcher shape = SHAPE.matcher(new String(header, StandardCharsets.US_ASCII));
        if (!shape.find()) {
            throw new IOException("no shape in " + stage);
        }
        List<Float> values = new ArrayList<>();
        while (file.hasRemaining()) {
            values.add(file.getFloat());
        }
        List<Integer> lengths = Pattern.compile("[0-9]+")
                .matcher(shape.group(1))
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
        return new Array(lengths, values);
    }

    @Override
    public String toString() {
        return name;
    }

    private record Array(List<Integer> shape, List<Float> values) {

        FloatMatrix matrix(int columns) {
            float[] all = new float[values.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = values.get(i);
            }
            return FloatMatrix.copyOf(all.length / columns, columns, all);
        }
    }
}
