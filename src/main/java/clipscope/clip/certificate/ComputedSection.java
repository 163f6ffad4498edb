package clipscope.clip.certificate;

import clipscope.clip.Computed;
import clipscope.clip.PictureSize;
import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import java.util.List;

/// How a model that is open computes, and why so.
public final class ComputedSection {

    private ComputedSection() {}

    /// {@return the section of a model in use}
    public static Section of(Computed computed, PictureSize picture) {
        return new Section(
                "How it computes here",
                List.of(
                        new Line("device", computed.device().words(), Mark.READ, ""),
                        new Line("precision", computed.precision().label(), Mark.READ, computed.reason()),
                        new Line("pictures", "%1$d × %1$d pixels".formatted(picture.used()), Mark.READ, why(picture))));
    }

    private static String why(PictureSize picture) {
        return picture.isAsTrained()
                ? "as trained"
                : "asked for; trained with %d, so the position embeddings are resized".formatted(picture.trained());
    }
}
