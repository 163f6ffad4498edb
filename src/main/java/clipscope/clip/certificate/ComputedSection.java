package clipscope.clip.certificate;

import clipscope.clip.Computed;
import clipscope.clip.PictureSize;
import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.language.Texts;
import java.util.List;

/// How a model that is open computes, and why so.
public final class ComputedSection {

    private static final Texts TEXTS = Texts.beside(ComputedSection.class);

    private ComputedSection() {}

    /// {@return the section of a model in use}
    public static Section of(Computed computed, PictureSize picture) {
        return new Section(
                TEXTS.get("section.computed"),
                List.of(
                        new Line(TEXTS.get("device"), computed.device().words(), Mark.READ, ""),
                        new Line(TEXTS.get("precision"), computed.precision().label(), Mark.READ, computed.reason()),
                        new Line(
                                TEXTS.get("pictures"),
                                TEXTS.get("pictures.size", picture.used()),
                                Mark.READ,
                                why(picture))));
    }

    private static String why(PictureSize picture) {
        return picture.isAsTrained() ? TEXTS.get("pictures.trained") : TEXTS.get("pictures.asked", picture.trained());
    }
}
