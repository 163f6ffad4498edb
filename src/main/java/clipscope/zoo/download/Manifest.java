package clipscope.zoo.download;

import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import clipscope.zoo.catalogue.ModelSource;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Which files a download is of, beside them: so that it goes on with the same commit, and tells later where
/// the model came from.
final class Manifest {

    static final String FILE = "clipscope-download.json";

    private Manifest() {}

    /// {@return the files that an earlier try of the same source was at}
    static Optional<List<WantedFile>> read(Path folder, ModelSource source) {
        try {
            JsonObject json = JsonParser.parseString(Files.readString(folder.resolve(FILE)))
                    .getAsJsonObject();
            if (!json.get("source").getAsString().equals(source.toString())) {
                return Optional.empty();
            }
            List<WantedFile> files = new ArrayList<>();
            for (JsonElement element : json.getAsJsonArray("files")) {
                files.add(file(element.getAsJsonObject()));
            }
            return Optional.of(files);
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | UnsupportedOperationException _) {
            return Optional.empty(); // the server is asked anew
        }
    }

    private static WantedFile file(JsonObject json) {
        Optional<FileHash> hash = json.has("sha256")
                ? FileHash.sha256(json.get("sha256").getAsString())
                : json.has("gitBlob") ? FileHash.gitBlob(json.get("gitBlob").getAsString()) : Optional.empty();
        return new WantedFile(
                json.get("name").getAsString(),
                URI.create(json.get("url").getAsString()),
                json.has("size") ? OptionalLong.of(json.get("size").getAsLong()) : OptionalLong.empty(),
                hash);
    }

    static void write(Path folder, ModelSource source, List<WantedFile> files) throws ProblemException {
        JsonArray list = new JsonArray();
        for (WantedFile file : files) {
            JsonObject json = new JsonObject();
            json.addProperty("name", file.name());
            json.addProperty("url", file.url().toString());
            file.size().ifPresent(size -> json.addProperty("size", size));
            file.hash().ifPresent(hash -> json.addProperty(name(hash), hash.hex()));
            list.add(json);
        }
        JsonObject root = new JsonObject();
        root.addProperty("source", source.toString());
        root.add("files", list);
        WholeFile.writeInNewFolder(
                folder.resolve(FILE),
                new GsonBuilder().setPrettyPrinting().create().toJson(root));
    }

    private static String name(FileHash hash) {
        return switch (hash.kind()) {
            case SHA_256 -> "sha256";
            case GIT_BLOB -> "gitBlob";
        };
    }
}
