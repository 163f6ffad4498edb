package clipscope.ui.prompts.sentence;

/// Which images the words of a prompt are measured on.
public enum WordScope {
    SELECTED("This image"),
    ALL("All images");

    private final String title;

    WordScope(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
