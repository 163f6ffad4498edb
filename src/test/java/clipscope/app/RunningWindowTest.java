package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.app.RunningWindow.Asked;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningWindowTest {

    private static final Asked PICTURES =
            new Asked(Optional.of(Path.of("a model")), List.of(Path.of("Ärger im Café.png"), Path.of("猫")));

    private final List<Asked> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<RunningWindow> windows = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void closeWindows() {
        windows.forEach(RunningWindow::close);
    }

    @Test
    void withoutAWindowNobodyTakesAnything() {
        assertFalse(RunningWindow.give(folder, PICTURES));
    }

    @Test
    void theWindowIsGivenWholePathsOfAnyScript() {
        listen();

        assertTrue(RunningWindow.give(folder, PICTURES));

        assertEquals(List.of(PICTURES), taken);
        assertTrue(taken.getFirst().files().stream().allMatch(Path::isAbsolute));
    }

    @Test
    void aStartWithoutPicturesShowsTheWindow() {
        listen();

        assertTrue(RunningWindow.give(folder, new Asked(Optional.empty(), List.of())));

        assertEquals(List.of(new Asked(Optional.empty(), List.of())), taken);
    }

    @Test
    void theFirstOfTwoWindowsIsGivenTo() {
        listen();

        assertEquals(Optional.empty(), RunningWindow.listen(folder, _ -> {}));
        assertTrue(RunningWindow.give(folder, PICTURES));
        assertEquals(1, taken.size());
    }

    @Test
    void aClosedWindowTakesNothingAndLeavesNothing() throws IOException {
        listen();
        windows.getFirst().close();

        assertFalse(RunningWindow.give(folder, PICTURES));
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aWindowThatWasKilledIsFollowedByTheNext() throws IOException {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(address());
        }
        assertTrue(Files.exists(folder.resolve("window.socket")), "closing a socket leaves its file");
        assertFalse(RunningWindow.give(folder, PICTURES));

        listen();
        assertTrue(RunningWindow.give(folder, PICTURES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "\0\0\0",
                "\0\0\u007f\0\0\0",
                "\0\0\0\0\0\u0001",
                "\uffff\uffff\uffff",
                "\0\0\0\0\0\u0001\0\u0001\0"
            })
    void whatIsNoStartOfOursIsPassedOver(String bytes) throws IOException {
        listen();
        try (SocketChannel stranger = SocketChannel.open(address())) {
            stranger.write(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
        }

        assertTrue(RunningWindow.give(folder, PICTURES));
        assertEquals(List.of(PICTURES), taken);
    }

    @Test
    void oneThatSaysNothingKeepsNoOtherWaiting() throws IOException {
        listen();
        try (SocketChannel _ = SocketChannel.open(address())) {
            assertTrue(RunningWindow.give(folder, PICTURES));
        }
    }

    @Test
    void whereThereCanBeNoSocketEveryStartOpensAWindow() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("x".repeat(120)));
        assertEquals(Optional.empty(), RunningWindow.listen(deep, taken::add));
        assertFalse(RunningWindow.give(deep, PICTURES));

        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertEquals(Optional.empty(), RunningWindow.listen(file, taken::add));
        assertFalse(RunningWindow.give(file, PICTURES));
    }

    private UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(folder.resolve("window.socket"));
    }

    private void listen() {
        windows.add(RunningWindow.listen(folder, taken::add).orElseThrow());
    }
}
