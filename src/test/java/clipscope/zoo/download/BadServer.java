package clipscope.zoo.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// A web server that serves files as it should, but for answers that a test puts in its way.
///
/// It speaks HTTP through sockets, so that it can break every rule of it.
public final class BadServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> extra = new ConcurrentHashMap<>();
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private long sent;

    /// What was asked.
    ///
    /// @param headers with small letters
    public record Request(String method, String path, Map<String, String> headers) {

        /// {@return from which byte on}
        int from() {
            String range = headers.getOrDefault("range", "bytes=0-");
            return Integer.parseInt(range.substring(range.indexOf('=') + 1, range.length() - 1));
        }
    }

    /// Answers once, in place of the server.
    @FunctionalInterface
    public interface Answer {

        /// {@return whether the connection may stay open}
        boolean to(Request request, OutputStream out) throws IOException;
    }

    public BadServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /// Serves a file, with a tag of its content.
    public BadServer put(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /// Adds lines to the head of each answer with a file.
    BadServer heading(String path, String lines) {
        extra.put(path, lines);
        return this;
    }

    /// Answers the next request of a file in another way; the one after that in the next. Who asks by HEAD
    /// whether it is there is answered well.
    public synchronized BadServer then(String path, Answer answer) {
        answers.computeIfAbsent(path, _ -> new ArrayDeque<>()).add(answer);
        return this;
    }

    public synchronized List<Request> requests(String path) {
        return requests.stream()
                .filter(request ->
                        request.path().equals(path) && request.method().equals("GET"))
                .toList();
    }

    public synchronized int count() {
        return requests.size();
    }

    /// {@return how many bytes of files went out}
    public synchronized long sent() {
        return sent;
    }

    // answers

    public static Answer status(int status, String... lines) {
        return (_, out) -> {
            head(
                    out,
                    status,
                    "Content-Length: 0\r\n"
                            + String.join(
                                    "",
                                    Arrays.stream(lines)
                                            .map(line -> line + "\r\n")
                                            .toList()));
            return true;
        };
    }

    /// Promises all that was asked for, sends so many bytes of it, and hangs up.
    Answer cutAfter(int bytes) {
        return (request, out) -> {
            byte[] content = files.getOrDefault(request.path(), new byte[0]);
            int from = request.from();
            headOf(request, content, out);
            send(out, content, from, Math.min(content.length, from + bytes));
            return false;
        };
    }

    /// Promises all that was asked for, sends up to a place in the file, and holds the line without a word.
    public Answer stopAt(int place, CountDownLatch over) {
        return (request, out) -> {
            byte[] content = files.getOrDefault(request.path(), new byte[0]);
            int from = headOf(request, content, out);
            send(out, content, from, place);
            out.flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return false;
        };
    }

    /// Answers well, once something was done.
    public Answer after(Runnable done) {
        return (request, out) -> {
            done.run();
            return well(request, out);
        };
    }

    /// Sends all that was asked for, a piece at a time.
    ///
    /// @param pause between two pieces, in milliseconds
    public Answer slowly(int piece, long pause) {
        return (request, out) -> {
            byte[] content = files.getOrDefault(request.path(), new byte[0]);
            for (int at = headOf(request, content, out); at < content.length; at += piece) {
                send(out, content, at, Math.min(content.length, at + piece));
                out.flush();
                LockSupport.parkNanos(pause * 1_000_000);
            }
            return true;
        };
    }

    // the server

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            boolean open = true;
            while (open) {
                Optional<Request> request = read(in);
                open = request.isPresent() && next(request.get()).to(request.get(), out);
                out.flush();
            }
        } catch (IOException _) {
            // the client hung up
        }
    }

    private synchronized Answer next(Request request) {
        requests.add(request);
        Deque<Answer> waiting = answers.getOrDefault(request.path(), new ArrayDeque<>());
        return request.method().equals("HEAD") || waiting.isEmpty() ? this::well : waiting.removeFirst();
    }

    private boolean well(Request request, OutputStream out) throws IOException {
        byte[] content = files.get(request.path());
        if (content == null) {
            return status(404).to(request, out);
        }
        int from = headOf(request, content, out);
        if (!request.method().equals("HEAD")) {
            send(out, content, from, content.length);
        }
        return true;
    }

    /// Writes a head, and tells at which byte the content begins.
    int headOf(Request request, byte[] content, OutputStream out) throws IOException {
        String tag = tag(content);
        String lines = "ETag: %s\r\n%s".formatted(tag, extra.getOrDefault(request.path(), ""));
        boolean same = request.headers().getOrDefault("if-range", tag).equals(tag);
        if (request.headers().containsKey("range") && same) {
            int from = request.from();
            if (from >= content.length) {
                head(out, 416, "Content-Range: bytes */%d\r\nContent-Length: 0\r\n".formatted(content.length));
                return content.length;
            }
            head(
                    out,
                    206,
                    "%sContent-Range: bytes %d-%d/%d\r\nContent-Length: %d\r\n"
                            .formatted(lines, from, content.length - 1, content.length, content.length - from));
            return from;
        }
        head(out, 200, "%sContent-Length: %d\r\n".formatted(lines, content.length));
        return 0;
    }

    static String tag(byte[] content) {
        return "\"%08x\"".formatted(Arrays.hashCode(content));
    }

    static void head(OutputStream out, int status, String lines) throws IOException {
        out.write("HTTP/1.1 %d Whatever\r\n%s\r\n".formatted(status, lines).getBytes(StandardCharsets.US_ASCII));
    }

    void send(OutputStream out, byte[] content, int from, int to) throws IOException {
        out.write(content, from, to - from);
        synchronized (this) {
            sent += to - from;
        }
    }

    /// {@return what is asked; empty if the client hung up}
    private static Optional<Request> read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String[] words = first.split(" ", -1);
        return Optional.of(new Request(words[0], words[1], headers));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
