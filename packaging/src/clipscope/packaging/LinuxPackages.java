package clipscope.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// The packages for Linux: for Debian and its kin, for Fedora and its kin, and an archive to unpack anywhere.
///
/// @param image the program's folder
/// @param work a folder for what is needed on the way
record LinuxPackages(Path project, Path image, Icons icons, String version, Path work) {

    private static final String HOME = "opt/clipscope";

    /// {@return the files made; those whose tool is not there are left out, with a word}
    List<Path> make(Path out) throws IOException, InterruptedException {
        copy(project.resolve("packaging/linux/clipscope.1"), image.resolve("man/man1/clipscope.1"));
        Path root = root();
        List<Path> made = new ArrayList<>();
        made.add(archive(out));
        if (Tool.isThere("dpkg-deb")) {
            made.add(deb(root, out));
        } else {
            System.out.println("no .deb: dpkg-deb is not there");
        }
        if (Tool.isThere("rpmbuild")) {
            made.add(rpm(root, out));
        } else {
            System.out.println("no .rpm: rpmbuild is not there");
        }
        return made;
    }

    /// All files where they will lie: the package manager knows each of them, so that none stays behind.
    private Path root() throws IOException {
        Path root = work.resolve("root");
        Folders.copyTree(image, root.resolve(HOME));
        Path linux = project.resolve("packaging/linux");
        copy(linux.resolve("clipscope.desktop"), root.resolve("usr/share/applications/clipscope.desktop"));
        copy(linux.resolve("clipscope.xml"), root.resolve("usr/share/mime/packages/clipscope.xml"));
        copy(
                linux.resolve("io.github.clipscope.metainfo.xml"),
                root.resolve("usr/share/metainfo/io.github.clipscope.metainfo.xml"));
        manual(root.resolve("usr/share/man/man1/clipscope.1.gz"));
        copy(project.resolve("packaging/icons/clipscope.svg"), icon(root, "scalable", "apps/clipscope.svg"));
        for (int side : Icons.SIZES) {
            Path png = icon(root, side + "x" + side, "apps/clipscope.png");
            Files.createDirectories(png.getParent());
            Files.write(png, icons.png(side));
            copy(png, icon(root, side + "x" + side, "mimetypes/application-x-clipscope.png"));
        }
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/clipscope"), Path.of("/" + HOME + "/bin/clipscope"));
        copy(image.resolve("legal/LIBRARIES.txt"), root.resolve("usr/share/doc/clipscope/copyright"));
        for (Path path : Folders.all(root)) {
            if (!Files.isSymbolicLink(path)) {
                boolean open = Files.isDirectory(path) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
        return root;
    }

    /// Compressed, as the manual's readers expect, and without a time, so that a package made twice is the same.
    private void manual(Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
            Files.copy(image.resolve("man/man1/clipscope.1"), out);
        }
    }

    private static Path icon(Path root, String size, String name) {
        return root.resolve("usr/share/icons/hicolor").resolve(size).resolve(name);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private Path archive(Path out) throws IOException, InterruptedException {
        Path file = out.resolve("clipscope-%s-linux-%s.tar.gz".formatted(version, machine()));
        Tool.run(List.of(
                "tar",
                "--create",
                "--gzip",
                "--owner=0",
                "--group=0",
                "--sort=name",
                "--file=" + file,
                "--directory=" + image.getParent(),
                image.getFileName().toString()));
        return file;
    }

    private Path deb(Path root, Path out) throws IOException, InterruptedException {
        String processor = machine().equals("arm64") ? "arm64" : "amd64";
        Path control = root.resolve("DEBIAN/control");
        Files.createDirectories(control.getParent());
        Files.writeString(
                control,
                Files.readString(project.resolve("packaging/linux/control"))
                        .replace("@VERSION@", version)
                        .replace("@ARCHITECTURE@", processor)
                        .replace("@KILOBYTES@", Long.toString(Folders.bytes(root) / 1024)));
        Path file = out.resolve("clipscope_%s_%s.deb".formatted(version, processor));
        Tool.run(List.of("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root.toString(), file.toString()));
        Folders.deleteTree(control.getParent());
        return file;
    }

    private Path rpm(Path root, Path out) throws IOException, InterruptedException {
        String processor = machine().equals("arm64") ? "aarch64" : "x86_64";
        Path built = work.resolve("rpm");
        Tool.run(
                List.of(
                        "rpmbuild",
                        "-bb",
                        "--quiet",
                        "--target=" + processor,
                        "--define=_topdir " + built,
                        "--define=_rpmdir " + built,
                        "--define=_build_name_fmt %%{NAME}-%%{VERSION}.%%{ARCH}.rpm",
                        "--define=program_version " + version,
                        "--define=program_root " + root,
                        project.resolve("packaging/linux/clipscope.spec").toString()),
                Map.of("LC_ALL", "C.UTF-8"));
        Path made = Folders.files(built, ".rpm").getFirst();
        return Files.move(made, out.resolve(made.getFileName().toString()));
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    }
}
