package clipscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where an installed program has its native libraries: ready in its own folders, so that nothing is unpacked
/// into the person's.
///
/// The folder that a build leaves has none; there the libraries unpack what their jars bring.
///
/// **Thread:** Stateless.
final class NativeFolders {

    /// A library's folder, and the property by which that library is told.
    ///
    /// **Source:** `ai.djl.pytorch.jni.LibUtils`, `ai.djl.huggingface.tokenizers.jni.LibUtils`,
    /// `com.sun.jna.Native`.
    private static final Map<String, String> PROPERTIES = Map.of(
            "torch", "PYTORCH_LIBRARY_PATH",
            "tokenizers", "RUST_LIBRARY_PATH",
            "jna", "jna.boot.library.path");

    private NativeFolders() {}

    /// {@return the properties to set for a program at a place, none where it has no such folders}
    static Map<String, String> properties(Path home) {
        Map<String, String> found = new LinkedHashMap<>();
        PROPERTIES.forEach((name, property) -> {
            Path folder = home.resolve("lib").resolve("native").resolve(name);
            if (Files.isDirectory(folder)) {
                // the tokenizers' loader stumbles over a folder on machines without a graphics card, not over the file
                Path place = name.equals("tokenizers") ? folder.resolve(System.mapLibraryName(name)) : folder;
                found.put(property, place.toString());
            }
        });
        return Map.copyOf(found);
    }

    /// Tells the libraries, which must not have been used yet.
    static void announce(Path home) {
        announce(properties(home));
    }

    /// Tells the libraries of other folders, likewise.
    static void announce(Map<String, String> properties) {
        properties.forEach(System::setProperty);
    }
}
