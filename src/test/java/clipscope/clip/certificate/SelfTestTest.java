package clipscope.clip.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.LayoutGolden;
import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A certificate passes what is whole and fails what is broken, however its numbers look.
class SelfTestTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"hf-fp32", "hf-metaclip-2", "open-clip-custom-text", "openai-vit", "openai-resnet", "siglip-2"})
    void aWholeModelPasses(String golden) throws Exception {
        Certificate certificate = certificate(new LayoutGolden(golden).folder());

        assertTrue(certificate.passed(), () -> CertificateText.of(certificate));
        assertTrue(CertificateText.of(certificate).contains("All 10 tests passed."), CertificateText.of(certificate));
    }

    /// All that is read of an archive alone is its pictures.
    @Test
    void aModelWithoutATokenizerIsTestedWithPicturesAlone() throws Exception {
        Path archive = new LayoutGolden("openai-vit").folder().resolve("ViT-64-4.pt");
        Files.copy(archive, folder.resolve("alone.pt"));

        Certificate certificate = certificate(folder);
        assertTrue(certificate.passed());
        assertEquals(7, certificate.count(Mark.PASSED));
    }

    @Test
    void aTowerWhoseOutputIsConstantFails() throws Exception {
        copy("hf-fp32");
        fill("vision_model.post_layernorm.weight", 0f);

        assertEquals(
                List.of("different pictures"),
                failed(Certifier.of(folder).selfTest()).stream().map(Line::name).toList());
    }

    @Test
    void aTextTowerWhoseOutputIsConstantFails() throws Exception {
        copy("hf-fp32");
        fill("text_model.final_layer_norm.weight", 0f);

        assertEquals(
                List.of("different texts"),
                failed(Certifier.of(folder).selfTest()).stream().map(Line::name).toList());
    }

    @Test
    void aWeightThatIsInfiniteFails() throws Exception {
        copy("hf-fp32");
        fill("visual_projection.weight", Float.POSITIVE_INFINITY);

        List<Section> sections = Certifier.of(folder).weights(Cancellation.NEVER);
        assertEquals(
                List.of(new Line(
                        "NaN or infinite weights",
                        "in 1 tensors",
                        Mark.FAILED,
                        "visual_projection.weight: 0 NaN, 288 infinite")), // 12 · 24
                sections.stream().flatMap(section -> failed(section).stream()).toList());
        assertEquals(
                List.of(new Line("encoding an image in fp32", "numbers", Mark.FAILED, "NaN or infinity")),
                failed(Certifier.of(folder).selfTest()));
    }

    @Test
    void aTowerThatGivesNothingFails() throws Exception {
        copy("hf-fp32");
        fill("visual_projection.weight", 0f);

        assertEquals(
                List.of(new Line("encoding an image in fp32", "a length", Mark.FAILED, "length 0")),
                failed(Certifier.of(folder).selfTest()));
    }

    @Test
    void allFilesThatDecideHaveTheirHash() throws Exception {
        Section files = Certifier.of(new LayoutGolden("hf-vocab-and-merges").folder())
                .weights(Cancellation.NEVER)
                .getLast();

        assertEquals(
                List.of("model.safetensors", "vocab.json", "merges.txt", "config.json", "preprocessor_config.json"),
                files.lines().stream().map(Line::name).toList());
    }

    @Test
    void aBiasIsSaidWhereThereIsOne() throws Exception {
        assertEquals(
                List.of(
                        new Line("probability", "sigmoid, for each label alone", Mark.READ, ""),
                        new Line("logit scale", "7.3891", Mark.READ, "exp(logit_scale)"), // the script's exp(2)
                        new Line("logit bias", "-4.0000", Mark.READ, "logit_bias")),
                scores("siglip-2"));
        assertEquals(2, scores("hf-fp32").size());
    }

    private static List<Line> scores(String golden) throws Exception {
        return Certifier.of(new LayoutGolden(golden).folder())
                .weights(Cancellation.NEVER)
                .getFirst()
                .lines();
    }

    private static Certificate certificate(Path model) throws Exception {
        Certifier certifier = Certifier.of(model);
        return certifier.facts().with(certifier.weights(Cancellation.NEVER)).with(List.of(certifier.selfTest()));
    }

    private static List<Line> failed(Section section) {
        return section.lines().stream()
                .filter(line -> line.mark() == Mark.FAILED)
                .toList();
    }

    private void copy(String golden) throws IOException {
        try (Stream<Path> files = Files.list(new LayoutGolden(golden).folder())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /// Gives all numbers of a tensor in fp32 one value.
    private void fill(String tensor, float value) throws Exception {
        Path file = folder.resolve("model.safetensors");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) bytes.getLong(0);
        String json = new String(bytes.array(), Long.BYTES, header, StandardCharsets.UTF_8);
        Matcher offsets = Pattern.compile(
                        Pattern.quote('"' + tensor + '"') + ".*?data_offsets\": \\[([0-9]+), ([0-9]+)]")
                .matcher(json);
        assertTrue(offsets.find());
        for (int at = Integer.parseInt(offsets.group(1)); at < Integer.parseInt(offsets.group(2)); at += Float.BYTES) {
            bytes.putFloat(Long.BYTES + header + at, value);
        }
        Files.write(file, bytes.array());
    }
}
