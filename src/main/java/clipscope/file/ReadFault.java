package clipscope.file;

import clipscope.language.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why a file cannot be read, in words. What the system throws has often nothing to say but the file's name.
public final class ReadFault {

    private static final Texts TEXTS = Texts.beside(ReadFault.class);

    private ReadFault() {}

    /// {@return why, in a few words without a full stop}
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> TEXTS.get("read.refused");
            case NoSuchFileException _ -> TEXTS.get("read.gone");
            case FileSystemException known when known.getReason() != null -> known.getReason();
            case FileSystemException _ -> TEXTS.get("read.failed");
            case IOException said when said.getMessage() != null -> said.getMessage();
            case IOException _ -> TEXTS.get("read.failed");
        };
    }
}
