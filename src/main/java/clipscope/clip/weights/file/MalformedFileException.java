package clipscope.clip.weights.file;

import java.io.IOException;

/// A file that lies, is damaged or is none of its kind.
public final class MalformedFileException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_LENGTH = 300; // a hostile file may have names of any length

    private final String fault;

    /// @param fault what is wrong, in a few words without a full stop
    public MalformedFileException(String fault) {
        super(shortened(fault));
        this.fault = shortened(fault);
    }

    private static String shortened(String fault) {
        return fault.length() <= MAX_LENGTH ? fault : fault.substring(0, MAX_LENGTH) + "…";
    }

    public String fault() {
        return fault;
    }
}
