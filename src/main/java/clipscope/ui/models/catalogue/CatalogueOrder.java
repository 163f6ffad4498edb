package clipscope.ui.models.catalogue;

import clipscope.language.Texts;
import java.util.Comparator;
import java.util.Locale;

/// In which order the list is. What is not known comes last.
public enum CatalogueOrder {
    /// Those here first, then as the catalogue has them.
    USUAL("order.usual"),
    SIZE("order.size"),
    ACCURACY("order.accuracy"),
    SPEED("order.speed");

    private static final Texts TEXTS = Texts.beside(CatalogueOrder.class);

    private final String key;

    CatalogueOrder(String key) {
        this.key = key;
    }

    public String title() {
        return TEXTS.get(key);
    }

    /// {@return the word that ids and style classes have for it}
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return the smallest first, or the best}
    Comparator<CatalogueRow> comparator() {
        return switch (this) {
            case USUAL -> Comparator.comparing(row -> !row.here());
            case SIZE ->
                Comparator.comparingLong(row -> row.facts().weightBytes().orElse(Long.MAX_VALUE));
            case ACCURACY ->
                Comparator.comparingDouble(row -> -row.facts().imageNet().orElse(0));
            case SPEED -> Comparator.comparingDouble(row -> -row.rate().orElse(0));
        };
    }
}
