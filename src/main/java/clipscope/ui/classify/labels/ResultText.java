package clipscope.ui.classify.labels;

import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import clipscope.score.LabelScore;
import clipscope.session.compare.LabelResult;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Results as a table of text: a header, then a line for each label, tabs between the columns.
final class ResultText {

    private static final Texts TEXTS = Texts.beside(ResultText.class);

    private ResultText() {}

    static String of(List<LabelRow> rows, ProbabilityKind kind, UnaryOperator<String> prompt) {
        return rows.stream().map(row -> line(row.result(), prompt)).collect(Collectors.joining("", header(kind), ""));
    }

    private static String header(ProbabilityKind kind) {
        return "%s\t%s\t%s\t%s\t%s\t%s\n"
                .formatted(
                        TEXTS.get("table.label"),
                        TEXTS.get("table.prompt"),
                        kind == ProbabilityKind.COSINE ? "softmax" : kind.title(),
                        TEXTS.get("column.cosine"),
                        TEXTS.get("column.logit"),
                        TEXTS.get("table.note"));
    }

    private static String line(LabelResult result, UnaryOperator<String> prompt) {
        String numbers = switch (result) {
            case LabelResult.Scored scored -> numbers(scored.score());
            case LabelResult.Unknown _ -> "\t\t\t" + TEXTS.get("unknown");
            case LabelResult.LeftOut _ -> "\t\t\t" + TEXTS.get("table.out");
            case LabelResult.Waiting _ -> "\t\t\t" + TEXTS.get("waiting");
            case LabelResult.Failed failed -> "\t\t\t" + ProblemText.of(failed.problem());
        };
        return "%s\t%s\t%s\n"
                .formatted(result.label(), prompt.apply(result.label()).replace('\t', ' '), numbers);
    }

    private static String numbers(LabelScore score) {
        return "%s\t%s\t%s\t".formatted(score.probability(), score.cosine(), score.logit());
    }
}
