package clipscope.ui.models.catalogue;

import clipscope.language.Texts;

/// Which models the list shows.
public enum CatalogueFilter {
    ALL("filter.all"),
    HERE("filter.here"),
    RECOMMENDED("filter.recommended");

    private static final Texts TEXTS = Texts.beside(CatalogueFilter.class);

    private final String key;

    CatalogueFilter(String key) {
        this.key = key;
    }

    public String title() {
        return TEXTS.get(key);
    }

    boolean takes(CatalogueRow row) {
        return switch (this) {
            case ALL -> true;
            case HERE -> row.here();
            case RECOMMENDED -> row.recommended();
        };
    }
}
