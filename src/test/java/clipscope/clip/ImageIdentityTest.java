package clipscope.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.engine.Processor;
import clipscope.clip.layout.ModelPlans;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.FloatMatrix;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What decides whether an embedding of earlier may be used, and whether a model is still what it was.
class ImageIdentityTest {

    private static final Computing PLAIN = Computing.in(Precision.FP32).on(Device.CPU);

    @TempDir
    private Path folder;

    @BeforeEach
    void copyOfAGoldenModel() throws IOException {
        for (String file :
                new String[] {"config.json", "model.safetensors", "tokenizer.json", "preprocessor_config.json"}) {
            Files.copy(new Golden("quick-gelu-f32").folder().resolve(file), folder.resolve(file));
        }
    }

    private String identity(Computing computing) throws Exception {
        try (ClipModel model = ModelLoader.load(ModelPlans.read(folder), computing)) {
            return model.imageIdentity();
        }
    }

    private void alter(String file, String old, String other) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(old), text);
        Files.writeString(path, text.replace(old, other));
    }

    @Test
    void theSameModelIsTheSameNextTime() throws Exception {
        String identity = identity(PLAIN);

        assertEquals(identity, identity(PLAIN.withThreads(OptionalInt.of(1))));
        assertTrue(identity.matches("[0-9a-f]{64}"), identity);
    }

    @Test
    void howItComputesIsPartOfIt() throws Exception {
        String identity = identity(PLAIN);

        assertNotEquals(identity, identity(Computing.in(Precision.BF16).on(Device.CPU)));
        assertNotEquals(identity, identity(PLAIN.withImageSize(OptionalInt.of(64))));
    }

    @Test
    void howPicturesArePreparedIsPartOfIt() throws Exception {
        String identity = identity(PLAIN);
        alter("preprocessor_config.json", "\"shortest_edge\": 32", "\"shortest_edge\": 40");

        assertNotEquals(identity, identity(PLAIN));
    }

    @Test
    void theTokenizerIsNot() throws Exception {
        String identity = identity(PLAIN);
        Files.writeString(folder.resolve("words.txt"), "a\nphoto\n");

        assertEquals(identity, identity(PLAIN));
    }

    @Test
    void weightsOfTheSameSizeAndTimeAreToldApart() throws Exception {
        Path weights = folder.resolve("model.safetensors");
        FileTime time = Files.getLastModifiedTime(weights);
        String identity = identity(PLAIN);
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length / 2] ^= 1;
        Files.write(weights, bytes);
        Files.setLastModifiedTime(weights, time);

        assertNotEquals(identity, identity(PLAIN));
    }

    @Test
    void filesThatChangeOrVanishMeanwhileAreTold() throws Exception {
        Path weights = folder.resolve("model.safetensors");
        try (ClipModel model = ModelLoader.load(ModelPlans.read(folder), PLAIN)) {
            assertEquals(Optional.empty(), model.changed());

            Files.setLastModifiedTime(weights, FileTime.fromMillis(1_000));
            assertEquals(Optional.of(new Problem.ModelChanged(weights, false)), model.changed());

            Files.delete(weights);
            assertEquals(Optional.of(new Problem.ModelChanged(weights, true)), model.changed());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // which lets nobody write over a file in use
    void weightsThatAreWrittenOverWhereTheyLieAreAProblemAndNotTheEndOfTheProgram() throws Exception {
        Path weights = folder.resolve("model.safetensors");
        try (ClipModel model = ModelLoader.load(ModelPlans.read(folder), PLAIN)) {
            TokenizedText text = model.tokenize("a photo");
            try (FileChannel channel = FileChannel.open(weights, StandardOpenOption.WRITE)) {
                channel.truncate(100);
            }

            ProblemException e = assertThrows(ProblemException.class, () -> model.encodeTexts(List.of(text)));
            assertEquals(new Problem.ModelChanged(weights, false), e.problem());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void weightsThatAreDeletedOrReplacedComputeOnAsBefore() throws Exception {
        Path weights = folder.resolve("model.safetensors");
        try (ClipModel model = ModelLoader.load(ModelPlans.read(folder), PLAIN)) {
            TokenizedText text = model.tokenize("a photo");
            FloatMatrix before = model.encodeTexts(List.of(text));

            Files.delete(weights);
            assertEquals(before, model.encodeTexts(List.of(text)));

            Files.writeString(weights, "another");
            assertEquals(before, model.encodeTexts(List.of(text)));
        }
    }

    @Test
    void asManyThreadsComputeAsWereAskedFor() throws Exception {
        identity(PLAIN.withThreads(OptionalInt.of(1)));
        assertEquals(1, EngineFacts.look().threads());

        identity(PLAIN);
        assertEquals(Processor.cores(), EngineFacts.look().threads());
    }
}
