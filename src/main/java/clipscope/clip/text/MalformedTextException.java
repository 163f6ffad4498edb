package clipscope.clip.text;

/// A file of a tokenizer breaks the rules of its form.
final class MalformedTextException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String fault;

    /// @param fault in a few words, without a full stop
    MalformedTextException(String fault) {
        super(fault);
        this.fault = fault;
    }

    String fault() {
        return fault;
    }
}
