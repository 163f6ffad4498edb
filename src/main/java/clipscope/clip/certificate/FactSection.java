package clipscope.clip.certificate;

import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.clip.layout.Fact;
import clipscope.clip.layout.ModelPlan;
import java.util.ArrayList;
import java.util.List;

/// What a model's files say: the sections that need no weights.
final class FactSection {

    private FactSection() {}

    /// {@return what the model is, and where its files disagree}
    static List<Section> of(ModelPlan plan, String architecture) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "Model",
                List.of(
                        new Line("name", plan.identity().name(), Mark.READ, ""),
                        new Line("architecture", architecture, Mark.READ, ""),
                        new Line("layout", plan.identity().layout(), Mark.READ, ""),
                        new Line("place", plan.identity().location().toString(), Mark.READ, ""))));
        List<Line> facts =
                plan.findings().facts().stream().map(FactSection::line).toList();
        sections.add(new Section("What its files say", facts));
        List<Line> conflicts = plan.findings().conflicts().stream()
                .map(conflict -> new Line("disagreement", conflict, Mark.NOTED, "the first is used"))
                .toList();
        if (!conflicts.isEmpty()) {
            sections.add(new Section(Certificate.DISAGREEMENTS, conflicts));
        }
        return sections;
    }

    private static Line line(Fact fact) {
        Mark mark = fact.origin() == Fact.Origin.ASSUMED ? Mark.ASSUMED : Mark.READ;
        return new Line(fact.name(), fact.value(), mark, fact.source());
    }
}
