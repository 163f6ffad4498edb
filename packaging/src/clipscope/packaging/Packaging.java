package clipscope.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes an installed program out of the folder that a build leaves, and installers out of that.
///
/// Run by Maven's profile `installer`, from source: it is no part of the program.
public final class Packaging {

    private Packaging() {}

    /// Makes all that this system can make.
    ///
    /// @param args the project's folder, its version, the list of its libraries (CycloneDX, JSON)
    public static void main(String[] args) throws IOException, InterruptedException {
        Path project = Path.of(args[0]).toAbsolutePath();
        String version = args[1];
        Bom bom = Bom.read(Path.of(args[2]));
        Target target = Target.ofThisMachine();
        Path out = project.resolve("target/installer");
        Folders.deleteTree(out);
        Path image = out.resolve("clipscope");

        Folders.copyTree(project.resolve("target/clipscope"), image);
        Libraries.prepare(image.resolve("lib"), target);
        RuntimeImage.make(image, target, out.resolve("work"));
        Licences.write(bom, project.resolve("packaging/licences"), image);
        bom.write(image.resolve("legal/bom.json"), image);
        Icons icons = new Icons(project.resolve("packaging/icons/clipscope.svg"));
        ClassCache.make(image, target);
        Path work = Files.createDirectories(out.resolve("work"));
        List<Path> made = switch (target.system()) {
            case LINUX -> new LinuxPackages(project, image, icons, version, work).make(out);
            case WINDOWS, MACOS -> new JPackage(project, image, icons, version, work).make(out, target);
        };
        Folders.deleteTree(work);
        System.out.printf("%-48s %6d MB%n", "installed", Folders.bytes(image) / 1_000_000);
        for (Path file : made) {
            System.out.printf("%-48s %6d MB%n", file.getFileName(), Files.size(file) / 1_000_000);
        }
        Checksums.write(out.resolve("SHA256SUMS"), made);
    }
}
