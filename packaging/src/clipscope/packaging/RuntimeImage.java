package clipscope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The Java runtime inside the program: the modules that it uses, with JavaFX among them.
final class RuntimeImage {

    /// What is used without being named in any class: `sun.misc.Unsafe` (by reflection), what old proxies ask
    /// of a password, and how German groups the digits of numbers.
    private static final List<String> UNSEEN = List.of("jdk.unsupported", "java.security.jgss", "jdk.localedata");

    private RuntimeImage() {}

    static void make(Path image, Target target, Path work) throws IOException, InterruptedException {
        Path javafx = image.resolve("lib/javafx");
        Path modules = Files.createDirectories(work.resolve("jmods"));
        for (Path jar : Folders.files(javafx, ".jar")) {
            makeModule(jar, target, modules, work);
        }
        TreeSet<String> needed = new TreeSet<>(UNSEEN);
        needed.addAll(List.of(used(image.resolve("lib"), javafx).split(",")));
        System.out.println("modules: " + String.join(" ", needed));
        Tool.run(List.of(
                Tool.ofJdk("jlink"),
                "--module-path",
                modules.toString(),
                "--add-modules",
                String.join(",", needed),
                "--include-locales",
                "en,de",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-6",
                "--output",
                image.resolve("runtime").toString()));
        Folders.deleteTree(javafx);
    }

    /// {@return the modules that the program's classes reach, with commas between}
    private static String used(Path lib, Path javafx) throws IOException, InterruptedException {
        String jars = Folders.files(lib, ".jar").stream()
                .map(Path::toString)
                .collect(Collectors.joining(java.io.File.pathSeparator));
        return Tool.lastLine(List.of(
                Tool.ofJdk("jdeps"),
                "--ignore-missing-deps",
                "--multi-release",
                "25",
                "--recursive",
                "--print-module-deps",
                "--module-path",
                javafx.toString(),
                "--class-path",
                jars,
                lib.resolve("clipscope.jar").toString()));
    }

    /// A jar has its native libraries as resources, and JavaFX would unpack them into the person's folder. A
    /// module file puts them among the runtime's own.
    private static void makeModule(Path jar, Target target, Path modules, Path work)
            throws IOException, InterruptedException {
        String name = jar.getFileName().toString().replaceFirst("-\\d.*", "");
        Path classes = Files.createDirectories(work.resolve("classes")).resolve(name + ".jar");
        Path natives = Files.createDirectories(work.resolve("natives").resolve(name));
        Path libraries = Files.createDirectories(natives.resolve(target.javafxNatives()));
        if (Files.size(jar) < 1000) {
            return; // the jar without a system in its name is empty
        }
        Libraries.splitJavaFx(jar, classes, libraries);
        List<String> command = new ArrayList<>(List.of(
                Tool.ofJdk("jmod"),
                "create",
                "--class-path",
                classes.toString(),
                "--libs",
                natives.toString(),
                modules.resolve(name.replace('-', '.') + ".jmod").toString()));
        Tool.run(command);
    }
}
