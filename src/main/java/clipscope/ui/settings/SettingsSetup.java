package clipscope.ui.settings;

import clipscope.problem.Problem;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.desk.Desk;
import clipscope.settings.CurrentSettings;
import clipscope.zoo.download.NetUse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the page needs of the program around it.
///
/// @param net what downloads use; reads a file
/// @param cache of embeddings
/// @param modelFolder where models are kept at present
/// @param chooseFolder lets the person choose a folder
/// @param reopen opens the model in use again
/// @param notice tells the person what went wrong
public record SettingsSetup(
        CurrentSettings settings,
        Desk desk,
        Supplier<NetUse> net,
        EmbeddingCache cache,
        Path modelFolder,
        Supplier<Optional<Path>> chooseFolder,
        Runnable reopen,
        Consumer<? super Problem> notice) {}
