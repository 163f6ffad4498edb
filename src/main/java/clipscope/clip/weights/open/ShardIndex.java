package clipscope.clip.weights.open;

import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.file.MappedFile;
import clipscope.language.Texts;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the JSON that says which file holds which tensor.
///
/// The files lie beside the index: a name that leads elsewhere is refused.
///
/// **Source:** `get_checkpoint_shard_files` in `transformers/utils/hub.py` of huggingface/transformers.
final class ShardIndex {

    private static final Texts TEXTS = Texts.beside(ShardIndex.class);

    private static final long MAX_BYTES = 16L << 20; // the largest CLIP would need 0.3 MB
    private static final String WEIGHT_MAP = "weight_map";

    private final Path path;
    private final JsonReader json;

    private ShardIndex(Path path, JsonReader json) {
        this.path = path;
        this.json = json;
    }

    static boolean recognises(MappedFile file) {
        return file.beginsWith("{");
    }

    /// {@return the file of each tensor, by the tensor's name}
    static Map<String, Path> read(MappedFile file) throws MalformedFileException {
        if (file.bytes().byteSize() > MAX_BYTES) {
            throw new MalformedFileException(TEXTS.get("index.large"));
        }
        byte[] bytes = file.bytes().toArray(ValueLayout.JAVA_BYTE);
        try (JsonReader json = new JsonReader(new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString()))) {
            json.setStrictness(Strictness.STRICT);
            return new ShardIndex(file.path(), json).read();
        } catch (MalformedFileException e) {
            throw e;
        } catch (IOException e) {
            MalformedFileException fault = new MalformedFileException(TEXTS.get("index.json"));
            fault.initCause(e);
            throw fault;
        }
    }

    private Map<String, Path> read() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        boolean found = false;
        json.beginObject();
        while (json.peek() == JsonToken.NAME) {
            if (!json.nextName().equals(WEIGHT_MAP)) {
                json.skipValue();
                continue;
            }
            if (found) {
                throw new MalformedFileException(TEXTS.get("index.map.twice"));
            }
            found = true;
            readMap(files);
        }
        json.endObject();
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedFileException(TEXTS.get("index.more"));
        }
        if (files.isEmpty()) {
            throw new MalformedFileException(TEXTS.get("index.no.map"));
        }
        return files;
    }

    private void readMap(Map<String, Path> files) throws IOException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            throw new MalformedFileException(TEXTS.get("index.map.form"));
        }
        json.beginObject();
        while (json.peek() == JsonToken.NAME) {
            String tensor = json.nextName();
            if (json.peek() != JsonToken.STRING) {
                throw new MalformedFileException(TEXTS.get("index.no.file", tensor));
            }
            if (files.put(tensor, beside(json.nextString())) != null) {
                throw new MalformedFileException(TEXTS.get("index.twice", tensor));
            }
        }
        json.endObject();
    }

    private Path beside(String name) throws MalformedFileException {
        try {
            Path file = Path.of(name);
            if (file.getRoot() == null
                    && file.getNameCount() == 1
                    && file.toString().equals(name)
                    && !name.isEmpty()
                    && !name.contains("\\")
                    && !name.equals(".")
                    && !name.equals("..")) {
                return path.resolveSibling(file);
            }
        } catch (InvalidPathException _) { // falls through: no name of a file
        }
        throw new MalformedFileException(TEXTS.get("index.elsewhere", name));
    }
}
