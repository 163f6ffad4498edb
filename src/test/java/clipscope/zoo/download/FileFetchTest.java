package clipscope.zoo.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.zoo.download.BadServer.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFetchTest {

    private static final String PATH = "/files/weights.bin";
    private static final int SIZE = 300_000;

    @TempDir
    private Path folder;

    private final byte[] content = bytes(1);
    private long free = Long.MAX_VALUE;
    private final List<Duration> waits = new ArrayList<>();
    private final AddingWatch watch = new AddingWatch();
    private BadServer server;

    @BeforeEach
    void start() throws IOException {
        server = new BadServer().put(PATH, content);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileComesWholeAndIsCounted() throws Exception {
        fetch(wanted(content));

        assertWhole();
        assertEquals(SIZE, watch.advanced);
        assertEquals(List.of("Downloading", "Checking weights.bin"), watch.steps);
        assertEquals(0, watch.expected, "its size was known before");
        fetch(wanted(content));
        assertEquals(1, server.count(), "one that is there is not asked for again");
        assertEquals(SIZE, watch.found, "but counted");
    }

    @Test
    void aConnectionThatIsCutIsGoneOnWithWhereItStopped() throws Exception {
        server.then(PATH, server.cutAfter(100_000)).then(PATH, server.cutAfter(50_000));

        fetch(wanted(content));

        assertWhole();
        assertEquals(SIZE, server.sent(), "no byte comes twice");
        assertEquals(
                List.of(0, 100_000, 150_000),
                server.requests(PATH).stream().map(BadServer.Request::from).toList());
        assertEquals(
                BadServer.tag(content), server.requests(PATH).get(1).headers().get("if-range"));
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), waits, "there was progress between");
    }

    @Test
    void aServerThatIgnoresRangesSendsAllAnew() throws Exception {
        server.then(PATH, server.cutAfter(100_000)).then(PATH, (_, out) -> {
            BadServer.head(out, 200, "Content-Length: %d\r\n".formatted(SIZE));
            out.write(content);
            return true;
        });

        fetch(wanted(content));

        assertWhole();
        assertEquals(SIZE, watch.advanced, "what is of no use is taken back");
    }

    @Test
    void aPartOfAnotherPlaceThanAskedForIsNotTaken() throws Exception {
        server.then(PATH, server.cutAfter(100_000)).then(PATH, (_, out) -> {
            BadServer.head(
                    out,
                    206,
                    "Content-Range: bytes 99999-%d/%d\r\nContent-Length: %d\r\n"
                            .formatted(SIZE - 1, SIZE, SIZE - 99_999));
            out.write(content, 99_999, SIZE - 99_999);
            return true;
        });

        fetch(wanted(content));

        assertWhole();
    }

    @Test
    void aFileThatChangedMeanwhileStartsAnew() throws Exception {
        byte[] changed = bytes(2);
        AtomicBoolean first = new AtomicBoolean(true);
        server.then(PATH, server.cutAfter(100_000)).then(PATH, (request, out) -> {
            server.put(PATH, changed);
            server.headOf(request, changed, out);
            out.write(changed);
            return first.getAndSet(false);
        });

        fetch(new WantedFile("weights.bin", server.address().resolve(PATH), OptionalLong.empty(), Optional.empty()));

        assertArrayEquals(changed, Files.readAllBytes(folder.resolve("weights.bin")));
    }

    /// The server says 206 although its file is another one now.
    @Test
    void anotherTagThanThatOfTheBeginningStartsAnew() throws Exception {
        byte[] changed = bytes(2);
        server.then(PATH, server.cutAfter(100_000)).then(PATH, (_, out) -> {
            server.put(PATH, changed);
            BadServer.head(
                    out,
                    206,
                    "ETag: %s\r\nContent-Range: bytes 100000-%d/%d\r\nContent-Length: %d\r\n"
                            .formatted(BadServer.tag(changed), SIZE - 1, SIZE, SIZE - 100_000));
            out.write(changed, 100_000, SIZE - 100_000);
            return true;
        });

        fetch(new WantedFile("weights.bin", server.address().resolve(PATH), OptionalLong.empty(), Optional.empty()));

        assertArrayEquals(changed, Files.readAllBytes(folder.resolve("weights.bin")));
    }

    @Test
    void moreThanIsThereIsAskedForAfterTheFileBecameShorter() throws Exception {
        byte[] shorter = new byte[50_000];
        server.then(PATH, (request, out) -> {
            server.headOf(request, content, out);
            out.write(content, 0, 100_000);
            server.put(PATH, shorter);
            return false;
        });
        server.then(PATH, BadServer.status(416, "Content-Range: bytes */50000"));

        fetch(new WantedFile("weights.bin", server.address().resolve(PATH), OptionalLong.empty(), Optional.empty()));

        assertArrayEquals(shorter, Files.readAllBytes(folder.resolve("weights.bin")));
    }

    @Test
    void bytesThatAreNotThosePromisedAreFetchedOnceMoreAndThenRefused() throws Exception {
        byte[] wrong = bytes(3);
        server.put(PATH, wrong);

        ProblemException e = assertThrows(ProblemException.class, () -> fetch(wanted(content)));

        assertInstanceOf(Problem.BadDownload.class, e.problem());
        assertEquals(2, server.requests(PATH).size());
        assertEquals(List.of(), left(), "nothing that could be taken for the file is left");
    }

    @Test
    void oneWrongAnswerIsMadeGood() throws Exception {
        byte[] wrong = bytes(3);
        server.then(PATH, (_, out) -> {
            BadServer.head(out, 200, "Content-Length: %d\r\n".formatted(SIZE));
            out.write(wrong);
            return true;
        });

        fetch(wanted(content));

        assertWhole();
    }

    @Test
    void aFileThatComesPackedIsNotTakenForWhatIsInIt() {
        Answer packed = (_, out) -> {
            BadServer.head(out, 200, "Content-Encoding: gzip\r\nContent-Length: 3\r\n");
            out.write(new byte[] {1, 2, 3});
            return true;
        };
        server.then(PATH, packed).then(PATH, packed);
        assertGivenUpWithoutItsSize();
    }

    /// As several machines behind one name do, each with a tag of its own.
    @Test
    void aFileThatIsAnotherEachTimeIsGivenUp() {
        for (int i = 0; i < 40; i++) {
            String tag = "ETag: \"%d\"\r\n".formatted(i);
            server.then(PATH, (request, out) -> {
                boolean rest = request.from() > 0;
                BadServer.head(
                        out,
                        rest ? 206 : 200,
                        tag
                                + "Content-Length: %d\r\n".formatted(SIZE - request.from())
                                + (rest
                                        ? "Content-Range: bytes %d-%d/%d\r\n".formatted(request.from(), SIZE - 1, SIZE)
                                        : ""));
                out.write(content, request.from(), 1_000);
                return false;
            });
        }
        Problem problem =
                assertThrows(ProblemException.class, () -> fetch(untold())).problem();
        assertInstanceOf(Problem.BadDownload.class, problem);
        assertTrue(server.count() < 30, () -> server.count() + " requests");
    }

    @Test
    void allOfAFileThatIsSentAsAPartIsHeldAgainstItsHash() {
        Answer part = (_, out) -> {
            BadServer.head(
                    out,
                    206,
                    "X-Linked-ETag: \"%s\"\r\nContent-Length: %d\r\nContent-Range: bytes 0-%d/%2$d\r\n"
                            .formatted(sha256(content), SIZE, SIZE - 1));
            out.write(bytes(9));
            return true;
        };
        server.then(PATH, part).then(PATH, part);
        assertGivenUpWithoutItsSize();
    }

    @ParameterizedTest
    @ValueSource(ints = {SIZE - 1, SIZE + 1, 0})
    void anotherLengthThanPromisedIsRefused(int length) {
        server.put(PATH, new byte[length]);

        ProblemException e = assertThrows(ProblemException.class, () -> fetch(wanted(content)));

        assertInstanceOf(Problem.BadDownload.class, e.problem());
        assertFalse(Files.exists(folder.resolve("weights.bin")));
    }

    /// In chunks, no length is told before.
    @Test
    void moreThanPromisedIsNotWritten() {
        server.then(PATH, FileFetchTest::endless).then(PATH, FileFetchTest::endless);

        ProblemException e = assertThrows(ProblemException.class, () -> fetch(wanted(content)));

        assertInstanceOf(Problem.BadDownload.class, e.problem());
        assertFalse(Files.exists(folder.resolve("weights.bin")));
    }

    @Test
    void whatDoesNotEndFillsNoDisk() throws Exception {
        free = 100_000_000 + 200_000;
        server.then(PATH, FileFetchTest::endless);

        Problem problem =
                assertThrows(ProblemException.class, () -> fetch(untold())).problem();

        assertEquals(
                "nobody told how large it is, and it did not end after 200 kB",
                assertInstanceOf(Problem.BadDownload.class, problem).reason());
        assertEquals(List.of(), left());
        assertEquals(1, server.requests(PATH).size(), "another try would be as long");
    }

    @Test
    void aSizeThatOnlyTheServerKnewMustHaveRoom() throws Exception {
        free = 100_000_000 + SIZE - 1;

        Problem problem =
                assertThrows(ProblemException.class, () -> fetch(untold())).problem();

        assertEquals(new Problem.NoSpace(folder, 100_000_000 + SIZE, free), problem);

        free++;
        fetch(untold());
        assertWhole();
    }

    private WantedFile untold() {
        return new WantedFile("weights.bin", server.address().resolve(PATH), OptionalLong.empty(), Optional.empty());
    }

    private static boolean endless(BadServer.Request request, OutputStream out) throws IOException {
        BadServer.head(out, 200, "Transfer-Encoding: chunked\r\n");
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 1000; i++) {
            out.write(chunk); // until the client hangs up
        }
        return false;
    }

    @Test
    void chunksThatEndTooEarlyAreNoFile() throws Exception {
        server.then(PATH, (_, out) -> {
            BadServer.head(out, 200, "ETag: %s\r\nTransfer-Encoding: chunked\r\n".formatted(BadServer.tag(content)));
            out.write("1000\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, 0x1000);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return true;
        });

        fetch(wanted(content));

        assertWhole();
        assertEquals(0x1000, server.requests(PATH).get(1).from());
    }

    @Test
    void aServerThatAsksToWaitIsWaitedFor() throws Exception {
        server.then(PATH, BadServer.status(429, "Retry-After: 7"))
                .then(PATH, BadServer.status(503))
                .then(PATH, BadServer.status(500));

        fetch(wanted(content));

        assertWhole();
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(2), Duration.ofSeconds(4)), waits);
        String again = "Trying %s again in ".formatted(server.address().getHost());
        assertEquals(
                List.of(again + "7 s", again + "2 s", again + "4 s"),
                watch.steps.stream().filter(step -> step.startsWith("Trying")).toList(),
                "who waits is told for what");
    }

    @Test
    void aServerThatIsBrokenForGoodIsGivenUp() {
        for (int i = 0; i < 20; i++) {
            server.then(PATH, BadServer.status(500));
        }

        ProblemException e = assertThrows(ProblemException.class, () -> fetch(wanted(content)));

        assertInstanceOf(Problem.NoConnection.class, e.problem());
        assertEquals(7, server.requests(PATH).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void aRefusalIsToldAtOnce(int status) {
        server.then(PATH, BadServer.status(status));

        ProblemException e = assertThrows(ProblemException.class, () -> fetch(wanted(content)));

        assertEquals(
                new Problem.DownloadRefused(server.address().resolve(PATH).toString(), "127.0.0.1", status),
                e.problem());
        assertEquals(1, server.count());
    }

    @Test
    void aDripThatGoesOnIsWaitedForAndASilenceIsNot() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        server.then(PATH, (request, out) -> {
            server.headOf(request, content, out);
            for (int i = 0; i < 50; i++) {
                server.send(out, content, i, i + 1);
                out.flush();
            }
            await(over); // and not a byte more
            return false;
        });

        fetch(wanted(content));
        over.countDown();

        assertWhole();
        assertEquals(50, server.requests(PATH).get(1).from());
    }

    @Test
    void whatHasComeIsKeptWhenTheWorkIsCancelled() throws Exception {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch over = new CountDownLatch(1);
        server.then(PATH, (request, out) -> {
            server.headOf(request, content, out);
            server.send(out, content, 0, 123_456);
            out.flush();
            await(over);
            return false;
        });
        DownloadWatch untilAllHasCome = new DownloadWatch() {
            private long sum;

            @Override
            public void expect(long bytes) {}

            @Override
            public void found(long bytes) {}

            @Override
            public void advance(long bytes) {
                sum += bytes;
                cancelled.set(sum >= 100_000);
            }

            @Override
            public void step(String words) {}
        };

        assertThrows(
                CancellationException.class, () -> fetch(wanted(content), untilAllHasCome, cancelled::get, "/nowhere"));
        over.countDown();
        assertFalse(Files.exists(folder.resolve("weights.bin")));
        long kept = Files.size(folder.resolve("weights.bin.part"));
        assertTrue(kept >= 100_000, "only " + kept);

        fetch(wanted(content));
        assertWhole();
        assertEquals(kept, server.requests(PATH).getLast().from());
        assertEquals(kept, watch.found);
    }

    /// As after a crash: by the tag alone, where nobody told a hash.
    @Test
    void anotherTryGoesOnWithWhatTheFirstLeft() throws Exception {
        WantedFile file =
                new WantedFile("weights.bin", server.address().resolve(PATH), OptionalLong.empty(), Optional.empty());
        server.then(PATH, server.cutAfter(100_000)).then(PATH, BadServer.status(403));
        assertThrows(ProblemException.class, () -> fetch(file));

        fetch(file);

        assertWhole();
        assertEquals(100_000, server.requests(PATH).getLast().from());
        assertEquals(SIZE, server.sent(), "no byte comes twice");
    }

    @Test
    void aPartOfAnotherFileIsNotGoneOnWith() throws Exception {
        Files.write(folder.resolve("weights.bin.part"), new byte[1000]);
        Files.writeString(
                folder.resolve("weights.bin.part.json"),
                "{\"url\":\"http://elsewhere/weights.bin\",\"validator\":\"\\\"1\\\"\",\"total\":%d}".formatted(SIZE));

        fetch(wanted(content));

        assertWhole();
        assertEquals(0, server.requests(PATH).getFirst().from());
    }

    @Test
    void aSizeThatNobodyToldIsToldByTheServerOnce() throws Exception {
        server.then(PATH, server.cutAfter(100_000));

        fetch(new WantedFile("weights.bin", server.address().resolve(PATH), OptionalLong.empty(), Optional.empty()));

        assertWhole();
        assertEquals(SIZE, watch.expected);
        assertEquals(SIZE, watch.advanced);
    }

    @Test
    void aNoteThatIsDamagedCostsThePartAndNothingElse() throws Exception {
        Files.write(folder.resolve("weights.bin.part"), new byte[1000]);
        Files.writeString(folder.resolve("weights.bin.part.json"), "{\"url\":");

        fetch(wanted(content));

        assertWhole();
    }

    @Test
    void aTokenStaysWithTheHub() throws Exception {
        try (BadServer elsewhere = new BadServer().put("/blob", content)) {
            server.then(
                    PATH,
                    BadServer.status(
                            302,
                            "Location: " + elsewhere.address().resolve("/blob"),
                            "X-Linked-Etag: \"%s\"".formatted(sha256(content))));

            fetch(new WantedFile(
                    "weights.bin", server.address().resolve(PATH), OptionalLong.empty(), Optional.empty()));

            assertWhole();
            assertEquals(
                    "Bearer secret", server.requests(PATH).getFirst().headers().get("authorization"));
            assertFalse(elsewhere.requests("/blob").getFirst().headers().containsKey("authorization"));
            assertEquals(List.of("Downloading", "Checking weights.bin"), watch.steps, "by the hash that the hub told");
        }
    }

    @Test
    void aHashThatTheHubTellsIsHeldAgainstWhatComesFromElsewhere() throws Exception {
        try (BadServer elsewhere = new BadServer().put("/blob", bytes(9))) {
            String[] lines = {
                "Location: " + elsewhere.address().resolve("/blob"), "X-Linked-Etag: \"%s\"".formatted(sha256(content))
            };
            server.then(PATH, BadServer.status(302, lines)).then(PATH, BadServer.status(302, lines));

            ProblemException e = assertThrows(
                    ProblemException.class,
                    () -> fetch(new WantedFile(
                            "weights.bin", server.address().resolve(PATH), OptionalLong.empty(), Optional.empty())));

            assertInstanceOf(Problem.BadDownload.class, e.problem());
        }
    }

    @Test
    void redirectionsInCirclesEnd() {
        for (int i = 0; i < 30; i++) {
            server.then(PATH, BadServer.status(302, "Location: " + PATH));
        }

        ProblemException e = assertThrows(ProblemException.class, () -> fetch(wanted(content)));

        assertInstanceOf(Problem.BadDownload.class, e.problem());
        assertEquals(11, server.count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "http://", "::"})
    void redirectionsToWhatIsNoPlaceOnTheWebAreNotFollowed(String location) {
        server.then(PATH, BadServer.status(302, "Location: " + location));

        ProblemException e = assertThrows(ProblemException.class, () -> fetch(wanted(content)));

        assertInstanceOf(Problem.BadDownload.class, e.problem());
    }

    @Test
    void aServerThatIsNotThereIsAConnectionProblem() throws Exception {
        ProblemException e;
        try (Socket held = new Socket()) { // so that nobody else gets the port, on which nobody listens
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI nobody = URI.create("http://127.0.0.1:%d%s".formatted(held.getLocalPort(), PATH));
            WantedFile file = new WantedFile("weights.bin", nobody, OptionalLong.of(SIZE), Optional.empty());
            e = assertThrows(ProblemException.class, () -> fetch(file));
        }

        assertEquals(
                "127.0.0.1",
                assertInstanceOf(Problem.NoConnection.class, e.problem()).host());
        assertEquals(6, waits.size());
        assertEquals(Duration.ofSeconds(30), waits.getLast());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoProblemOfTheNet() throws Exception {
        Files.createDirectories(folder.resolve("weights.bin.part/in-the-way"));

        ProblemException e = assertThrows(ProblemException.class, () -> fetch(wanted(content)));

        assertInstanceOf(Problem.UnwritableFile.class, e.problem());
        assertEquals(List.of(), waits);
    }

    @Test
    void gitsNameOfASmallFileIsHeldAgainstItsContent() throws Exception {
        // git hash-object of "hello\n"
        FileHash hash =
                FileHash.gitBlob("ce013625030ba8dba906f756967f9e9ca394464a").orElseThrow();
        server.put(PATH, "hello\n".getBytes(StandardCharsets.US_ASCII));

        fetch(new WantedFile("weights.bin", server.address().resolve(PATH), OptionalLong.of(6), Optional.of(hash)));

        assertEquals("hello\n", Files.readString(folder.resolve("weights.bin")));
        Path other = Files.writeString(folder.resolve("other"), "hello!");
        assertFalse(hash.fits(other, Cancellation.NEVER));
    }

    private void fetch(WantedFile file) throws ProblemException {
        fetch(file, watch, Cancellation.NEVER, "secret");
    }

    private void fetch(WantedFile file, DownloadWatch told, Cancellation cancelled, String token)
            throws ProblemException {
        Patience patience = new Patience(Duration.ofMillis(500), (time, _) -> waits.add(time));
        try (Web web = new Web(new Hub(server.address(), Optional.of(token)), patience, Map.of())) {
            new FileFetch(web, patience, new DiskSpace(_ -> free), told, cancelled).fetch(file, folder);
        }
    }

    /// Of a file of which nobody told anything before.
    private void assertGivenUpWithoutItsSize() {
        Problem problem =
                assertThrows(ProblemException.class, () -> fetch(untold())).problem();

        assertInstanceOf(Problem.BadDownload.class, problem);
        assertFalse(Files.exists(folder.resolve("weights.bin")));
    }

    private WantedFile wanted(byte[] promised) {
        return new WantedFile(
                "weights.bin",
                server.address().resolve(PATH),
                OptionalLong.of(promised.length),
                FileHash.sha256(sha256(promised)));
    }

    private void assertWhole() throws IOException {
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("weights.bin")));
        assertEquals(List.of("weights.bin"), left());
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static byte[] bytes(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
