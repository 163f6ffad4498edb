package clipscope.zoo.graphics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.settings.DownloadSettings;
import clipscope.task.Cancellation;
import clipscope.zoo.download.AddingWatch;
import clipscope.zoo.download.BadServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphicsBuildTest {

    private static final String LIBRARIES = "cu128/linux-x86_64/native/lib/";
    private static final String LIST = "/pytorch/2.7.1/files.txt";
    private static final String TORCH = "/pytorch/2.7.1/" + LIBRARIES + "libtorch_cuda.so.gz";
    private static final String C10 = "/pytorch/2.7.1/" + LIBRARIES + "libc10.so.gz";
    private static final String BRIDGE =
            "/pytorch/2.7.1/jnilib/0.36.0/linux-x86_64/cu128/" + System.mapLibraryName("djl_torch");
    private static final byte[] CONTENT = "native code ".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private BadServer server;
    private GraphicsBuild build;
    private final AddingWatch watch = new AddingWatch();

    @BeforeEach
    void serve() throws IOException {
        server = new BadServer();
        String list = """
                cpu/linux-x86_64/native/lib/libtorch_cpu.so.gz
                %1$slibc10.so.gz
                %1$slibtorch_cuda.so.gz
                %1$s../../../escaped.so.gz
                cu128/win-x86_64/native/lib/c10.dll.gz
                """.formatted(LIBRARIES);
        server.put(LIST, list.getBytes(StandardCharsets.UTF_8))
                .put(TORCH, packed(CONTENT))
                .put(C10, packed(new byte[] {1, 2, 3}))
                .put(BRIDGE, new byte[] {4, 5});
        build = new GraphicsBuild(
                new GraphicsRelease(server.address().resolve("/"), "2.7.1", "0.36.0", "cu128", "linux-x86_64"),
                folder,
                () -> DownloadSettings.DEFAULTS,
                Map.of());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void fetch() throws ProblemException {
        build.fetch(watch, Cancellation.NEVER);
    }

    @Test
    void itIsFetchedUnpackedAndUsed() throws Exception {
        Path old = Files.createDirectories(folder.resolve("2.5.1-cu124"));
        Files.write(old.resolve("libc10.so"), new byte[7]);

        fetch();

        Path place = folder.resolve("2.7.1-cu128");
        assertEquals(GraphicsBuild.State.READY, build.state());
        assertEquals("native code ".repeat(10_000), Files.readString(place.resolve("libtorch_cuda.so")));
        assertEquals(2, Files.size(place.resolve(System.mapLibraryName("djl_torch"))));
        try (Stream<Path> files = Files.list(place)) {
            assertEquals(3, files.count());
        }
        assertFalse(Files.exists(old), "the build of another version is of no use");
        assertEquals(place.toString(), build.properties().get("PYTORCH_LIBRARY_PATH"));
        assertEquals("cu128", build.properties().get("PYTORCH_FLAVOR"));
        assertEquals(watch.expected, watch.done());
    }

    @Test
    void itsSizeIsThatOfWhatThereIsToFetch() throws Exception {
        int bytes = packed(CONTENT).length + packed(new byte[] {1, 2, 3}).length + 2;

        assertEquals(bytes, build.size(watch, Cancellation.NEVER));
        assertEquals(0, server.requests(TORCH).size());
        assertEquals(GraphicsBuild.State.ABSENT, build.state());
    }

    @Test
    void whatWasUnpackedIsNotFetchedAgain() throws Exception {
        server.then(TORCH, BadServer.status(404));
        assertThrows(ProblemException.class, this::fetch);
        assertEquals(GraphicsBuild.State.ABSENT, build.state());
        assertEquals(Map.of(), build.properties());

        fetch();

        assertEquals(GraphicsBuild.State.READY, build.state());
        assertEquals(1, server.requests(C10).size());
        assertEquals(2, server.requests(TORCH).size());
    }

    @Test
    void damageIsSeenAndFetchedAnew() throws Exception {
        byte[] damaged = packed(CONTENT);
        damaged[damaged.length - 6] ^= 1; // of the checksum
        server.put(TORCH, damaged);

        Problem problem = assertThrows(ProblemException.class, this::fetch).problem();

        assertTrue(problem instanceof Problem.BadDownload bad && bad.what().endsWith(TORCH), problem.toString());
        assertEquals(GraphicsBuild.State.ABSENT, build.state());
        server.put(TORCH, packed(CONTENT));
        fetch();
        assertEquals(GraphicsBuild.State.READY, build.state());
    }

    @Test
    void halfAFileIsSeen() throws Exception {
        server.put(TORCH, Arrays.copyOf(packed(CONTENT), 100));

        assertThrows(ProblemException.class, this::fetch);
        assertEquals(GraphicsBuild.State.ABSENT, build.state());
    }

    @Test
    void aServerThatHasNothingForThisSystemIsNamed() {
        server.put(LIST, "cpu/linux-x86_64/native/lib/libc10.so.gz".getBytes(StandardCharsets.UTF_8));

        Problem problem = assertThrows(ProblemException.class, this::fetch).problem();

        assertTrue(problem instanceof Problem.BadDownload bad && bad.what().endsWith(LIST), problem.toString());
    }

    @Test
    void whoStopsItKeepsWhatHasCome() {
        assertThrows(CancellationException.class, () -> build.fetch(watch, () -> true));
        assertEquals(GraphicsBuild.State.ABSENT, build.state());
    }

    @Test
    void anEngineThatDidNotComeUpWithItIsNotAskedAgain() throws Exception {
        fetch();
        Path note = Path.of(build.properties().get("clipscope.torch.trial"));
        Files.writeString(note, ""); // as a start does that ends the process

        assertEquals(GraphicsBuild.State.DID_NOT_START, build.state());
        assertEquals(Map.of(), build.properties());

        build.tryAgain();
        assertEquals(GraphicsBuild.State.READY, build.state());
    }

    @Test
    void itIsRemovedWithAllItsBytes() throws Exception {
        fetch();

        assertEquals(CONTENT.length + 3 + 2, build.remove());
        assertEquals(GraphicsBuild.State.ABSENT, build.state());
        assertEquals(0, build.remove());
    }
}
