package clipscope.zoo.download;

import clipscope.settings.DownloadSettings;
import clipscope.zoo.catalogue.ModelSource.Repo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Hugging Face's hub, or a mirror of it, and who asks.
///
/// **Thread:** Immutable.
///
/// **Source:** `constants.py` and `utils/_auth.py` of huggingface_hub, for the variables and where the token
/// lies.
///
/// @param endpoint without a slash at its end
/// @param token of the person's account there
record Hub(URI endpoint, Optional<String> token) {

    /// The variable that names a mirror.
    static final String ENDPOINT = "HF_ENDPOINT";

    private static final URI STANDARD = URI.create("https://huggingface.co");

    /// {@return the hub that the environment names, else that of the settings, else Hugging Face's}
    static Hub of(DownloadSettings settings, Map<String, String> environment, Path home) {
        URI endpoint = variable(environment, ENDPOINT)
                .flatMap(text -> DownloadSettings.from(text).hub())
                .or(settings::hub)
                .orElse(STANDARD);
        return new Hub(URI.create(plain(endpoint)), token(settings, environment, home));
    }

    private static Optional<String> token(DownloadSettings settings, Map<String, String> environment, Path home) {
        return tokenOfEnvironment(environment)
                .or(settings::token)
                .or(() -> line(HubCache.home(environment, home).resolve("token")))
                .filter(token -> token.matches("[\\x21-\\x7e]+")); // anything else cannot stand in a header
    }

    static Optional<String> tokenOfEnvironment(Map<String, String> environment) {
        return variable(environment, "HF_TOKEN")
                .or(() -> variable(environment, "HUGGING_FACE_HUB_TOKEN"))
                .or(() -> variable(environment, "HF_TOKEN_PATH").map(Path::of).flatMap(Hub::line));
    }

    private static Optional<String> line(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(token -> !token.isEmpty());
        } catch (IOException _) {
            return Optional.empty(); // nobody logged in
        }
    }

    static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// {@return where the files of a repository are listed, with their sizes and hashes}
    URI listing(Repo repo) {
        return URI.create("%s/api/models/%s/revision/%s?blobs=true".formatted(base(repo), repo.id(), repo.revision()));
    }

    /// {@return where a file is}
    ///
    /// @param revision a commit if it is known, so that all files are of one
    URI file(Repo repo, String revision, String name) {
        return URI.create("%s/%s/resolve/%s/%s".formatted(base(repo), repo.id(), revision, name));
    }

    /// {@return the hub that a repository is on, without a slash at its end}
    private String base(Repo repo) {
        return plain(repo.hub().orElse(endpoint));
    }

    private static String plain(URI address) {
        return address.toString().replaceAll("/+$", "");
    }

    /// {@return the token, if it may be sent there: to the hub itself, and not where others can read it}
    Optional<String> tokenFor(URI address) {
        boolean own = origin(address).equals(origin(endpoint));
        boolean safe = "https".equalsIgnoreCase(address.getScheme()) || loopback(address);
        return own && safe ? token : Optional.empty();
    }

    static boolean loopback(URI address) {
        String host = String.valueOf(address.getHost());
        return host.equalsIgnoreCase("localhost") || host.matches("127\\.[0-9.]+") || host.equals("[::1]");
    }

    private static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return "%s://%s:%d"
                .formatted(
                        scheme,
                        String.valueOf(address.getHost()).toLowerCase(Locale.ROOT),
                        address.getPort() < 0 ? usual : address.getPort());
    }
}
