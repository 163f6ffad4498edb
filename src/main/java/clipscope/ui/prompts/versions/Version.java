package clipscope.ui.prompts.versions;

import clipscope.prompt.LabelList;
import clipscope.prompt.template.PlaceNames;
import java.util.List;

/// One of two versions: a template, and labels if they are not those of the session.
///
/// **Thread:** Immutable.
///
/// @param labels as typed, empty for those of the session
public record Version(String template, String labels) {

    /// {@return the labels of this version}
    List<String> labelsOr(List<String> ofSession) {
        List<String> own = LabelList.parse(labels);
        return own.isEmpty() ? ofSession : own;
    }

    /// {@return the prompt of a label}
    String prompt(String name) {
        return PlaceNames.template(template).fill(name);
    }
}
