package clipscope.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.bench.BenchReport;
import clipscope.bench.BenchReport.Encoding;
import clipscope.bench.BenchReport.Machine;
import clipscope.bench.BenchReport.Opening;
import clipscope.bench.BenchReport.Preparing;
import clipscope.bench.BenchReport.Prompts;
import clipscope.bench.BenchReport.Rate;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BenchFormatTest {

    private static final BenchReport REPORT = new BenchReport(
            new Machine("A processor", 2, "Linux 6", "25"),
            "vit",
            "ViT-B/32",
            List.of(new Encoding(
                    "fp32",
                    new Opening(0.1234, 0.0567),
                    List.of(new Rate(8, 40, 50)),
                    List.of(new Rate(1, 250, 1000)),
                    17.25,
                    Optional.of(new Prompts(400, 100)))),
            List.of(new Preparing("JPEG, 2 MP", 25, 100)),
            OptionalLong.of(812_000_000));

    @Test
    void theTextHasATableForEachPrecision() {
        assertEquals("""
                vit (ViT-B/32)
                A processor, 2 processors, Linux 6, Java 25

                fp32, loaded in 123 ms, first picture after another 57 ms
                  batch   images/s     limit   share   ms a batch
                      8       40.0      50.0     80 %        200.0
                  batch    texts/s     limit   share   ms a batch
                      1      250.0    1000.0     25 %          4.0
                  JPEG files of 2 MP to embeddings: 17.3/s
                  labels in 80 templates: 400 prompts/s, 0.25 of the time of fp32 at full context (100/s)

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
        assertEquals(0.0567, fp32.get("firstImageSeconds").getAsDouble());
        assertEquals(17.25, fp32.get("filesPerSecond").getAsDouble());
        assertEquals(400, fp32.get("promptsPerSecond").getAsDouble());
        assertEquals(0.25, fp32.get("promptTimeShare").getAsDouble());
        assertEquals(
                JsonParser.parseString("{'batch':8,'perSecond':40.0,'limitPerSecond':50.0,'share':0.8}"),
                fp32.getAsJsonArray("images").get(0));
        assertEquals(812_000_000, json.get("peakMemoryBytes").getAsLong());
    }
}
