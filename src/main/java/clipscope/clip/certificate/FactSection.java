package clipscope.clip.certificate;

import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.clip.layout.Fact;
import clipscope.clip.layout.ModelPlan;
import clipscope.language.Texts;
import java.util.ArrayList;
import java.util.List;

/// What a model's files say: the sections that need no weights.
final class FactSection {

    private static final Texts TEXTS = Texts.beside(FactSection.class);

    private FactSection() {}

    /// {@return what the model is, and where its files disagree}
    static List<Section> of(ModelPlan plan, String architecture) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                TEXTS.get("section.model"),
                List.of(
                        new Line(TEXTS.get("model.name"), plan.identity().name(), Mark.READ, ""),
                        new Line(TEXTS.get("model.architecture"), architecture, Mark.READ, ""),
                        new Line(TEXTS.get("model.layout"), plan.identity().layout(), Mark.READ, ""),
                        new Line(
                                TEXTS.get("model.place"),
                                plan.identity().location().toString(),
                                Mark.READ,
                                ""))));
        List<Line> facts =
                plan.findings().facts().stream().map(FactSection::line).toList();
        sections.add(new Section(TEXTS.get("section.facts"), facts));
        List<Line> conflicts = plan.findings().conflicts().stream()
                .map(conflict -> new Line(TEXTS.get("conflict"), conflict, Mark.NOTED, TEXTS.get("conflict.first")))
                .toList();
        if (!conflicts.isEmpty()) {
            sections.add(new Section(TEXTS.get("section.conflicts"), conflicts));
        }
        return sections;
    }

    private static Line line(Fact fact) {
        Mark mark = fact.origin() == Fact.Origin.ASSUMED ? Mark.ASSUMED : Mark.READ;
        return new Line(fact.name(), fact.value(), mark, fact.source());
    }
}
