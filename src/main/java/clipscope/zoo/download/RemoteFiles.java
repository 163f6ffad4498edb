package clipscope.zoo.download;

import clipscope.problem.ProblemException;
import clipscope.settings.DownloadSettings;
import clipscope.task.Cancellation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Files at addresses that are no model: asked about and fetched one by one, with the patience, the proxy and
/// the checks of all downloads.
///
/// **Thread:** Confined to the thread that downloads; waits for other machines.
public final class RemoteFiles implements AutoCloseable {

    private final Web web;
    private final Patience patience;
    private final DownloadWatch watch;
    private final Cancellation cancelled;
    private final Retries retries;

    private RemoteFiles(Web web, Patience patience, DownloadWatch watch, Cancellation cancelled) {
        this.web = web;
        this.patience = patience;
        this.watch = watch;
        this.cancelled = cancelled;
        this.retries = new Retries(patience.pause(), watch, cancelled);
    }

    /// Begins to talk to servers.
    ///
    /// @param environment variables, which may name a proxy
    /// @param home the person's folder
    /// @param cancelled polled all the time; then each method throws
    ///     [java.util.concurrent.CancellationException]
    public static RemoteFiles open(
            DownloadSettings settings,
            Map<String, String> environment,
            Path home,
            DownloadWatch watch,
            Cancellation cancelled) {
        Patience patience = Patience.USUAL;
        Hub hub = Hub.of(settings, environment, home);
        return new RemoteFiles(
                new Web(hub, patience, NetUse.withProxy(settings, environment)), patience, watch, cancelled);
    }

    /// Waits until no other window is at the same files.
    ///
    /// @param lock a file beside them, which stays
    /// @return what lets others go on
    /// @throws ProblemException if the file cannot be written
    public Turn turn(Path lock) throws ProblemException {
        ModelLock taken = ModelLock.take(lock, patience.pause(), watch, cancelled);
        return taken::close;
    }

    /// The time in which nobody else is at the files.
    @FunctionalInterface
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    /// {@return the text at an address}
    ///
    /// @throws ProblemException if it cannot be had
    public String text(URI address) throws ProblemException {
        byte[] body = retries.insist(String.valueOf(address.getHost()), () -> {
            try (Reply reply = web.get(address, Map.of(), cancelled)) {
                require(address, reply);
                return web.read(reply, cancelled);
            }
        });
        return new String(body, StandardCharsets.UTF_8);
    }

    /// {@return how many bytes a file has, empty if the server does not tell}
    ///
    /// @throws ProblemException if it is not there
    public OptionalLong size(URI address) throws ProblemException {
        return retries.insist(String.valueOf(address.getHost()), () -> {
            try (Reply reply = web.head(address, cancelled)) {
                require(address, reply);
                return reply.total();
            }
        });
    }

    /// Fetches a file, from where an earlier try stopped. One that is there under its name is whole.
    ///
    /// @param name of the file in the folder
    /// @param size in bytes; empty if nobody told
    /// @throws ProblemException if it cannot be had; what has come is kept for another time
    public void fetch(URI address, String name, OptionalLong size, Path folder) throws ProblemException {
        new FileFetch(web, patience, DiskSpace.HERE, watch, cancelled)
                .fetch(new WantedFile(name, address, size, Optional.empty()), folder);
    }

    private static void require(URI address, Reply reply) throws Retries.Again, ProblemException {
        if (reply.passing()) {
            throw Retries.Again.of(reply);
        }
        if (reply.status() != 200) {
            throw FileFetch.refusal(address.toString(), reply);
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
