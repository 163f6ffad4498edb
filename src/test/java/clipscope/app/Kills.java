package clipscope.app;

import clipscope.problem.ProblemException;
import clipscope.session.Document;
import clipscope.session.file.LastSessions;
import clipscope.session.file.SavedSession;
import clipscope.session.file.SessionFile;
import clipscope.settings.SettingsFile;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Kills the program, as `kill -9` does, at moments nobody chose: while it takes in pictures and keeps
/// what is typed, while it saves, while it downloads. After each death it looks at what is there, and the
/// next start goes on with it. Prints what was lost.
///
/// Not a test: it takes minutes. `packaging/linux/endure.sh kills`; `Kills FOLDER [SEED]`
final class Kills {

    private static final int EACH = 10;
    private static final int PICTURES = 300; // dropped in each round
    private static final int LONGEST = 7000; // ms
    private static final long ALLOWED = 1000; // ms: what was done in the last second may be lost

    private final Path folder;
    private final Random random;
    private final Set<String> wrong = new HashSet<>();
    private long worst;
    private int number = 1;

    private Kills(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        Kills kills = new Kills(Path.of(args[0]), seed);
        System.out.printf("seed %d%n", seed);
        kills.window("working", false);
        kills.window("saving", true);
        KilledDownloads downloads = new KilledDownloads(kills.folder.resolve("downloading"), kills.random);
        downloads.rounds(EACH).forEach(kills.wrong::add);
        System.out.printf("%d kills; the oldest thing lost was done %d ms before%n", 3 * EACH, kills.worst);
        kills.wrong.forEach(line -> System.out.println("WRONG " + line));
        System.exit(kills.wrong.isEmpty() && kills.worst <= ALLOWED ? 0 : 1);
    }

    /// Rounds of one window after the other, each with what the one before has left.
    private void window(String name, boolean saves) throws IOException, InterruptedException {
        Path config = folder.resolve(name);
        Path settings = config.resolve("settings.json");
        Path session = config.resolve("mine.clipscope");
        TreeMap<Integer, Long> done = new TreeMap<>(); // when which label was added, in all rounds
        for (int round = 1; round <= EACH + 1; round++) {
            boolean last = round > EACH;
            if (saves) {
                beginWithFile(config, session);
                done.clear(); // what was not saved is offered another time
            }
            Path pictures = MadePictures.make(folder.resolve("pictures-%s-%d".formatted(name, round)), PICTURES);
            Person person = Person.start(settings, number, pictures, saves ? Optional.of(session) : Optional.empty());
            if (last || round % 2 == 0) {
                person.awaitWork(); // else it may die before there is a window
            }
            person.dieAfter(last ? LONGEST : random.nextInt(LONGEST));
            wrong.addAll(person.wrong());
            if (last && person.did().isEmpty()) {
                wrong.add("the last start did not work");
            }
            done.putAll(person.did());
            number = Math.max(number, done.isEmpty() ? 0 : done.lastKey() + 1);
            look(name, round, person.diedAt(), done, config, session);
        }
    }

    /// Who opens the file again leaves what the crash kept.
    private void beginWithFile(Path config, Path session) throws IOException {
        for (Path left : LastSessions.in(config.resolve("sessions")).leftBehind(1)) {
            Files.delete(left);
        }
        if (!Files.exists(session)) {
            try {
                new SessionFile(session)
                        .write(new SavedSession(
                                List.of(), Document.EMPTY.withLabels(List.of("a start")), Optional.empty(), -1));
            } catch (ProblemException e) {
                throw new IOException(e);
            }
        }
    }

    private void look(String name, int round, long death, NavigableMap<Integer, Long> done, Path config, Path session) {
        Optional<SavedSession> found = found(config.resolve("sessions"), session);
        Set<String> labels =
                new HashSet<>(found.map(some -> some.document().labels()).orElse(List.of()));
        List<Map.Entry<Integer, Long>> lost = done.entrySet().stream()
                .filter(each -> !labels.contains("thing " + each.getKey()))
                .toList();
        long age = lost.isEmpty() ? 0 : death - lost.getFirst().getValue();
        worst = Math.max(worst, age);
        wrong.addAll(new SettingsFile(config.resolve("settings.json"))
                .read().problems().stream().map(Object::toString).toList());
        System.out.printf(
                "%-11s %2d: %3d labels, %4d pictures found; %d labels lost, the oldest %d ms old%n",
                name,
                round,
                labels.size(),
                found.map(some -> some.images().size()).orElse(0),
                lost.size(),
                age);
        lost.stream().map(Map.Entry::getKey).toList().forEach(done::remove); // told once
    }

    /// {@return what the next start offers first, or else the file}
    private Optional<SavedSession> found(Path kept, Path session) {
        for (Path left : LastSessions.in(kept).leftBehind(1)) {
            Optional<SavedSession> read = read(left);
            if (read.isPresent()) {
                return read;
            }
        }
        return Files.exists(session) ? read(session) : Optional.empty();
    }

    private Optional<SavedSession> read(Path file) {
        try {
            return Optional.of(new SessionFile(file).read(Cancellation.NEVER));
        } catch (ProblemException e) {
            wrong.add(e.problem().toString());
            return Optional.empty();
        }
    }
}
