package clipscope.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window that is open, as a second start finds it: it is given what that one was asked to open.
///
/// It listens at a socket in the folder of the settings, to which only their owner can write. Where there
/// can be no socket (a disk that cannot be written, a path too long for one) every start opens a window.
///
/// **Thread:** Thread-safe.
final class RunningWindow implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningWindow.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3); // then the other is taken to hang
    private static final int MOST_FILES = 100_000; // more than a command line holds
    private static final int TAKEN = 1;

    private final Path socket;
    private final ServerSocketChannel door;
    private final Consumer<? super Asked> taker;

    /// What a start was asked to open, by absolute paths.
    ///
    /// @param model empty to stay with the one in use
    /// @param files images, folders and sessions; none to be seen only
    record Asked(Optional<Path> model, List<Path> files) {

        Asked {
            model = model.map(Path::toAbsolutePath);
            files = files.stream().map(Path::toAbsolutePath).toList();
        }
    }

    private RunningWindow(Path socket, ServerSocketChannel door, Consumer<? super Asked> taker) {
        this.socket = socket;
        this.door = door;
        this.taker = taker;
    }

    /// Gives that to the window that is open.
    ///
    /// @return whether there is one, and it took it
    static boolean give(Path folder, Asked asked) {
        if (!Files.exists(socketIn(folder))) {
            return false; // as at most starts, which then need not load the classes of sockets
        }
        FutureTask<Boolean> giving = new FutureTask<>(() -> send(socketIn(folder), asked));
        Thread.ofPlatform().daemon().name("clipscope-give").start(giving);
        try {
            return giving.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("no window took it", e);
            return false;
        }
    }

    /// Becomes the window that others give to.
    ///
    /// @param taker called on a thread of its own for each start
    /// @return empty if another window is, or there can be no socket
    static Optional<RunningWindow> listen(Path folder, Consumer<? super Asked> taker) {
        Path socket = socketIn(folder);
        try {
            Files.createDirectories(folder);
            if (isAnswered(socket)) {
                return Optional.empty();
            }
            Files.deleteIfExists(socket); // of a window that was killed
            ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            RunningWindow window = new RunningWindow(socket, door, taker);
            try {
                door.bind(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                door.close();
                throw e;
            }
            Thread.ofPlatform().daemon().name("clipscope-door").start(window::answer);
            return Optional.of(window);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("other starts open windows of their own", e);
            return Optional.empty();
        }
    }

    /// From now on, other starts open a window of their own.
    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.debug("{} stays, and is replaced by the next window", socket, e);
        }
    }

    private static Path socketIn(Path folder) {
        return folder.resolve("window.socket");
    }

    private static boolean isAnswered(Path socket) {
        try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean send(Path socket, Asked asked) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeUTF(asked.model().map(Path::toString).orElse(""));
            out.writeInt(asked.files().size());
            for (Path file : asked.files()) {
                out.writeUTF(file.toString());
            }
            out.flush();
            return Channels.newInputStream(channel).read() == TAKEN;
        }
    }

    private void answer() {
        while (true) {
            try {
                SocketChannel channel = door.accept();
                Thread.ofVirtual().start(() -> take(channel)); // one that says nothing keeps no other waiting
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException e) {
                LOG.debug("other starts open windows of their own from now on", e);
                return;
            }
        }
    }

    private void take(SocketChannel channel) {
        try (channel) {
            Asked asked = read(new DataInputStream(Channels.newInputStream(channel)));
            taker.accept(asked);
            Channels.newOutputStream(channel).write(TAKEN);
        } catch (IOException | InvalidPathException e) {
            LOG.debug("something else than a start of ours came", e); // or it looked whether anybody answers
        }
    }

    private static Asked read(DataInputStream in) throws IOException {
        String model = in.readUTF();
        int count = in.readInt();
        if (count < 0 || count > MOST_FILES) {
            throw new IOException("%d files".formatted(count));
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(Path.of(in.readUTF()));
        }
        return new Asked(model.isEmpty() ? Optional.empty() : Optional.of(Path.of(model)), files);
    }
}
