package clipscope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A cache of the program's classes as they are after a start, which the next starts map into memory.
final class ClassCache {

    private ClassCache() {}

    /// Starts the program, lets it have its first result, and keeps what it loaded. Needs no display.
    static void make(Path image, Target target) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("clipscope-home");
        Path cache = image.resolve("lib/clipscope.aot");
        String java = image.resolve("runtime/bin")
                .resolve(target.system() == Target.System.WINDOWS ? "java.exe" : "java")
                .toString();
        try {
            Tool.run(
                    List.of(
                            java,
                            "-XX:AOTCacheOutput=" + cache,
                            "-Xlog:disable",
                            "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-Dglass.platform=Headless",
                            "-Dprism.order=sw",
                            "-Duser.home=" + home,
                            "-Dclipscope.home=" + image,
                            "-cp",
                            image.resolve("lib/clipscope.jar").toString(),
                            "clipscope.app.Main",
                            "--rehearse"),
                    Map.of("XDG_CONFIG_HOME", home.toString(), "APPDATA", home.toString()));
        } finally {
            Folders.deleteTree(home);
        }
        if (!Files.exists(cache)) {
            throw new IOException("the rehearsal left no " + cache);
        }
    }
}
