package clipscope.ui.problem;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProblemReportTest {

    @Test
    void aReportSaysWhatADeveloperNeeds() {
        Throwable cause = new IllegalStateException("outer", new ArithmeticException("inner"));

        String details = ProblemReport.of(cause, "1.2.3").details();

        assertAll(
                () -> assertTrue(details.startsWith("ClipScope 1.2.3, E-"), details),
                () -> assertTrue(details.contains(System.getProperty("os.name")), details),
                () -> assertTrue(details.contains("Java " + System.getProperty("java.version")), details),
                () -> assertTrue(details.contains("IllegalStateException: outer"), details),
                () -> assertTrue(details.contains("ProblemReportTest.aReportSays"), details),
                () -> assertTrue(details.contains("Caused by: java.lang.ArithmeticException: inner"), details));
    }

    @Test
    void aShortageOfMemoryHasWordsOfItsOwn() {
        assertEquals(
                "ClipScope is out of memory",
                ProblemReport.of(new OutOfMemoryError(), "1").title());
    }
}
