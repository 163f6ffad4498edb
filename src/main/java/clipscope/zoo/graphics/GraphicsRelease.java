package clipscope.zoo.graphics;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.zoo.download.RemoteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/// The build that goes with this program's engine, on the server of those who make that engine's Java side.
///
/// **Thread:** Immutable.
///
/// **Source:** `ai.djl.pytorch.jni.LibUtils`, which fetches the same files where it is allowed to: a list
/// `files.txt` with lines like `cu128/linux-x86_64/native/lib/libtorch_cuda.so.gz`, and the library between
/// Java and PyTorch apart from them.
///
/// @param server that has it
/// @param pytorch the version
/// @param djl the version of the Java side
/// @param cuda NVIDIA's part: `cu128` is CUDA 12.8
/// @param platform as in `linux-x86_64`
public record GraphicsRelease(URI server, String pytorch, String djl, String cuda, String platform) {

    private static final Texts TEXTS = Texts.beside(GraphicsRelease.class);

    private static final URI SERVER = URI.create("https://publish.djl.ai/");
    private static final String PACKED = ".gz";
    private static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9._+-]{0,100}";

    /// A file to fetch.
    ///
    /// @param name that it gets in the end
    /// @param size in bytes as it comes; empty if the server does not tell
    record RemoteLibrary(String name, URI address, OptionalLong size) {

        boolean packed() {
            return address.getPath().endsWith(PACKED);
        }
    }

    /// {@return the one for this machine; empty if there is none for its system}
    public static Optional<GraphicsRelease> here() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean x86 = List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
        if (!x86 || !(system.startsWith("linux") || system.startsWith("windows"))) {
            return Optional.empty();
        }
        Properties versions = versions();
        return Optional.of(new GraphicsRelease(
                SERVER,
                versions.getProperty("pytorch"),
                versions.getProperty("djl"),
                versions.getProperty("cuda"),
                system.startsWith("linux") ? "linux-x86_64" : "win-x86_64"));
    }

    /// {@return what people call it}
    public String words() {
        return TEXTS.get("release", pytorch, cuda.substring(2, 4) + "." + cuda.substring(4));
    }

    /// {@return the name of its folder}
    String folder() {
        return pytorch + "-" + cuda;
    }

    /// Asks the server what it consists of.
    ///
    /// @throws ProblemException if the server does not have it
    List<RemoteLibrary> libraries(RemoteFiles files) throws ProblemException {
        URI list = server.resolve("pytorch/" + pytorch + "/files.txt");
        String folder = cuda + "/" + platform + "/native/lib/";
        List<RemoteLibrary> libraries = new ArrayList<>();
        for (String line : files.text(list).lines().map(String::strip).toList()) {
            String name = line.startsWith(folder) ? line.substring(folder.length()) : "";
            if (name.endsWith(PACKED) && name.matches(PLAIN)) {
                URI address = server.resolve("pytorch/" + pytorch + "/" + line.replace("+", "%2B"));
                libraries.add(new RemoteLibrary(
                        name.substring(0, name.length() - PACKED.length()), address, files.size(address)));
            }
        }
        if (libraries.isEmpty()) {
            throw new ProblemException(new Problem.BadDownload(list.toString(), TEXTS.get("list.without", folder)));
        }
        String bridge = System.mapLibraryName("djl_torch");
        URI address = server.resolve("pytorch/%s/jnilib/%s/%s/%s/%s".formatted(pytorch, djl, platform, cuda, bridge));
        libraries.add(new RemoteLibrary(bridge, address, files.size(address)));
        return List.copyOf(libraries);
    }

    private static Properties versions() {
        try (InputStream in = GraphicsRelease.class.getResourceAsStream("versions.properties")) {
            Properties versions = new Properties();
            versions.load(Objects.requireNonNull(in, "versions.properties"));
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
