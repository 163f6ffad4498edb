package clipscope.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.bench.BenchReport;
import clipscope.bench.BenchReport.Encoding;
import clipscope.bench.BenchReport.Machine;
import clipscope.bench.BenchReport.Preparing;
import clipscope.bench.BenchReport.Rate;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BenchFormatTest {

    private static final BenchReport REPORT = new BenchReport(
            new Machine("A processor", 2, "Linux 6", "25"),
            "vit",
            "ViT-B/32",
            List.of(new Encoding("fp32", 0.1234, List.of(new Rate(8, 40, 50)), List.of(new Rate(1, 250, 1000)))),
            List.of(new Preparing("JPEG, 2 MP", 25, 100)),
            OptionalLong.of(812_000_000));

    @Test
    void theTextHasATableForEachPrecision() {
        assertEquals("""
                vit (ViT-B/32)
                A processor, 2 processors, Linux 6, Java 25

                fp32, loaded in 123 ms
                  batch   images/s     limit   share   ms a batch
                      8       40.0      50.0     80 %        200.0
                  batch    texts/s     limit   share   ms a batch
                      1      250.0    1000.0     25 %          4.0

                preparing pictures    exact/s  reduced/s   (one core)
                  JPEG, 2 MP             25.0      100.0

                peak memory 812 MB
                """, BenchFormat.TEXT.write(REPORT));
    }

    @Test
    void theJsonHasTheNumbersUnrounded() {
        JsonObject json = JsonParser.parseString(BenchFormat.JSON.write(REPORT)).getAsJsonObject();

        JsonObject fp32 = json.getAsJsonArray("precisions").get(0).getAsJsonObject();
        assertEquals(0.1234, fp32.get("loadSeconds").getAsDouble());
        assertEquals(
                JsonParser.parseString("{'batch':8,'perSecond':40.0,'limitPerSecond':50.0,'share':0.8}"),
                fp32.getAsJsonArray("images").get(0));
        assertEquals(812_000_000, json.get("peakMemoryBytes").getAsLong());
    }
}
