package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFoldersTest {

    @TempDir
    Path home;

    @Test
    void whatABuildLeavesTellsNothing() {
        assertEquals(Map.of(), NativeFolders.properties(home));
    }

    @Test
    void anInstalledProgramTellsEachLibraryItsFolder() throws IOException {
        Path natives = home.resolve("lib").resolve("native");
        for (String name : new String[] {"torch", "tokenizers", "jna"}) {
            Files.createDirectories(natives.resolve(name));
        }
        assertEquals(
                Map.of(
                        "PYTORCH_LIBRARY_PATH", natives.resolve("torch").toString(),
                        "RUST_LIBRARY_PATH",
                                natives.resolve("tokenizers")
                                        .resolve(System.mapLibraryName("tokenizers"))
                                        .toString(),
                        "jna.boot.library.path", natives.resolve("jna").toString()),
                NativeFolders.properties(home));
    }

    @Test
    void aFolderThatIsMissingIsNotTold() throws IOException {
        Path torch = Files.createDirectories(home.resolve("lib/native/torch"));
        assertEquals(Map.of("PYTORCH_LIBRARY_PATH", torch.toString()), NativeFolders.properties(home));
    }
}
