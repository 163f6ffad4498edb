package clipscope.ui.problem;

import clipscope.language.Texts;
import clipscope.problem.ProblemText;
import java.io.PrintWriter;
import java.io.StringWriter;

/// A defect of ours in words, and as the text that a person can send us.
///
/// It holds no file's content and no label, but names of files may be in the details; so the person reads it
/// before sending it.
///
/// **Thread:** Immutable.
///
/// @param title what happened, in a few words
/// @param advice what it means for the person
/// @param details what a developer needs
public record ProblemReport(String title, String advice, String details) {

    private static final Texts TEXTS = Texts.beside(ProblemReport.class);

    /// {@return the report of a defect}
    ///
    /// @param version of ClipScope
    public static ProblemReport of(Throwable cause, String version) {
        return cause instanceof OutOfMemoryError
                ? new ProblemReport(TEXTS.get("memory.title"), TEXTS.get("memory.advice"), details(cause, version))
                : new ProblemReport(
                        TEXTS.get("defect.title"),
                        TEXTS.get("defect.advice", ProblemText.code(cause)),
                        details(cause, version));
    }

    private static String details(Throwable cause, String version) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        Runtime memory = Runtime.getRuntime();
        return """
                ClipScope %s, %s
                %s %s %s, %d processors
                Java %s (%s)
                Heap %,d of %,d MB

                %s""".formatted(
                        version,
                        ProblemText.code(cause),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        memory.availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        megabytes(memory.totalMemory() - memory.freeMemory()),
                        megabytes(memory.maxMemory()),
                        trace);
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
