package clipscope.clip.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTextTest {

    @Test
    void linesStandInColumnsAndMarksBeforeTheirNotes() {
        Certificate certificate = new Certificate(
                "m",
                List.of(new Section(
                        "Facts",
                        List.of(
                                new Line("name", "m", Mark.READ, ""),
                                new Line("activation", "gelu", Mark.ASSUMED, "no key"),
                                new Line("test", "same", Mark.FAILED, "")))));

        assertEquals("""
                Facts
                  name        m
                  activation  gelu  assumed: no key
                  test        same  FAILED

                1 of 1 tests failed: do not trust this model's numbers. One value is assumed.
                """, CertificateText.of(certificate));
    }

    @ParameterizedTest
    @CsvSource({
        "READ, READ, Not tested yet.",
        "PASSED, PASSED, All 2 tests passed.",
        "PASSED, NOTED, The one test passed.",
        "PASSED, FAILED, 1 of 2 tests failed: do not trust this model's numbers."
    })
    void theVerdictCountsTests(Mark first, Mark second, String verdict) {
        Certificate certificate = new Certificate(
                "m", List.of(new Section("s", List.of(new Line("a", "", first, ""), new Line("b", "", second, "")))));

        assertEquals(verdict, CertificateText.verdict(certificate));
    }
}
