package clipscope.ui.classify.labels;

import clipscope.language.Texts;
import clipscope.session.compare.LabelResult;
import java.util.Comparator;
import java.util.List;

/// How the labels are arranged.
public enum ResultOrder {
    /// The most probable first; labels without a number last, as typed.
    BEST_FIRST("order.best"),

    AS_TYPED("order.typed");

    private static final Texts TEXTS = Texts.beside(ResultOrder.class);

    private final String title;

    ResultOrder(String title) {
        this.title = title;
    }

    /// {@return the name on the button}
    public String title() {
        return TEXTS.get(title);
    }

    ResultOrder other() {
        return this == BEST_FIRST ? AS_TYPED : BEST_FIRST;
    }

    List<LabelRow> arrange(List<LabelRow> rows) {
        return switch (this) {
            case BEST_FIRST ->
                rows.stream()
                        .sorted(Comparator.comparing((LabelRow row) -> !row.scored())
                                .thenComparing(Comparator.comparingDouble(ResultOrder::logit)
                                        .reversed()))
                        .toList();
            case AS_TYPED -> rows;
        };
    }

    /// Orders as the probability does, but keeps doing so where that is 0 to the last digit.
    static double logit(LabelRow row) {
        return row.result() instanceof LabelResult.Scored scored
                ? scored.score().logit()
                : 0;
    }
}
