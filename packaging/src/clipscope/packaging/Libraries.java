package clipscope.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// The program's jars without the native libraries in them: this system's lie beside them, ready to be
/// loaded, the others' are left out.
final class Libraries {

    /// Native libraries in jars.
    ///
    /// @param jar how the jar's name begins
    /// @param all where the libraries of all systems are in it
    /// @param ours where this system's are
    /// @param folder under `lib/native`, where they go
    private record Natives(String jar, String all, String ours, String folder) {

        boolean isNative(String entry) {
            return entry.startsWith(all) && !entry.endsWith(".properties") && !entry.endsWith(".class");
        }

        /// {@return the file's name, if it is a library of this system's}
        Optional<String> ours(String entry) {
            return entry.startsWith(ours) && entry.length() > ours.length()
                    ? Optional.of(entry.substring(ours.length()))
                    : Optional.empty();
        }
    }

    private static final FileTime ONE_TIME = FileTime.fromMillis(1_767_225_600_000L); // 2026-01-01, as in the pom

    private Libraries() {}

    static void prepare(Path lib, Target target) throws IOException, InterruptedException {
        List<Natives> all = List.of(
                new Natives("pytorch-native-cpu-", "pytorch/", "pytorch/cpu/" + target.djl() + "/", "torch"),
                new Natives("pytorch-jni-", "jnilib/", "jnilib/" + target.djl() + "/cpu/", "torch"),
                new Natives("tokenizers-", "native/lib/", "native/lib/" + target.djl() + "/cpu/", "tokenizers"),
                new Natives("jna-", "com/sun/jna/", "com/sun/jna/" + target.jna() + "/", "jna"));
        for (Natives natives : all) {
            Path jar = Folders.files(lib, ".jar").stream()
                    .filter(file -> file.getFileName().toString().startsWith(natives.jar()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar is called " + natives.jar() + "*"));
            Path folder = Files.createDirectories(lib.resolve("native").resolve(natives.folder()));
            if (split(jar, natives, folder) == 0) {
                throw new IOException("no native library for " + target + " is in " + jar);
            }
        }
        strip(lib.resolve("native"));
    }

    private static int split(Path jar, Natives natives, Path folder) throws IOException {
        Path slim = jar.resolveSibling(jar.getFileName() + ".slim");
        int found = 0;
        try (JarFile in = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(slim))) {
            for (JarEntry entry : Collections.list(in.entries())) {
                if (entry.isDirectory()) {
                    continue;
                }
                try (InputStream content = in.getInputStream(entry)) {
                    if (!natives.isNative(entry.getName())) {
                        put(entry.getName(), content, out);
                    } else if (natives.ours(entry.getName()).isPresent()) {
                        Files.copy(
                                content,
                                folder.resolve(natives.ours(entry.getName()).orElseThrow()));
                        found++;
                    }
                }
            }
        }
        Files.delete(jar);
        Files.move(slim, jar);
        Files.setLastModifiedTime(jar, ONE_TIME);
        return found;
    }

    private static void put(String name, InputStream content, JarOutputStream out) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setLastModifiedTime(ONE_TIME);
        out.putNextEntry(entry);
        content.transferTo(out);
    }

    /// A fifth of PyTorch's library is names that only a debugger reads.
    private static void strip(Path natives) throws IOException, InterruptedException {
        if (!Tool.isThere("strip") || Target.ofThisMachine().system() != Target.System.LINUX) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
        for (Path file : Folders.all(natives)) {
            if (file.getFileName().toString().contains(".so")) {
                command.add(file.toString());
            }
        }
        Tool.run(command);
    }

    /// Takes JavaFX's native libraries out of its jars.
    ///
    /// @param classes where the jar goes without them
    static void splitJavaFx(Path jar, Path classes, Path natives) throws IOException {
        try (JarFile in = new JarFile(jar.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(classes))) {
            for (JarEntry entry : Collections.list(in.entries())) {
                try (InputStream content = in.getInputStream(entry)) {
                    if (entry.getName().matches("[^/]+\\.(so|dll|dylib)")) {
                        Files.copy(content, natives.resolve(entry.getName()));
                    } else if (!entry.isDirectory()) {
                        put(entry.getName(), content, out);
                    }
                }
            }
        }
    }
}
