package clipscope.ui.train;

/// What a training begins with, as a choice of two.
public enum StartKind {
    FROM_NOTHING("From nothing"),
    FROM_A_MODEL("From a model");

    private final String title;

    StartKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
