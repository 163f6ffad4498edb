package clipscope.zoo.download;

import clipscope.clip.MachineSpeedMemory;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.zoo.Shelf;
import clipscope.zoo.catalogue.Catalogue;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.catalogue.ModelAddress;
import clipscope.zoo.catalogue.OwnModels;
import java.nio.file.Path;
import java.util.Optional;

/// All that there is of models: those here, those that can be had, and the way from there to here.
///
/// **Thread:** Immutable; reads and writes files.
///
/// @param listed the catalogue that comes with the program
/// @param own what the person added to it
/// @param speed of this machine, for an idea of how fast each would be
public record Zoo(Shelf shelf, Path listed, OwnModels own, Downloads downloads, MachineSpeedMemory speed) {

    private static final Texts TEXTS = Texts.beside(Zoo.class);

    /// {@return what can be had}
    ///
    /// @throws ProblemException if the program's catalogue cannot be read
    public Catalogue catalogue() throws ProblemException {
        return Catalogue.read(listed).with(own.read());
    }

    /// {@return where the cache of Hugging Face's own programs has what is meant by an id of the catalogue or
    /// by a repository}
    public Optional<Path> cached(String asked) {
        try {
            return downloads.inCache(find(asked));
        } catch (ProblemException _) {
            return Optional.empty(); // no name of any
        }
    }

    /// {@return what is meant by an id of the catalogue, a repository or an address}
    ///
    /// @throws ProblemException if it is none of them
    public CatalogueModel find(String asked) throws ProblemException {
        return catalogue()
                .find(asked)
                .or(() -> ModelAddress.parse(asked))
                .orElseThrow(() -> new ProblemException(new Problem.BadInput(asked, TEXTS.get("asked"))));
    }
}
