package clipscope.session.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.Candidate;
import clipscope.prompt.template.PromptPlan;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.Document;
import clipscope.session.Frozen;
import clipscope.session.file.SavedSession.SavedImage;
import clipscope.session.file.SavedSession.SavedModel;
import clipscope.task.Cancellation;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFileTest {

    private static final Cancellation NEVER = () -> false;
    private static final ScoreSettings SCORES = new ScoreSettings(
            Optional.of(ScoreMode.INDEPENDENT),
            OptionalDouble.of(0.02),
            true,
            List.of("dog", "tree"),
            Set.of("crane, a bird"),
            Map.of("fox", 0.25));

    @TempDir
    private Path folder;

    @Test
    void aSessionComesBackAsItWas() throws Exception {
        Path image = Files.writeString(
                Files.createDirectory(folder.resolve("bilder")).resolve("größe.png"), "x");
        SavedSession session = session(List.of(image(image), image(folder.resolve("gone.png"))));
        SessionFile file = new SessionFile(folder.resolve("a b.clipscope"));

        file.write(session);

        assertEquals(session, file.read(NEVER));
        assertEquals(List.of("a b.clipscope", "bilder"), names()); // no draft is left
    }

    @Test
    void picturesThatAreNoFilesAreInIt() throws Exception {
        PixelImage pixels = PixelImage.adopt(2, 1, new byte[] {1, 2, 3, (byte) 200, 0, 9});
        byte[] some = {1, 2, 3};
        SavedSession session = session(List.of(
                new SavedImage(new ImageSource.OfPixels("Pasted 1", pixels), Optional.empty()),
                new SavedImage(new ImageSource.OfBytes("cat.jpg", ByteBuffer.wrap(some)), Optional.empty())));
        SessionFile file = new SessionFile(folder.resolve("s.clipscope"));

        file.write(session);

        List<ImageSource> sources = file.read(NEVER).sources();
        assertEquals("Pasted 1", sources.getFirst().name());
        assertEquals(pixels, new ImageDecoder(1).decode(sources.getFirst()).pixels());
        assertEquals(new ImageSource.OfBytes("cat.jpg", ByteBuffer.wrap(some)), sources.get(1));
    }

    /// The session's folder is moved, and so is a picture that lay outside of it.
    @Test
    void whatWasMovedIsFoundByItsPlaceOrByWhatItHolds() throws Exception {
        Path old = Files.createDirectory(folder.resolve("old"));
        Path inside = Files.writeString(old.resolve("in.png"), "inside");
        Path outside = Files.writeString(folder.resolve("out.png"), "outside");
        SavedSession hashed = new SessionCapture().hashed(session(List.of(image(inside), image(outside))), NEVER);
        new SessionFile(old.resolve("s.clipscope")).write(hashed);

        Path moved = Files.move(old, folder.resolve("new"));
        Path there = Files.createDirectories(moved.resolve("deep/er"));
        Files.writeString(there.resolve("other.png"), "outsidE"); // as long
        Path found = Files.move(outside, there.resolve("renamed.png"));

        assertEquals(
                List.of(new ImageSource.OfFile(moved.resolve("in.png")), new ImageSource.OfFile(found)),
                new SessionFile(moved.resolve("s.clipscope")).read(NEVER).sources());
    }

    /// SHA-256 of the three bytes "abc", FIPS 180-4.
    @Test
    void hashesAreThoseOfTheStandard() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertEquals(
                new ContentHash(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                ContentHash.of(file, NEVER));
        assertThrows(IOException.class, () -> ContentHash.of(file, () -> true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not JSON|it is no session of ClipScope",
                "[]|it is no session of ClipScope",
                "{\"labels\":[]}|it is no session of ClipScope",
                "{\"clipscope\":3}|it is of version 3.0, this ClipScope reads versions up to 2",
                "{\"clipscope\":\"1\"}|“clipscope” is no number",
                "{\"clipscope\":1.5}|it is of version 1.5, this ClipScope reads versions up to 2",
                "{\"clipscope\":2,\"pictureSize\":0}|“pictureSize” is no whole number from 1 to 65,536",
                "{\"clipscope\":2,\"pictureSize\":1e300}|“pictureSize” is no whole number from 1 to 65,536",
                "{\"clipscope\":2,\"pictureSize\":224.5}|“pictureSize” is no whole number from 1 to 65,536",
                "{\"clipscope\":2,\"pictureSize\":\"224\"}|“pictureSize” is no number",
                "{\"clipscope\":2,\"pairs\":{}}|“pairs” is no list",
                "{\"clipscope\":2,\"pairs\":[7]}|its pairs are not one image each, with captions",
                "{\"clipscope\":2,\"pairs\":[{\"image\":0,\"captions\":[\"a\"]}]}|its pairs are not one image each, with captions",
                "{\"clipscope\":2,\"images\":[{\"file\":\"a\"}],\"pairs\":[{\"image\":0}]}|its pairs are not one image each, with captions",
                "{\"clipscope\":2,\"images\":[{\"file\":\"a\"}],\"pairs\":[{\"image\":0,\"captions\":[\"a\"]},{\"image\":0,\"captions\":[\"b\"]}]}|its pairs are not one image each, with captions",
                "{\"clipscope\":2,\"images\":[{\"file\":\"a\"}],\"pairs\":[{\"image\":-1,\"captions\":[\"a\"]}]}|“image” is no whole number from 0 to 2,147,483,647",
                "{\"clipscope\":2,\"images\":[{\"file\":\"a\"}],\"pairs\":[{\"image\":0,\"captions\":[3]}]}|“captions” is no text",
                "{\"clipscope\":1,\"frozen\":[]}|“frozen” is no object",
                "{\"clipscope\":1,\"frozen\":{\"images\":0}}|“images” is no list",
                "{\"clipscope\":1,\"frozen\":{\"labels\":[1]}}|“labels” is no text",
                "{\"clipscope\":1,\"images\":[{\"file\":\"a\"}],\"frozen\":{\"images\":[\"0\"]}}|“frozen” is no number",
                "{\"clipscope\":1,\"images\":[{\"file\":\"a\"}],\"frozen\":{\"images\":[1]}}|“frozen” is no whole number from 0 to 0",
                "{\"clipscope\":1,\"images\":[{\"file\":\"a\"},{\"file\":\"b\"}],\"frozen\":{\"images\":[-1]}}|“frozen” is no whole number from 0 to 1",
                "{\"clipscope\":1,\"images\":{}}|“images” is no list",
                "{\"clipscope\":1,\"images\":[7]}|one of its images is no object",
                "{\"clipscope\":1,\"images\":[{}]}|“content” is no text",
                "{\"clipscope\":1,\"images\":[{\"name\":\"a\",\"content\":\"?\"}]}|the content of an image is not Base64",
                "{\"clipscope\":1,\"images\":[{\"file\":\"a\",\"size\":true,\"sha256\":\"0\"}]}|“size” is no number",
                "{\"clipscope\":1,\"templates\":[1]}|one of its templates is no object",
                "{\"clipscope\":1,\"labels\":[1]}|“labels” is no text",
                "{\"clipscope\":1,\"template\":null}|“template” is no text",
                "{\"clipscope\":1,\"scores\":{\"temperature\":0}}|its scores cannot be read that way: temperature 0.0",
                "{\"clipscope\":1,\"scores\":{\"thresholds\":{\"a\":\"b\"}}}|“a” is no number"
            })
    void whatIsNoSessionSaysWhy(String json, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.clipscope"), json);

        ProblemException e = assertThrows(ProblemException.class, () -> new SessionFile(file).read(NEVER));

        assertEquals(new Problem.UnreadableFile(file, reason), e.problem());
    }

    @Test
    void hostileFilesEndInAProblem() throws IOException {
        for (String bad : List.of("[".repeat(1_000_000), "{\"clipscope\":1,\"images\":[{\"file\":\"a\\u0000b\"}]}")) {
            Path file = Files.writeString(folder.resolve("bad.clipscope"), bad);
            assertThrows(ProblemException.class, () -> new SessionFile(file).read(NEVER));
        }
        Files.write(folder.resolve("bad.clipscope"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThrows(ProblemException.class, () -> new SessionFile(folder.resolve("bad.clipscope")).read(NEVER));
        ProblemException gone = assertThrows(
                ProblemException.class, () -> new SessionFile(folder.resolve("none.clipscope")).read(NEVER));
        assertTrue(gone.problem() instanceof Problem.MissingFile);
    }

    /// What only the second version has room for makes it one, so that an older ClipScope opens whatever it
    /// can show as it is.
    @Test
    void captionsAndTheSizeOfPicturesComeBackInTheirOrder() throws Exception {
        List<SavedImage> images = List.of(image(folder.resolve("a.png")), image(folder.resolve("b.png")));
        SequencedMap<Integer, Set<String>> captions = new LinkedHashMap<>();
        captions.put(1, new LinkedHashSet<>(List.of("a zebra", "an ass")));
        captions.put(0, Set.of("a fox"));
        SavedSession plain = session(images);
        SavedModel sized = new SavedModel(folder.resolve("models").resolve("b32"), OptionalInt.of(448));
        SessionFile file = new SessionFile(folder.resolve("s.clipscope"));

        file.write(plain);
        assertEquals(1, version(file));

        file.write(new SavedSession(images, plain.document(), captions, List.of(), plain.model(), 1));
        SavedSession read = file.read(NEVER);
        assertEquals(2, version(file));
        assertEquals(captions, read.captions());
        assertEquals(List.of(1, 0), List.copyOf(read.captions().keySet()), "the order of the diagonal");
        assertEquals(List.of("a zebra", "an ass"), List.copyOf(read.captions().get(1)));

        file.write(new SavedSession(images, plain.document(), Optional.of(sized), 1));
        assertEquals(2, version(file));
        assertEquals(Optional.of(sized), file.read(NEVER).model());
    }

    /// An older ClipScope shows the same numbers in another place, so its version still does.
    @Test
    void whatIsFrozenComesBackInItsOrder() throws Exception {
        List<SavedImage> images = List.of(
                image(folder.resolve("a.png")), image(folder.resolve("b.png")), image(folder.resolve("gone.png")));
        SavedSession plain = session(images);
        Frozen labels = new Frozen(List.of(), List.of("crane, a bird", "fox"));
        SavedSession frozen = new SavedSession(
                images, plain.document().withFrozen(labels), new LinkedHashMap<>(), List.of(2, 0), plain.model(), 1);
        SessionFile file = new SessionFile(folder.resolve("s.clipscope"));

        file.write(frozen);
        SavedSession read = file.read(NEVER);

        assertEquals(frozen, read);
        assertEquals(1, version(file));
        List<ImageId> names = List.of(new ImageId(7), new ImageId(8), new ImageId(9));
        assertEquals(
                new Frozen(List.of(new ImageId(9), new ImageId(7)), List.of("crane, a bird", "fox")),
                read.document(names).frozen());
    }

    @Test
    void aFrozenLabelThatIsNoneAndOneThatIsThereTwiceAreLetGo() throws Exception {
        Path file = Files.writeString(folder.resolve("s.clipscope"), """
                {"clipscope": 1, "images": [{"file": "a.png"}], "labels": ["fox", "hen"],
                 "frozen": {"images": [0, 0], "labels": ["hen", "cow", "hen"]}}
                """);

        SavedSession read = new SessionFile(file).read(NEVER);

        assertEquals(List.of(0), read.frozen());
        assertEquals(List.of("hen"), read.document().frozen().labels());
    }

    /// A file as the first version wrote it.
    @Test
    void aFileOfTheFirstVersionOpensAsBefore() throws Exception {
        Path file = Files.writeString(folder.resolve("old.clipscope"), """
                {"clipscope": 1, "model": "b32", "images": [{"file": "a.png"}], "selected": 0, "labels": ["fox"]}
                """);

        SavedSession session = new SessionFile(file).read(NEVER);

        assertEquals(
                new SavedSession(
                        List.of(image(folder.resolve("a.png"))),
                        Document.EMPTY.withLabels(List.of("fox")),
                        Optional.of(new SavedModel(folder.resolve("b32"), OptionalInt.empty())),
                        0),
                session);
    }

    private static int version(SessionFile file) throws IOException {
        return JsonParser.parseString(Files.readString(file.path()))
                .getAsJsonObject()
                .get("clipscope")
                .getAsInt();
    }

    @Test
    void whatIsLeftOutOfTheFileHasItsUsualValue() throws Exception {
        Path file = Files.writeString(folder.resolve("s.clipscope"), "{\"clipscope\":1,\"selected\":5}");

        SavedSession session = new SessionFile(file).read(NEVER);

        assertEquals(new SavedSession(List.of(), Document.EMPTY, Optional.empty(), -1), session);
    }

    private SavedSession session(List<SavedImage> images) {
        Document document = new Document(
                List.of(),
                List.of("fox", "crane, a bird"),
                new PromptTemplate("a photo of a {}"),
                new PromptPlan(
                        List.of(
                                new Candidate(new PromptTemplate("a {}"), true),
                                new Candidate(new PromptTemplate("no {}"), false)),
                        Map.of("fox", "fox (animal)")),
                SCORES);
        Path model = folder.resolve("models").resolve("b32");
        return new SavedSession(
                images, document, Optional.of(new SavedModel(model, OptionalInt.empty())), images.isEmpty() ? -1 : 1);
    }

    private static SavedImage image(Path file) {
        return new SavedImage(new ImageSource.OfFile(file), Optional.empty());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
