package clipscope.zoo.catalogue;

import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The checkpoints that a person added to the catalogue, in a file that they may edit.
///
/// **Thread:** Immutable; reads and writes a file.
///
/// @param file need not be there
public record OwnModels(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(OwnModels.class);

    /// {@return the checkpoints, in the order in which they were added; none if the file cannot be read}
    public List<CatalogueModel> read() {
        try {
            return CatalogueJson.read(Files.readString(file));
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException | CatalogueJson.Malformed e) {
            LOG.warn("{} is not read", file, e);
            return List.of();
        }
    }

    /// Adds one, unless there is one of that id.
    ///
    /// @throws ProblemException if the file cannot be written
    public void add(CatalogueModel model) throws ProblemException {
        if (!has(model.id())) {
            List<CatalogueModel> all = new ArrayList<>(read());
            all.add(model);
            write(all);
        }
    }

    /// {@return whether there is one of that id}
    public boolean has(String id) {
        return read().stream().anyMatch(known -> known.id().equals(id));
    }

    /// Forgets one; harmless if there is none of that id.
    ///
    /// @throws ProblemException if the file cannot be written
    public void remove(String id) throws ProblemException {
        List<CatalogueModel> all = new ArrayList<>(read());
        if (all.removeIf(known -> known.id().equals(id))) {
            write(all);
        }
    }

    private void write(List<CatalogueModel> models) throws ProblemException {
        JsonArray list = new JsonArray();
        models.forEach(model -> list.add(CatalogueJson.write(model)));
        JsonObject root = new JsonObject();
        root.add("models", list);
        WholeFile.writeInNewFolder(
                file, new GsonBuilder().setPrettyPrinting().create().toJson(root));
    }
}
