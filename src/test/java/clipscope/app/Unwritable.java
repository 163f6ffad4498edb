package clipscope.app;

import clipscope.cli.Commands;
import clipscope.cli.io.CommandIo;
import clipscope.cli.io.ExitStatus;
import clipscope.clip.PrecisionMemory;
import clipscope.settings.CurrentSettings;
import clipscope.settings.Setting;
import clipscope.settings.SettingsFile;
import clipscope.zoo.download.BadServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Writes every file that the program writes, then where the disk takes no more, from the beginning or from
/// somewhere in the middle on, or the system forbids it: each must end in a sentence or be of no harm, leave
/// the old file as it was and nothing half.
///
/// Not a test: it needs a small disk, or another user. `packaging/linux/endure.sh full`, `denied`;
/// `Unwritable full|prepare|denied FOLDER`
final class Unwritable {

    private static final String DEFECT = "A DEFECT: ";

    private final Path folder;
    private final Path config;
    private final BadServer server;
    private int tries;
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
            if (!args[0].equals("prepare")) {
                System.out.printf("%d ways to write, %d wrong%n", unwritable.tries, unwritable.wrong);
            }
            System.exit(unwritable.wrong == 0 ? 0 : 1);
        }
    }

    private void run(String what) throws Exception {
        switch (what) {
            case "full" -> {
                SmallDisk disk = new SmallDisk(folder);
                prepare();
                System.out.println("-- full from the beginning");
                disk.leave(0);
                look();
                disk.empty();
                again();
                System.out.println("-- full in the middle");
                lookInTheMiddle(disk);
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
        writeAll(1);
        for (List<String> command : WrittenFiles.commands(folder, "first")) {
            String said = run(command);
            if (!said.isEmpty()) {
                throw new IOException(command + " ended with " + said);
            }
        }
        System.out.printf("%d files were written%n", DiskContents.of(folder).size());
    }

    private void look() throws IOException {
        for (WrittenFiles.Kind kind : new WrittenFiles(program(), folder).all()) {
            DiskContents before = DiskContents.of(folder);
            String said;
            try {
                String sentence = kind.write(2);
                String none = kind.harmless() ? "nothing, and it does no harm" : DEFECT + "nothing was said";
                said = sentence.isEmpty() ? none : sentence;
            } catch (Exception e) {
                said = DEFECT + e;
            }
            tell(kind.name(), said, before);
        }
        for (List<String> command : WrittenFiles.commands(folder, "second")) {
            DiskContents before = DiskContents.of(folder);
            String said = run(command);
            tell(name(command), said.isEmpty() ? DEFECT + "nothing was said" : said, before);
        }
    }

    private void tell(String what, String said, DiskContents before) throws IOException {
        List<Path> lost = before.lost(DiskContents.of(folder));
        boolean bad = !lost.isEmpty() || said.startsWith(DEFECT);
        tell(bad, what, said.strip() + (lost.isEmpty() ? "" : " LOST: " + lost));
    }

    private void tell(boolean bad, String what, String said) {
        tries++;
        wrong += bad ? 1 : 0;
        System.out.printf("%-6s %-18s %s%n", bad ? "WRONG" : "ok", what, said);
    }

    /// With room again, everything works again.
    private void again() throws Exception {
        writeAll(3);
        System.out.println("with room again, all of them are written");
    }

    private void writeAll(int number) throws Exception {
        for (WrittenFiles.Kind kind : new WrittenFiles(program(), folder).all()) {
            String said = kind.write(number);
            if (!said.isEmpty()) {
                throw new IOException(kind.name() + " ended with " + said);
            }
        }
    }

    private void lookInTheMiddle(SmallDisk disk) throws Exception {
        for (WrittenFiles.Kind kind : new WrittenFiles(program(), folder).all()) {
            if (!kind.harmless()) {
                RoomTrial.Writing writing = (fill, room) -> {
                    fill.accept(room);
                    return kind.write(2);
                };
                tell(kind.name(), new RoomTrial(disk, writing, _ -> false));
            }
        }
        for (List<String> command : WrittenFiles.commands(folder, "second")) {
            tell(name(command), new RoomTrial(disk, writing(command), WrittenFiles.mayStay(folder)));
        }
    }

    private void tell(String what, RoomTrial trial) throws Exception {
        RoomTrial.Found found = trial.run();
        tell(found.bad(), what, found.words());
    }

    /// A download looks for room before it begins: its disk is filled when the weights are on their way.
    private RoomTrial.Writing writing(List<String> command) {
        return (LongConsumer fill, long room) -> {
            if (command.contains("download")) {
                server.then(WrittenFiles.weights("second"), server.after(() -> fill.accept(room)));
            } else {
                fill.accept(room);
            }
            return run(command);
        };
    }

    private static String name(List<String> command) {
        return command.getFirst().equals("models") ? String.join(" ", command.subList(0, 2)) : command.getFirst();
    }

    /// {@return what the command says, empty if it did what it was asked to}
    private String run(List<String> command) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int status = new Commands(program(), new CommandIo(writer, writer, false)).run(command.toArray(String[]::new));
        if (status == ExitStatus.DONE) {
            return "";
        }
        boolean told = status == ExitStatus.UNUSABLE && !out.toString().contains("\tat ");
        return (told ? "" : DEFECT + status + " ") + out;
    }
}
