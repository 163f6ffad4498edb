package clipscope.image.file;

import java.io.IOException;

/// Says why a picture cannot be read, in words for a person.
public final class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param reason in a few words without a full stop
    public Unreadable(String reason) {
        super(reason);
    }

    /// {@return the reason}
    public String reason() {
        return String.valueOf(getMessage());
    }
}
