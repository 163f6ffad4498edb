package clipscope.app;

import clipscope.cli.Commands;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.clip.PrecisionMemory;
import clipscope.problem.ProblemException;
import clipscope.problem.ProblemText;
import clipscope.settings.CurrentSettings;
import clipscope.settings.Setting;
import clipscope.settings.SettingsFile;
import clipscope.zoo.download.BadServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes every file that the program writes, then where the disk takes no more or the system forbids it:
/// each must end in a sentence or be of no harm, and leave the old file as it was.
///
/// Not a test: it needs a small disk, or another user. `packaging/linux/endure.sh full`, `denied`;
/// `Unwritable full|prepare|denied FOLDER`
final class Unwritable {

    private static final int PIECE = 1 << 20; // bytes

    private final Path folder;
    private final Path config;
    private final BadServer server;
    private int wrong;

    private Unwritable(Path folder, BadServer server) throws IOException {
        this.server = server;
        WrittenFiles.serve(server, "first");
        WrittenFiles.serve(server, "second");
        this.folder = folder;
        this.config = folder.resolve("config");
    }

    public static void main(String[] args) throws Exception {
        try (BadServer server = new BadServer()) {
            Logs.writeTo(Path.of(args[1], "config", "logs")); // as Main does
            Unwritable unwritable = new Unwritable(Path.of(args[1]).toAbsolutePath(), server);
            unwritable.run(args[0]);
            System.exit(unwritable.wrong == 0 ? 0 : 1);
        }
    }

    private void run(String what) throws Exception {
        switch (what) {
            case "full" -> {
                prepare();
                fill();
                look();
                Files.delete(filler());
                again();
            }
            case "prepare" -> prepare();
            case "denied" -> look();
            default -> throw new IllegalArgumentException(what);
        }
    }

    private Program program() {
        CurrentSettings settings = CurrentSettings.of(new SettingsFile(config.resolve("settings.json")));
        settings.change(Setting.HUB, Optional.of(server.address()));
        return new Program(Installation.find(), settings, PrecisionMemory.none());
    }

    /// Everything is there once, as it is on a good day.
    private void prepare() throws Exception {
        Files.createDirectories(config);
        WrittenFiles files = new WrittenFiles(program(), folder);
        for (WrittenFiles.Kind kind : files.all()) {
            kind.write(1);
        }
        for (List<String> command : WrittenFiles.commands(folder, "first")) {
            String said = run(command);
            if (!said.startsWith("0 ")) {
                throw new IOException(command + " ended with " + said);
            }
        }
        System.out.printf("%d files were written%n", contents().size());
    }

    private void look() throws IOException {
        WrittenFiles files = new WrittenFiles(program(), folder);
        for (WrittenFiles.Kind kind : files.all()) {
            Map<Path, Integer> before = contents();
            String said;
            try {
                kind.write(2);
                said = kind.harmless() ? "nothing, and it does no harm" : "NOTHING";
            } catch (ProblemException e) {
                said = ProblemText.of(e.problem());
            } catch (Exception e) {
                said = "A DEFECT: " + e;
            }
            tell(kind.name(), said, before);
        }
        for (List<String> command : WrittenFiles.commands(folder, "second")) {
            Map<Path, Integer> before = contents();
            String said = run(command);
            boolean good = said.startsWith(ExitStatus.UNUSABLE + " ") && !said.contains("\tat ");
            tell(
                    String.join(" ", command.subList(0, Math.min(2, command.size()))),
                    good ? said : "A DEFECT: " + said,
                    before);
        }
    }

    private void tell(String what, String said, Map<Path, Integer> before) throws IOException {
        List<Path> lost = new ArrayList<>();
        Map<Path, Integer> now = contents();
        before.forEach((file, hash) -> {
            if (!hash.equals(now.get(file))) {
                lost.add(file);
            }
        });
        boolean bad = !lost.isEmpty() || said.startsWith("A DEFECT") || said.equals("NOTHING");
        wrong += bad ? 1 : 0;
        System.out.printf(
                "%-6s %-18s %s%s%n", bad ? "WRONG" : "ok", what, said.strip(), lost.isEmpty() ? "" : " LOST: " + lost);
    }

    /// With room again, everything works again.
    private void again() throws Exception {
        for (WrittenFiles.Kind kind : new WrittenFiles(program(), folder).all()) {
            kind.write(3);
        }
        System.out.println("with room again, all of them are written");
    }

    private String run(List<String> command) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int status = new Commands(program(), new CommandIo(writer, writer, false)).run(command.toArray(String[]::new));
        return status + " " + out;
    }

    /// {@return what is in the files, but for logs, locks and what fills the disk}
    private Map<Path, Integer> contents() throws IOException {
        Map<Path, Integer> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (Files.isReadable(file)
                        && !file.equals(filler())
                        && !name.matches(".*\\.(log|log\\.lck|lck|lock|part)")) {
                    contents.put(file, Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private void fill() {
        for (int size = PIECE; size > 0; size /= 2) {
            fill(size);
        }
    }

    private void fill(int size) {
        try (OutputStream out = Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(new byte[size]);
            }
        } catch (IOException _) {
            // it is as full as pieces of that size make it
        }
    }
}
