package clipscope.zoo.download;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks servers, through the proxy that the person has, as the person that they are to the hub.
///
/// **Thread:** Thread-safe.
final class Web implements AutoCloseable {

    private static final Texts TEXTS = Texts.beside(Web.class);

    private static final int MOST_REDIRECTIONS = 10;
    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final int LONGEST_TEXT = 16 << 20; // bytes: a listing of a hundred thousand files

    private final HttpClient client;
    private final Hub hub;
    private final Patience patience;

    Web(Hub hub, Patience patience, Map<String, String> environment) {
        this.hub = hub;
        this.patience = patience;
        EnvironmentProxy proxy = new EnvironmentProxy(environment, ProxySelector.getDefault());
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1) // one large file: nothing to share a connection with
                .followRedirects(HttpClient.Redirect.NEVER) // here, so that a token stays with the hub
                .connectTimeout(CONNECTING)
                .proxy(proxy);
        proxy.authenticator().ifPresent(builder::authenticator);
        this.client = builder.build();
    }

    /// Asks for a file. Whoever asks closes the answer.
    ///
    /// @param extra headers
    /// @throws IOException if there was no answer
    /// @throws ProblemException if servers send us round in circles, or to a place that is not safe
    Reply get(URI address, Map<String, String> extra, Cancellation cancelled) throws IOException, ProblemException {
        return ask("GET", address, extra, cancelled);
    }

    /// Asks whether a file is there, and what it is.
    Reply head(URI address, Cancellation cancelled) throws IOException, ProblemException {
        return ask("HEAD", address, Map.of(), cancelled);
    }

    /// {@return the whole of a short answer}
    byte[] read(Reply reply, Cancellation cancelled) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Optional<List<ByteBuffer>> piece = reply.body().next(patience.silence(), cancelled);
        while (piece.isPresent()) {
            for (ByteBuffer buffer : piece.get()) {
                if (all.size() + buffer.remaining() > LONGEST_TEXT) {
                    throw new IOException(TEXTS.get("text.long", LONGEST_TEXT));
                }
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                all.writeBytes(bytes);
            }
            piece = reply.body().next(patience.silence(), cancelled);
        }
        return all.toByteArray();
    }

    private Reply ask(String method, URI address, Map<String, String> extra, Cancellation cancelled)
            throws IOException, ProblemException {
        URI at = address;
        Optional<HttpHeaders> first = Optional.empty();
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            HttpResponse<Pieces> response = send(request(method, at, extra), cancelled);
            HttpHeaders linked = first.orElse(response.headers());
            Optional<String> next = response.headers().firstValue("location");
            boolean known = method.equals("HEAD")
                    && response.headers().firstValue("x-linked-etag").isPresent();
            if (!redirects(response.statusCode()) || next.isEmpty() || known) {
                int status = known ? 200 : response.statusCode();
                return new Reply(status, at, response.headers(), linked, response.body());
            }
            response.body().close();
            first = Optional.of(linked);
            at = target(at, next.get());
        }
        throw new ProblemException(new Problem.BadDownload(address.toString(), TEXTS.get("redirect.circle")));
    }

    private static boolean redirects(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI target(URI from, String location) throws ProblemException {
        try {
            URI to = from.resolve(new URI(location));
            boolean web = to.getHost() != null && String.valueOf(to.getScheme()).matches("(?i)https?");
            if (web && (!"https".equalsIgnoreCase(from.getScheme()) || "https".equalsIgnoreCase(to.getScheme()))) {
                return to;
            }
        } catch (URISyntaxException e) {
            throw new ProblemException(new Problem.BadDownload(from.toString(), TEXTS.get("redirect.none")), e);
        }
        throw new ProblemException(new Problem.BadDownload(from.toString(), TEXTS.get("redirect.unsafe")));
    }

    private HttpRequest request(String method, URI address, Map<String, String> extra) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept-Encoding", "identity") // bytes are counted and resumed as they are stored
                .header("User-Agent", "ClipScope");
        extra.forEach(builder::header);
        hub.tokenFor(address).ifPresent(token -> builder.header("Authorization", "Bearer " + token));
        return builder.build();
    }

    private HttpResponse<Pieces> send(HttpRequest request, Cancellation cancelled) throws IOException {
        CompletableFuture<HttpResponse<Pieces>> answer = client.sendAsync(request, _ -> new Pieces());
        try {
            long left = patience.silence().toMillis();
            while (!answer.isDone() && left > 0) {
                Patience.stopIf(cancelled);
                left -= Patience.SLICE_MILLIS;
                settle(answer);
            }
            if (!answer.isDone()) {
                throw new IOException(
                        TEXTS.get("host.silent", patience.silence().toSeconds()));
            }
            return answer.get();
        } catch (InterruptedException _) {
            throw Patience.interrupted();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(reason(cause), cause);
        } finally {
            answer.cancel(true); // no harm to one that was given
        }
    }

    /// Waits for an answer, but not longer than it takes to see that nobody wants it any more.
    private static void settle(CompletableFuture<?> answer) throws InterruptedException, ExecutionException {
        try {
            answer.get(Patience.SLICE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // looked at again
        }
    }

    /// {@return what a person can make something of}
    private static String reason(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof java.nio.channels.UnresolvedAddressException
                    || at instanceof java.net.UnknownHostException) {
                return TEXTS.get("host.unknown");
            }
            if (at instanceof javax.net.ssl.SSLException) {
                return TEXTS.get("host.untrusted", String.valueOf(at.getMessage()));
            }
        }
        return cause.getMessage() == null ? TEXTS.get("host.refused") : cause.getMessage();
    }

    /// Ends what is still going on.
    @Override
    public void close() {
        client.shutdownNow();
    }
}
