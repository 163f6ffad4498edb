package clipscope.zoo.catalogue;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The checkpoints that can be downloaded.
///
/// **Thread:** Immutable.
///
/// @param models each with an id of its own
public record Catalogue(List<CatalogueModel> models) {

    private static final Texts TEXTS = Texts.beside(Catalogue.class);

    public Catalogue {
        models = List.copyOf(models);
    }

    /// Reads `catalog.json`.
    ///
    /// @throws ProblemException if the file cannot be read or is no catalogue
    public static Catalogue read(Path file) throws ProblemException {
        try {
            List<CatalogueModel> models = CatalogueJson.read(Files.readString(file));
            Set<String> ids = new HashSet<>();
            for (CatalogueModel model : models) {
                if (!ids.add(model.id())) {
                    throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("twice", model.id())));
                }
            }
            return new Catalogue(models);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, TEXTS.get("unreadable")), e);
        } catch (CatalogueJson.Malformed e) {
            throw new ProblemException(new Problem.BadModelFile(file, String.valueOf(e.getMessage())), e);
        }
    }

    /// {@return the same with others at the end; where two have one id, the first stays}
    public Catalogue with(List<CatalogueModel> others) {
        List<CatalogueModel> all = new ArrayList<>(models);
        others.stream().filter(other -> find(other.id()).isEmpty()).forEach(all::add);
        return new Catalogue(all);
    }

    public Optional<CatalogueModel> find(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }
}
