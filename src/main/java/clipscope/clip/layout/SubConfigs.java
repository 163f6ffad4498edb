package clipscope.clip.layout;

import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/// The two sub-configurations of a `config.json`.
record SubConfigs(JsonFields vision, JsonFields text) {

    private static final Texts TEXTS = Texts.beside(SubConfigs.class);

    /// {@return both, checked to be of the family}
    ///
    /// @param family the beginning of their types: `clip` in `clip_text_model`
    static SubConfigs of(JsonFields root, String family, Path folder) throws ProblemException {
        return new SubConfigs(part(root, "vision", family, folder), part(root, "text", family, folder));
    }

    /// The older key, where it is present, replaces the newer one as a whole: what it leaves out has its
    /// default, even if the newer one gives another value.
    ///
    /// **Source:** `CLIPConfig.__init__` in `configuration_clip.py` of huggingface/transformers.
    private static JsonFields part(JsonFields root, String name, String family, Path folder) throws ProblemException {
        String key = name + "_config";
        JsonFields part = root.object(key).orElseGet(() -> root.emptyObject(key));
        check(part, name, family, folder);
        Optional<JsonFields> older = root.object(key + "_dict");
        if (older.isPresent()) {
            check(older.get(), name, family, folder);
        }
        return older.orElse(part);
    }

    private static void check(JsonFields part, String name, String family, Path folder) throws ProblemException {
        String expected = "%s_%s_model".formatted(family, name);
        String type = part.text("model_type").orElse(expected);
        if (!type.equals(expected)) {
            String tower = TEXTS.get(name.equals("vision") ? "tower.image" : "tower.text");
            throw Fault.unsupported(folder, TEXTS.get("other.tower", tower, type));
        }
    }
}
