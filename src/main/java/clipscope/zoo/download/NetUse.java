package clipscope.zoo.download;

import clipscope.settings.DownloadSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where downloads come from, through which proxy, and as whom: what the environment says goes before the
/// settings.
///
/// **Thread:** Immutable.
///
/// @param hub the address used
/// @param hubVariable the variable that names it; empty if none does
/// @param proxyVariable the variable that names a proxy; empty if none does
/// @param token who is asked for
public record NetUse(URI hub, Optional<String> hubVariable, Optional<String> proxyVariable, TokenFrom token) {

    private static final List<String> PROXIES = List.of("https_proxy", "http_proxy", "all_proxy");

    /// Where a token comes from.
    public enum TokenFrom {
        NOWHERE,
        ENVIRONMENT,
        SETTINGS,
        /// Written by Hugging Face's own programs.
        LOGIN_FILE
    }

    static NetUse of(DownloadSettings settings, Map<String, String> environment, Path home) {
        Hub hub = Hub.of(settings, environment, home);
        return new NetUse(
                hub.endpoint(),
                Hub.variable(environment, Hub.ENDPOINT).map(_ -> Hub.ENDPOINT),
                proxyVariable(environment),
                tokenFrom(settings, environment, home));
    }

    /// {@return the environment with the proxy of the settings in it, for what no variable names one}
    static Map<String, String> withProxy(DownloadSettings settings, Map<String, String> environment) {
        if (settings.proxy().isEmpty() || given(environment, "all_proxy").isPresent()) {
            return environment;
        }
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put("all_proxy", settings.proxy().get().toString());
        return more;
    }

    private static Optional<String> proxyVariable(Map<String, String> environment) {
        return PROXIES.stream()
                .flatMap(name -> given(environment, name).stream())
                .findFirst();
    }

    /// {@return the name of a variable as it is given, in small letters or in capitals}
    private static Optional<String> given(Map<String, String> environment, String name) {
        String capitals = name.toUpperCase(Locale.ROOT);
        return Hub.variable(environment, name)
                .map(_ -> name)
                .or(() -> Hub.variable(environment, capitals).map(_ -> capitals));
    }

    private static TokenFrom tokenFrom(DownloadSettings settings, Map<String, String> environment, Path home) {
        if (Hub.tokenOfEnvironment(environment).isPresent()) {
            return TokenFrom.ENVIRONMENT;
        }
        if (settings.token().isPresent()) {
            return TokenFrom.SETTINGS;
        }
        return Hub.of(settings, environment, home).token().isPresent() ? TokenFrom.LOGIN_FILE : TokenFrom.NOWHERE;
    }
}
