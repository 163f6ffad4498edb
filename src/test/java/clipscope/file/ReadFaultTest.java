package clipscope.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReadFaultTest {

    /// Each of these has only the file's name as its message, which stands in the sentence already.
    @Test
    void aFaultThatOnlyNamesTheFileIsPutInWords() {
        assertEquals("the system does not allow reading it", ReadFault.reason(new AccessDeniedException("a.png")));
        assertEquals("no longer there", ReadFault.reason(new NoSuchFileException("a.png")));
        assertEquals("the disk gave nothing", ReadFault.reason(new FileSystemException("a.png")));
    }

    @Test
    void whatTheSystemSaysIsToldWithoutTheFile() {
        assertEquals("Is a directory", ReadFault.reason(new FileSystemException("a.png", null, "Is a directory")));
        assertEquals("Input/output error", ReadFault.reason(new IOException("Input/output error")));
        assertEquals("the disk gave nothing", ReadFault.reason(new IOException()));
    }
}
