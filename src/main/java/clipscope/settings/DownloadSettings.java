package clipscope.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Settings of downloads.
///
/// @param hub the address of a mirror of Hugging Face's hub; empty for the hub itself
public record DownloadSettings(Optional<URI> hub) {

    public static final DownloadSettings DEFAULTS = new DownloadSettings(Optional.empty());

    /// {@return settings with the mirror of an address; empty for the hub itself}
    ///
    /// @throws IllegalArgumentException if it is no address of the web
    public static DownloadSettings from(String hub) {
        return hub.isBlank() ? DEFAULTS : new DownloadSettings(Optional.of(address(hub.strip())));
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address of " + text, e);
        }
        throw new IllegalArgumentException("an address of " + text);
    }
}
