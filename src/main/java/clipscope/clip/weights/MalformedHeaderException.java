package clipscope.clip.weights;

import java.io.IOException;

/// A header that lies or is none.
final class MalformedHeaderException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String fault;

    /// @param fault what is wrong, in a few words without a full stop
    MalformedHeaderException(String fault) {
        super(fault);
        this.fault = fault;
    }

    String fault() {
        return fault;
    }
}
