package clipscope.train.data;

/// How a folder says what is in its pictures.
public enum DataForm {
    SIDECARS("a text file beside each picture"),
    TABLE("a table of files and captions"),
    FOLDERS("folders named by what is in their pictures");

    private final String words;

    DataForm(String words) {
        this.words = words;
    }

    /// {@return the form in words}
    public String words() {
        return words;
    }
}
