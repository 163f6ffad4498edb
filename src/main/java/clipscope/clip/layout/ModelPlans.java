package clipscope.clip.layout;

import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Tells by the files alone in which layout a model is, and reads it.
///
/// Rules, in this order: one of OpenAI's archives that was named itself; a `config.json` that describes two
/// towers; an `open_clip_config.json`; a folder whose only model is one of OpenAI's archives.
public final class ModelPlans {

    private static final Texts TEXTS = Texts.beside(ModelPlans.class);

    private static final String ARCHIVE = ".pt";

    private ModelPlans() {}

    /// Reads all that is known of a model before its weights are bound.
    ///
    /// @param location the model's folder, or a file in it
    /// @throws ProblemException if there is no model, one that we do not run, or a damaged one
    public static ModelPlan read(Path location) throws ProblemException {
        ModelFiles files = ModelFiles.at(location);
        Optional<Path> named = files.chosen().filter(file -> file.toString().endsWith(ARCHIVE));
        if (named.isPresent() && !files.has(HuggingFaceConfig.FILE) && !files.has(OpenClipConfig.FILE)) {
            return OpenAiArchive.plan(named.get(), files);
        }
        boolean openClip = files.has(OpenClipConfig.FILE);
        if (files.has(HuggingFaceConfig.FILE)) {
            JsonFields root = JsonFields.read(files.folder().resolve(HuggingFaceConfig.FILE));
            if (!openClip || HuggingFaceConfig.describesAModel(root)) {
                return HuggingFaceFolder.plan(files, root);
            }
        }
        return openClip ? OpenClipFolder.plan(files) : archiveIn(files);
    }

    private static ModelPlan archiveIn(ModelFiles files) throws ProblemException {
        List<Path> archives = files.ending(ARCHIVE);
        if (archives.isEmpty()) {
            throw Fault.notAModel(files.folder(), TEXTS.get("none.folder", HuggingFaceConfig.FILE));
        }
        if (archives.size() > 1) {
            throw Fault.notAModel(files.folder(), TEXTS.get("none.archives", archives.size()));
        }
        return OpenAiArchive.plan(archives.getFirst(), files);
    }
}
