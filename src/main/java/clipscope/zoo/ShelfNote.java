package clipscope.zoo;

import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import clipscope.zoo.ShelfModel.Kind;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the shelf remembers of a model.
///
/// @param bytes of all its files
/// @param modified the latest change of any, in milliseconds since 1970
record ShelfNote(Path location, Kind kind, long bytes, long modified) {

    private static final Logger LOG = LoggerFactory.getLogger(ShelfNote.class);
    private static final String ENDING = ".json";

    /// {@return the note of a model as it is now}
    static ShelfNote of(Path location, Kind kind) throws IOException {
        long bytes = 0;
        long modified = 0;
        if (Files.isDirectory(location)) {
            try (Stream<Path> all = Files.list(location)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    bytes += Files.size(file);
                    modified =
                            Math.max(modified, Files.getLastModifiedTime(file).toMillis());
                }
            }
        } else {
            bytes = Files.size(location);
            modified = Files.getLastModifiedTime(location).toMillis();
        }
        return new ShelfNote(location, kind, bytes, modified);
    }

    /// {@return the names of which there are notes, in alphabetical order}
    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        } catch (IOException _) {
            return List.of(); // nothing came yet, or nothing can be seen
        }
    }

    static Optional<ShelfNote> read(Path folder, String name) {
        Path file = folder.resolve(name + ENDING);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return Optional.of(new ShelfNote(
                    Path.of(json.get("location").getAsString()),
                    Kind.valueOf(json.get("kind").getAsString()),
                    json.get("bytes").getAsLong(),
                    json.get("modified").getAsLong()));
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | UnsupportedOperationException e) {
            LOG.warn("{} is not read", file, e);
            return Optional.empty();
        }
    }

    void write(Path folder, String name) throws ProblemException {
        JsonObject json = new JsonObject();
        json.addProperty("location", location.toString());
        json.addProperty("kind", kind.name());
        json.addProperty("bytes", bytes);
        json.addProperty("modified", modified);
        WholeFile.write(
                folder.resolve(name + ENDING),
                new GsonBuilder().setPrettyPrinting().create().toJson(json));
    }

    static void delete(Path folder, String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + ENDING));
    }
}
