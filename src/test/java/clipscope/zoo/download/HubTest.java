package clipscope.zoo.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.settings.DownloadSettings;
import clipscope.zoo.catalogue.ModelSource.Repo;
import clipscope.zoo.download.NetUse.TokenFrom;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubTest {

    private static final Repo REPO = new Repo("openai/clip-vit-base-patch32", "main", Optional.empty());

    @TempDir
    private Path home;

    @Test
    void theEnvironmentGoesBeforeTheSettingsAndThoseBeforeTheHub() {
        DownloadSettings mirror = DownloadSettings.from("https://mirror.example.org/hub/");
        Map<String, String> environment = Map.of("HF_ENDPOINT", "https://other.example.org/");

        assertEquals(
                "https://huggingface.co",
                hub(DownloadSettings.DEFAULTS, Map.of()).endpoint().toString());
        assertEquals(
                "https://mirror.example.org/hub",
                hub(mirror, Map.of()).endpoint().toString());
        assertEquals(
                "https://other.example.org", hub(mirror, environment).endpoint().toString());
        assertEquals(
                "https://mirror.example.org/hub/openai/clip-vit-base-patch32/resolve/main/config.json",
                hub(mirror, Map.of()).file(REPO, "main", "config.json").toString());
    }

    @Test
    void theTokenIsLookedForWhereHuggingFacesProgramsPutIt() throws Exception {
        assertEquals(Optional.empty(), hub(DownloadSettings.DEFAULTS, Map.of()).token());
        Files.createDirectories(home.resolve(".cache/huggingface"));
        Files.writeString(home.resolve(".cache/huggingface/token"), "hf_file\n");
        assertEquals(
                Optional.of("hf_file"), hub(DownloadSettings.DEFAULTS, Map.of()).token());
        Files.writeString(home.resolve("token"), "hf_elsewhere");
        assertEquals(
                Optional.of("hf_elsewhere"),
                hub(DownloadSettings.DEFAULTS, Map.of("HF_HOME", home.toString()))
                        .token());
        assertEquals(
                Optional.of("hf_variable"),
                hub(DownloadSettings.DEFAULTS, Map.of("HF_TOKEN", "hf_variable"))
                        .token());
        assertEquals(
                Optional.empty(),
                Hub.of(DownloadSettings.DEFAULTS, Map.of("HF_TOKEN", "two\nlines"), home.resolve("none"))
                        .token());
    }

    @ParameterizedTest
    @CsvSource({
        "https://huggingface.co/a/b, true",
        "https://HUGGINGFACE.co:443/a/b, true",
        "http://huggingface.co/a/b, false",
        "https://huggingface.co:8443/a/b, false",
        "https://cdn-lfs.huggingface.co/a/b, false",
        "https://huggingface.co.example.org/a/b, false",
        "https://example.org/huggingface.co, false"
    })
    void theTokenGoesToTheHubAlone(URI address, boolean sent) {
        Hub hub = hub(DownloadSettings.DEFAULTS, Map.of("HF_TOKEN", "secret"));

        assertEquals(sent, hub.tokenFor(address).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "https://huggingface.co/x, proxy.example.org:3128",
        "http://example.com/x, other.example.org:80",
        "https://inside.example.net/x, DIRECT",
        "https://example.net/x, DIRECT",
        "https://notexample.net/x, proxy.example.org:3128",
        "https://10.0.0.1:8443/x, DIRECT",
        "http://127.0.0.1:9000/x, DIRECT"
    })
    void proxiesAreThoseOfTheEnvironment(URI address, String expected) {
        EnvironmentProxy proxies = new EnvironmentProxy(
                Map.of(
                        "HTTPS_PROXY", "http://me:pass@proxy.example.org:3128",
                        "http_proxy", "other.example.org",
                        "NO_PROXY", "example.org, .example.net,10.0.0.1:8443"),
                ProxySelector.getDefault());

        Proxy proxy = proxies.select(address).getFirst();

        assertEquals(
                expected,
                proxy.address() instanceof InetSocketAddress at
                        ? at.getHostString() + ":" + at.getPort()
                        : proxy.type().toString());
    }

    @Test
    void withoutVariablesTheSystemSaysWhichProxy() {
        ProxySelector system = ProxySelector.of(InetSocketAddress.createUnresolved("system.example.org", 8080));

        List<Proxy> proxies = new EnvironmentProxy(Map.of(), system).select(URI.create("https://huggingface.co/"));

        assertEquals(
                "system.example.org", ((InetSocketAddress) proxies.getFirst().address()).getHostString());
    }

    @Test
    void theSettingsHaveATokenWhereTheEnvironmentHasNone() {
        DownloadSettings settings = DownloadSettings.DEFAULTS.withToken(Optional.of("hf_settings"));
        Path nobody = home.resolve("none");

        assertEquals(
                Optional.of("hf_settings"), Hub.of(settings, Map.of(), nobody).token());
        assertEquals(
                Optional.of("hf_variable"),
                Hub.of(settings, Map.of("HF_TOKEN", "hf_variable"), nobody).token());
        assertEquals(TokenFrom.SETTINGS, NetUse.of(settings, Map.of(), nobody).token());
        assertEquals(
                TokenFrom.ENVIRONMENT,
                NetUse.of(settings, Map.of("HF_TOKEN", "x"), nobody).token());
        assertEquals(
                TokenFrom.NOWHERE,
                NetUse.of(DownloadSettings.DEFAULTS, Map.of(), nobody).token());
    }

    /// `NO_PROXY` holds for it too, as for one of the environment.
    @ParameterizedTest
    @CsvSource({
        "https://huggingface.co/x, chosen.example.org:3128",
        "http://example.com/x, other.example.org:80",
        "https://inside.example.net/x, DIRECT"
    })
    void theProxyOfTheSettingsServesWhatTheEnvironmentLeaves(URI address, String expected) {
        DownloadSettings settings = DownloadSettings.DEFAULTS.withProxy(
                Optional.of(DownloadSettings.proxyAddress("chosen.example.org:3128")));
        Map<String, String> environment = Map.of("http_proxy", "other.example.org", "NO_PROXY", "example.net");

        Proxy proxy = new EnvironmentProxy(NetUse.withProxy(settings, environment), ProxySelector.getDefault())
                .select(address)
                .getFirst();

        assertEquals(
                expected,
                proxy.address() instanceof InetSocketAddress at
                        ? at.getHostString() + ":" + at.getPort()
                        : proxy.type().toString());
    }

    private Hub hub(DownloadSettings settings, Map<String, String> environment) {
        return Hub.of(settings, environment, home);
    }
}
