package clipscope.ui.classify.labels;

import clipscope.problem.ProblemText;
import clipscope.score.LabelScore;
import clipscope.session.compare.LabelResult;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Results as a table of text: a header, then a line for each label, tabs between the columns.
final class ResultText {

    private ResultText() {}

    static String of(List<LabelRow> rows, ProbabilityKind kind, UnaryOperator<String> prompt) {
        return rows.stream().map(row -> line(row.result(), prompt)).collect(Collectors.joining("", header(kind), ""));
    }

    private static String header(ProbabilityKind kind) {
        return "label\tprompt\t%s\tcosine\tlogit\tnote\n"
                .formatted(kind == ProbabilityKind.COSINE ? "softmax" : kind.title());
    }

    private static String line(LabelResult result, UnaryOperator<String> prompt) {
        String numbers = switch (result) {
            case LabelResult.Scored scored -> numbers(scored.score());
            case LabelResult.Unknown _ -> "\t\t\tnot in this model's vocabulary";
            case LabelResult.LeftOut _ -> "\t\t\tleft out";
            case LabelResult.Waiting _ -> "\t\t\twaiting";
            case LabelResult.Failed failed -> "\t\t\t" + ProblemText.of(failed.problem());
        };
        return "%s\t%s\t%s\n"
                .formatted(result.label(), prompt.apply(result.label()).replace('\t', ' '), numbers);
    }

    private static String numbers(LabelScore score) {
        return "%s\t%s\t%s\t".formatted(score.probability(), score.cosine(), score.logit());
    }
}
