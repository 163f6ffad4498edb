package clipscope.zoo.download;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The proxy that `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` name, else the system's.
///
/// **Thread:** Immutable.
///
/// **Source:** curl's manual, "Environment", for the names and for what `NO_PROXY` means.
final class EnvironmentProxy extends ProxySelector {

    private final Map<String, String> environment;
    private final ProxySelector system;

    EnvironmentProxy(Map<String, String> environment, ProxySelector system) {
        this.environment = Map.copyOf(environment);
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI address) {
        Optional<URI> proxy = proxyOf(address);
        if (proxy.isEmpty()) {
            return system.select(address);
        }
        if (Hub.loopback(address) || excepted(String.valueOf(address.getHost()))) {
            return List.of(Proxy.NO_PROXY);
        }
        return List.of(new Proxy(
                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.get().getHost(), port(proxy.get()))));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException cause) {
        // whoever asked gets the exception
    }

    /// {@return what names a person to a proxy whose address has a name and a password; empty if none has}
    ///
    /// A client with one takes an answer of 401 that asks for no password for no answer at all.
    Optional<Authenticator> authenticator() {
        boolean named = List.of("https_proxy", "http_proxy", "all_proxy").stream()
                .flatMap(name -> variable(name).stream())
                .anyMatch(proxy -> proxy.getRawUserInfo() != null);
        return named ? Optional.of(new ProxyPassword()) : Optional.empty();
    }

    private final class ProxyPassword extends Authenticator {

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            if (getRequestorType() != RequestorType.PROXY) {
                return null;
            }
            return List.of("https_proxy", "http_proxy", "all_proxy").stream()
                    .flatMap(name -> variable(name).stream())
                    .filter(proxy -> proxy.getHost().equalsIgnoreCase(getRequestingHost()))
                    .map(URI::getRawUserInfo)
                    .filter(info -> info != null && info.contains(":"))
                    .findFirst()
                    .map(EnvironmentProxy::password)
                    .orElse(null);
        }
    }

    private static PasswordAuthentication password(String info) {
        String[] parts = info.split(":", 2);
        return new PasswordAuthentication(decoded(parts[0]), decoded(parts[1]).toCharArray());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private Optional<URI> proxyOf(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return variable(scheme + "_proxy").or(() -> variable("all_proxy"));
    }

    /// {@return the proxy that a variable names, in small letters or in capitals}
    private Optional<URI> variable(String name) {
        return Hub.variable(environment, name)
                .or(() -> Hub.variable(environment, name.toUpperCase(Locale.ROOT)))
                .flatMap(EnvironmentProxy::parse);
    }

    private static Optional<URI> parse(String text) {
        try {
            URI proxy = new URI(text.contains("://") ? text : "http://" + text);
            return Optional.of(proxy).filter(address -> address.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static int port(URI proxy) {
        int usual = "https".equalsIgnoreCase(proxy.getScheme()) ? 443 : 80;
        return proxy.getPort() < 0 ? usual : proxy.getPort();
    }

    /// {@return whether a host is named by `NO_PROXY`, or lies in a domain that is}
    private boolean excepted(String host) {
        String list = Hub.variable(environment, "no_proxy")
                .or(() -> Hub.variable(environment, "NO_PROXY"))
                .orElse("");
        String asked = host.toLowerCase(Locale.ROOT);
        for (String entry : list.split("[,\\s]+", -1)) {
            String name =
                    entry.toLowerCase(Locale.ROOT).replaceAll(":[0-9]+$", "").replaceAll("^\\*?\\.", "");
            if (entry.equals("*") || (!name.isEmpty() && (asked.equals(name) || asked.endsWith("." + name)))) {
                return true;
            }
        }
        return false;
    }
}
