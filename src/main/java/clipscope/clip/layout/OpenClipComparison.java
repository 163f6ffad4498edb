package clipscope.clip.layout;

import clipscope.language.Texts;
import clipscope.problem.ProblemException;

/// Looks whether an `open_clip_config.json` beside a `config.json` says the same.
final class OpenClipComparison {

    private static final Texts TEXTS = Texts.beside(OpenClipComparison.class);

    private OpenClipComparison() {}

    /// Notes every fact of which the second file gives another value. Defaults count, for both forms leave
    /// out what equals its default: two files that each say nothing of the activation mean different ones.
    static void compare(ModelFiles files, FactSheet facts) throws ProblemException {
        if (!files.has(OpenClipConfig.FILE)) {
            return;
        }
        FactSheet other = new FactSheet();
        try {
            JsonFields root = JsonFields.read(files.folder().resolve(OpenClipConfig.FILE));
            var _ = OpenClipConfig.read(root, files.folder(), other);
        } catch (ProblemException _) {
            facts.conflict(TEXTS.get("conflict.unread", OpenClipConfig.FILE));
        }
        for (Fact fact : other.facts()) {
            facts.compare(fact.name(), fact.value(), fact.source());
        }
    }
}
