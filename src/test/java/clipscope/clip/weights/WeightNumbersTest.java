package clipscope.clip.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightNumbersTest {

    /// **Source:** Micikevicius et al. 2022, "FP8 Formats for Deep Learning", table 1.
    @ParameterizedTest
    @CsvSource({
        "F8_E5M2, 0x7b, 57344", // largest
        "F8_E5M2, 0x04, 6.103515625e-05", // least normal, 2^-14
        "F8_E5M2, 0x01, 1.52587890625e-05", // least, 2^-16
        "F8_E5M2, 0xfc, -Infinity",
        "F8_E5M2, 0x7d, NaN",
        "F8_E4M3, 0x7e, 448", // largest
        "F8_E4M3, 0x08, 0.015625", // least normal, 2^-6
        "F8_E4M3, 0x01, 0.001953125", // least, 2^-9
        "F8_E4M3, 0xb8, -1",
        "F8_E4M3, 0x7f, NaN"
    })
    void theBytesOfEightBitFormatsAreTheNumbersOfTheirTable(DType type, String bits, float number) {
        byte[] bytes = {0, Integer.decode(bits).byteValue()};

        assertEquals(number, WeightNumbers.at(MemorySegment.ofArray(bytes), type, 1));
    }

    @Test
    void aDoubleBecomesTheNearestFloat() {
        ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putDouble(0.1).putDouble(1e300);

        assertEquals(0.1f, WeightNumbers.at(MemorySegment.ofArray(bytes.array()), DType.F64, 0));
        assertEquals(Float.POSITIVE_INFINITY, WeightNumbers.at(MemorySegment.ofArray(bytes.array()), DType.F64, 1));
    }

    @Test
    void wholeNumbersAreNoWeights() {
        MemorySegment bytes = MemorySegment.ofArray(new byte[8]);

        assertThrows(IllegalArgumentException.class, () -> WeightNumbers.at(bytes, DType.I64, 0));
    }
}
