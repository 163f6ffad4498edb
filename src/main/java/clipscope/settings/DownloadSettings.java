package clipscope.settings;

import clipscope.language.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/// Settings of downloads.
///
/// @param hub the address of a mirror of Hugging Face's hub; empty for the hub itself
/// @param folder where models are kept that were downloaded or copied; empty for the one beside the settings
/// @param proxy the address of a proxy, with a name and a password if it wants one; empty for the system's
/// @param token of the person's account at the hub; empty for what its own programs know
public record DownloadSettings(Optional<URI> hub, Optional<Path> folder, Optional<URI> proxy, Optional<String> token) {

    private static final Texts TEXTS = Texts.beside(DownloadSettings.class);

    public static final DownloadSettings DEFAULTS =
            new DownloadSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// {@return settings with the mirror of an address; empty for the hub itself}
    ///
    /// @throws IllegalArgumentException if it is no address of the web
    public static DownloadSettings from(String hub) {
        return DEFAULTS.withHub(hub.isBlank() ? Optional.empty() : Optional.of(address(hub)));
    }

    /// {@return an address of the web}
    ///
    /// @throws IllegalArgumentException if it is none
    public static URI address(String text) {
        try {
            URI address = new URI(text.strip());
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(TEXTS.get("fault.address"), e);
        }
        throw new IllegalArgumentException(TEXTS.get("fault.address"));
    }

    /// {@return the address of a proxy, which may be given as a host and a port alone}
    ///
    /// @throws IllegalArgumentException if it is none
    public static URI proxyAddress(String text) {
        return address(text.contains("://") ? text : "http://" + text.strip());
    }

    /// {@return a token, without the blanks around it}
    ///
    /// @throws IllegalArgumentException if it cannot stand in a header
    public static String tokenOf(String text) {
        String token = text.strip();
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(TEXTS.get("fault.token"));
        }
        return token;
    }

    public DownloadSettings withHub(Optional<URI> other) {
        return new DownloadSettings(other, folder, proxy, token);
    }

    public DownloadSettings withFolder(Optional<Path> other) {
        return new DownloadSettings(hub, other, proxy, token);
    }

    public DownloadSettings withProxy(Optional<URI> other) {
        return new DownloadSettings(hub, folder, other, token);
    }

    public DownloadSettings withToken(Optional<String> other) {
        return new DownloadSettings(hub, folder, proxy, other);
    }
}
