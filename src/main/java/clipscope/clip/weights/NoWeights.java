package clipscope.clip.weights;

import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.file.MappedFile;
import clipscope.language.Texts;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What is often found in place of a weight file.
public final class NoWeights {

    private static final Texts TEXTS = Texts.beside(NoWeights.class);

    private static final int BEGINNING = 256; // bytes; a web page says so in fewer
    private static final String TAR = "ustar"; // at byte 257
    private static final int TAR_MAGIC = 257;

    private NoWeights() {}

    /// Checks a file that no reader recognised.
    ///
    /// @throws MalformedFileException if the file is one of them, which it names
    public static void check(MappedFile file) throws MalformedFileException {
        String start = beginning(file.bytes()).strip().toLowerCase(Locale.ROOT);
        if (file.bytes().byteSize() == 0) {
            throw new MalformedFileException(TEXTS.get("no.empty"));
        }
        if (start.startsWith("version https://git-lfs")) { // docs/spec.md of git-lfs
            throw new MalformedFileException(TEXTS.get("no.lfs"));
        }
        if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
            throw new MalformedFileException(TEXTS.get("no.page"));
        }
        if (start.startsWith("gguf")) {
            throw new MalformedFileException(TEXTS.get("no.gguf"));
        }
        if (file.beginsWith("\u0089HDF")) {
            throw new MalformedFileException(TEXTS.get("no.hdf5"));
        }
        if (file.hasAt(TAR_MAGIC, TAR)) {
            throw new MalformedFileException(TEXTS.get("no.old"));
        }
    }

    private static String beginning(MemorySegment bytes) {
        byte[] start = bytes.asSlice(0, Math.min(BEGINNING, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(start, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
