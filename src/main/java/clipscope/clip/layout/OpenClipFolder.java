package clipscope.clip.layout;

import clipscope.problem.ProblemException;

/// A folder in the layout of open_clip: an `open_clip_config.json` and weights under open_clip's names.
final class OpenClipFolder {

    private OpenClipFolder() {}

    /// Reads all but the weights.
    ///
    /// @throws ProblemException if it is a model that we do not run, or its files contradict each other
    static ModelPlan plan(ModelFiles files) throws ProblemException {
        FactSheet facts = new FactSheet();
        JsonFields root = JsonFields.read(files.folder().resolve(OpenClipConfig.FILE));
        OpenClipConfig.Content content = OpenClipConfig.read(root, files.folder(), facts);
        TokenizerPlan tokens =
                ClipTokens.atTheHighest(files, content.network().text().vocabularySize(), facts);
        return new ModelPlan(
                ModelPlan.Identity.of(files.folder(), ModelPlan.Library.OPEN_CLIP, "open_clip"),
                content.network(),
                content.preprocessing(),
                tokens,
                WeightSource.in(files),
                new ModelPlan.Findings(facts.facts(), facts.conflicts()));
    }
}
