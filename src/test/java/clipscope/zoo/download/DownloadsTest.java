package clipscope.zoo.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.settings.DownloadSettings;
import clipscope.task.Cancellation;
import clipscope.zoo.Shelf;
import clipscope.zoo.ShelfModel;
import clipscope.zoo.ShelfModel.Kind;
import clipscope.zoo.ShelfModel.State;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.catalogue.ModelAddress;
import clipscope.zoo.catalogue.ModelSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

    private static final Path GOLDEN = Path.of("src/test/golden/clip/quick-gelu-f32");
    private static final List<String> NAMES =
            List.of("config.json", "model.safetensors", "preprocessor_config.json", "tokenizer.json");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path folder;

    private final CatalogueModel model = ModelAddress.parse("some/model").orElseThrow();
    private final List<Duration> waits = new ArrayList<>();
    private long free = Long.MAX_VALUE;
    private BadServer server;
    private Shelf shelf;

    @BeforeEach
    void start() throws IOException {
        server = new BadServer();
        shelf = new Shelf(folder.resolve("shelf"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRepositoryBecomesAModelOfTheShelf() throws Exception {
        serveListed();
        server.put(file(COMMIT, "flax_model.msgpack"), new byte[100]);
        AddingWatch watch = new AddingWatch();

        try (Fetched fetched = downloads().fetch(model, watch, Cancellation.NEVER)) {
            assertEquals(List.of(), shelf.models(), "not before it was tested");
            ShelfModel taken = fetched.adopt();
            assertEquals("some--model", taken.name());
        }

        ShelfModel taken = shelf.find("some--model").orElseThrow();
        assertEquals(Kind.COPIED, taken.kind());
        assertEquals(State.AS_IT_CAME, taken.state());
        for (String name : NAMES) {
            assertArrayEquals(
                    Files.readAllBytes(GOLDEN.resolve(name)),
                    Files.readAllBytes(taken.location().resolve(name)),
                    name);
        }
        assertEquals(watch.expected, watch.done());
        assertEquals(goldenBytes(), watch.done());
        assertFalse(downloads().begun("some--model"));
    }

    @Test
    void aMirrorWithoutListsIsAskedForEachFile() throws Exception {
        for (String name : NAMES) {
            server.put(file("main", name), golden(name));
        }

        try (Fetched fetched = downloads().fetch(model, new AddingWatch(), Cancellation.NEVER)) {
            assertEquals(
                    Stream.concat(NAMES.stream(), Stream.of(Manifest.FILE))
                            .sorted()
                            .toList(),
                    files(fetched.location()));
        }
    }

    @Test
    void whatIsOnTheShelfIsNotFetchedAgain() throws Exception {
        aRepositoryBecomesAModelOfTheShelf();
        int asked = server.count();

        try (Fetched fetched = downloads().fetch(model, new AddingWatch(), Cancellation.NEVER)) {
            assertInstanceOf(Fetched.OnShelf.class, fetched);
        }
        assertEquals(asked, server.count());
    }

    @Test
    void aModelThatWasDamagedOnTheShelfIsFetchedAnew() throws Exception {
        aRepositoryBecomesAModelOfTheShelf();
        Path config = shelf.find("some--model").orElseThrow().location().resolve("config.json");
        Files.writeString(config, "{ }");

        try (Fetched fetched = downloads().fetch(model, new AddingWatch(), Cancellation.NEVER)) {
            fetched.adopt();
        }
        assertArrayEquals(golden("config.json"), Files.readAllBytes(config));
    }

    @Test
    void whatWasFetchedBeforeAProblemIsNotFetchedAgain() throws Exception {
        serveListed();
        server.then(file(COMMIT, "model.safetensors"), BadServer.status(403));
        assertThrows(ProblemException.class, () -> downloads().fetch(model, new AddingWatch(), Cancellation.NEVER));
        assertTrue(downloads().begun("some--model"));
        assertEquals(List.of(), shelf.models());

        AddingWatch again = new AddingWatch();
        downloads().fetch(model, again, Cancellation.NEVER).close();

        assertEquals(goldenBytes(), again.done(), "what was there is counted");
        for (String name : NAMES) {
            int times = name.equals("model.safetensors") ? 2 : 1;
            assertEquals(times, server.requests(file(COMMIT, name)).size(), name);
        }
        assertEquals(1, server.requests(listing()).size(), "the same commit as before");
    }

    /// As after a crash between the two steps of taking a model in.
    @Test
    void aModelThatWasMovedButNotNotedIsFoundAgain() throws Exception {
        aRepositoryBecomesAModelOfTheShelf();
        Files.delete(folder.resolve("shelf/some--model.json"));
        int asked = server.count();

        try (Fetched fetched = downloads().fetch(model, new AddingWatch(), Cancellation.NEVER)) {
            fetched.adopt();
        }

        assertEquals(asked, server.count());
        assertEquals(State.AS_IT_CAME, shelf.find("some--model").orElseThrow().state());
    }

    @Test
    void whatIsDiscardedOrForgottenIsGone() throws Exception {
        serveListed();
        try (Fetched fetched = downloads().fetch(model, new AddingWatch(), Cancellation.NEVER)) {
            fetched.discard();
        }
        assertFalse(downloads().begun("some--model"));

        downloads().fetch(model, new AddingWatch(), Cancellation.NEVER).close();
        assertTrue(downloads().begun("some--model"));
        downloads().forget("some--model");
        assertFalse(downloads().begun("some--model"));
    }

    @Test
    void whoComesSecondWaitsUntilTheFirstHasDone() throws Exception {
        serveListed();
        AddingWatch second = new AddingWatch();
        Fetched first = downloads().fetch(model, new AddingWatch(), Cancellation.NEVER);
        downloads().forget("some--model"); // which does not take away what another is at
        Patience patience = new Patience(Duration.ofSeconds(5), (_, _) -> {
            try (first) {
                first.adopt();
            } catch (ProblemException e) {
                throw new AssertionError(e);
            }
        });

        try (Fetched fetched = downloads(patience).fetch(model, second, Cancellation.NEVER)) {
            assertInstanceOf(Fetched.OnShelf.class, fetched);
        }
        assertEquals(List.of("Waiting: another window is downloading it"), second.steps);
    }

    @Test
    void aDiskThatIsTooFullIsSaidBeforeAnythingComes() throws Exception {
        serveListed();
        free = 100_000_000 + goldenBytes() - 1;

        ProblemException e = assertThrows(
                ProblemException.class, () -> downloads().fetch(model, new AddingWatch(), Cancellation.NEVER));

        assertEquals(
                100_000_000 + goldenBytes(),
                assertInstanceOf(Problem.NoSpace.class, e.problem()).needed());
        assertEquals(1, server.count(), "the list alone");
    }

    @Test
    void aCancelledDownloadLetsGoOfTheModel() throws Exception {
        serveListed();
        assertThrows(CancellationException.class, () -> downloads().fetch(model, new AddingWatch(), () -> true));

        downloads().fetch(model, new AddingWatch(), Cancellation.NEVER).close();
    }

    @Test
    void theCacheOfOtherProgramsIsUsedWhereItIs() throws Exception {
        Path place = folder.resolve("hub/models--some--model");
        Path blobs = Files.createDirectories(place.resolve("blobs"));
        Path snapshot = Files.createDirectories(place.resolve("snapshots").resolve(COMMIT));
        Files.createDirectories(place.resolve("refs"));
        Files.writeString(place.resolve("refs/main"), COMMIT);
        for (String name : NAMES) {
            Files.copy(GOLDEN.resolve(name), blobs.resolve(name + "-blob"));
            if (!name.equals("model.safetensors")) {
                Files.createSymbolicLink(snapshot.resolve(name), Path.of("../../blobs", name + "-blob"));
            }
        }
        assertEquals(Optional.empty(), downloads().inCache(model), "without weights it is none");

        Files.createSymbolicLink(snapshot.resolve("model.safetensors"), Path.of("../../blobs/model.safetensors-blob"));
        try (Fetched fetched = downloads().fetch(model, new AddingWatch(), Cancellation.NEVER)) {
            assertEquals(snapshot, fetched.adopt().location());
        }

        assertEquals(0, server.count());
        assertEquals(Kind.IN_PLACE, shelf.find("some--model").orElseThrow().kind());
        shelf.remove("some--model");
        assertTrue(Files.exists(snapshot.resolve("config.json")));
    }

    @Test
    void aFileAtAnAddressOfItsOwnIsAModelToo() throws Exception {
        server.put("/models/RN50.pt", new byte[] {1, 2, 3});
        CatalogueModel archive =
                ModelAddress.parse(server.address() + "/models/RN50.pt").orElseThrow();
        assertEquals("RN50", archive.id());

        free = 100_000_002;
        assertInstanceOf(
                Problem.NoSpace.class,
                assertThrows(
                                ProblemException.class,
                                () -> downloads().fetch(archive, new AddingWatch(), Cancellation.NEVER))
                        .problem(),
                "its size is asked for before");
        free = 100_000_003;
        AddingWatch watch = new AddingWatch();
        try (Fetched fetched = downloads().fetch(archive, watch, Cancellation.NEVER)) {
            assertEquals(List.of("RN50.pt", Manifest.FILE), files(fetched.location()));
        }
        assertEquals(3, watch.expected);
        assertEquals(3, watch.done());
    }

    @Test
    void aRepositoryThatIsNotThereIsSaid() {
        server.then(listing(), BadServer.status(401));
        assertEquals(new Problem.DownloadRefused("some/model", "127.0.0.1", 401), refused());

        assertEquals(new Problem.DownloadRefused("some/model", "127.0.0.1", 404), refused());
    }

    @Test
    void aRepositoryWithoutWeightsIsSaid() throws Exception {
        server.put(file("main", "config.json"), golden("config.json"));

        assertInstanceOf(Problem.BadDownload.class, refused());
    }

    @Test
    void aModelThatIsNotRunIsKnownBeforeItsWeightsCome() throws Exception {
        serveListed();
        byte[] config =
                "{\"model_type\": \"chinese_clip\", \"text_config\": {\"model_type\": \"bert\"}, \"vision_config\": {}}"
                        .getBytes(StandardCharsets.UTF_8);
        for (String name : NAMES) {
            server.put(file("main", name), name.equals("config.json") ? config : golden(name));
        }
        server.put(listing(), "no list".getBytes(StandardCharsets.UTF_8));

        assertInstanceOf(Problem.UnsupportedModel.class, refused());
        assertEquals(List.of(), server.requests(file("main", "model.safetensors")));
    }

    @Test
    void weightsInSeveralFilesComeWithTheirIndex() throws Exception {
        String index = "{\"weight_map\": {\"a\": \"model-00001-of-00002.safetensors\", \"b\":"
                + " \"model-00002-of-00002.safetensors\", \"c\": \"../../escape\"}}";
        server.put(file("main", "config.json"), golden("config.json"))
                .put(file("main", "model.safetensors.index.json"), index.getBytes(StandardCharsets.UTF_8))
                .put(file("main", "model-00001-of-00002.safetensors"), new byte[10])
                .put(file("main", "model-00002-of-00002.safetensors"), new byte[10]);

        try (Fetched fetched = downloads().fetch(model, new AddingWatch(), Cancellation.NEVER)) {
            assertEquals(
                    List.of(
                            Manifest.FILE,
                            "config.json",
                            "model-00001-of-00002.safetensors",
                            "model-00002-of-00002.safetensors",
                            "model.safetensors.index.json"),
                    files(fetched.location()));
        }
    }

    @Test
    void namesThatLeadOutOfTheFolderAreNotOfAModel() throws Exception {
        server.put(
                listing(),
                "{\"sha\":\"%s\",\"siblings\":[{\"rfilename\":\"../../model.safetensors\"},{\"rfilename\":\"/etc/model.safetensors\"}]}"
                        .formatted(COMMIT)
                        .getBytes(StandardCharsets.UTF_8));

        assertInstanceOf(Problem.DownloadRefused.class, refused());
    }

    private Problem refused() {
        return assertThrows(
                        ProblemException.class, () -> downloads().fetch(model, new AddingWatch(), Cancellation.NEVER))
                .problem();
    }

    private Downloads downloads() {
        return downloads(new Patience(Duration.ofSeconds(5), (time, _) -> waits.add(time)));
    }

    private Downloads downloads(Patience patience) {
        Map<String, String> environment = Map.of("HF_ENDPOINT", server.address().toString());
        return new Downloads(
                shelf,
                () -> DownloadSettings.DEFAULTS,
                new HubCache(folder.resolve("hub")),
                new Downloads.Outside(environment, folder, patience, new DiskSpace(_ -> free)));
    }

    /// As the hub tells it: hashes of git for small files, SHA-256 for large ones.
    private void serveListed() throws Exception {
        List<String> siblings = new ArrayList<>();
        for (String name : NAMES) {
            byte[] content = golden(name);
            server.put(file(COMMIT, name), content);
            String hash = name.equals("model.safetensors")
                    ? "\"lfs\":{\"sha256\":\"%s\",\"size\":%d}".formatted(FileFetchTest.sha256(content), content.length)
                    : "\"blobId\":null";
            siblings.add("{\"rfilename\":\"%s\",\"size\":%d,%s}".formatted(name, content.length, hash));
        }
        siblings.add("{\"rfilename\":\"flax_model.msgpack\",\"size\":100}");
        server.put(
                listing(),
                "{\"sha\":\"%s\",\"siblings\":[%s]}"
                        .formatted(COMMIT, siblings.stream().collect(Collectors.joining(",")))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private String listing() {
        assertInstanceOf(ModelSource.Repo.class, model.source());
        return "/api/models/some/model/revision/main?blobs=true";
    }

    private static String file(String revision, String name) {
        return "/some/model/resolve/%s/%s".formatted(revision, name);
    }

    private static byte[] golden(String name) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(name));
    }

    private static long goldenBytes() throws IOException {
        long sum = 0;
        for (String name : NAMES) {
            sum += Files.size(GOLDEN.resolve(name));
        }
        return sum;
    }

    private static List<String> files(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
