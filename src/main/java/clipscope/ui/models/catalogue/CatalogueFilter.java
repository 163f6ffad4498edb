package clipscope.ui.models.catalogue;

/// Which models the list shows.
public enum CatalogueFilter {
    ALL("All"),
    HERE("Here"),
    RECOMMENDED("Recommended");

    private final String title;

    CatalogueFilter(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    boolean takes(CatalogueRow row) {
        return switch (this) {
            case ALL -> true;
            case HERE -> row.here();
            case RECOMMENDED -> row.recommended();
        };
    }
}
