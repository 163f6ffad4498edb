package clipscope.session.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clipscope.session.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastSessionsTest {

    private static final SavedSession SESSION = new SavedSession(List.of(), Document.EMPTY, Optional.empty(), -1);
    private static final long DEAD = 999_999_999_990L; // no system has such a process

    @TempDir
    private Path folder;

    private LastSessions dead(int which) {
        return LastSessions.of(DEAD + which, 0, folder);
    }

    private Path kept(int which) {
        return folder.resolve("%d-0-1.clipscope".formatted(DEAD + which));
    }

    @Test
    void theLatestThatWasLeftBehindIsOfferedFirstAndTheOldestGo() throws Exception {
        for (int i = 1; i <= 7; i++) {
            dead(i).keep(SESSION, 1);
            Files.setLastModifiedTime(kept(i), FileTime.fromMillis(1_000_000L * i));
        }
        Path own = Files.writeString(folder.resolve("mine.clipscope"), "a person's own");

        assertEquals(
                List.of(kept(7), kept(6), kept(5), kept(4), kept(3)),
                LastSessions.in(folder).leftBehind(1));
        assertFalse(Files.exists(kept(1)));
        assertEquals("a person's own", Files.readString(own));
        assertEquals(List.of(), LastSessions.of(1, 0, folder.resolve("none")).leftBehind(1));
    }

    @Test
    void whatIsBeingWorkedOnIsNotLeftBehindButWhatThisWindowLeftIs() throws Exception {
        LastSessions ours = LastSessions.in(folder);
        ours.keep(SESSION, 1);

        assertEquals(List.of(), ours.leftBehind(1));
        assertEquals(List.of(), LastSessions.in(folder).leftBehind(1)); // as another reader of this process sees it
        assertEquals(List.of(), LastSessions.of(DEAD, 0, folder).leftBehind(1)); // another window: this one lives
        assertEquals(1, ours.leftBehind(2).size());
    }

    @Test
    void anotherProgramWithTheSameNumberHidesNothing() throws Exception {
        long number = ProcessHandle.current().pid();
        LastSessions crashed = LastSessions.of(number, Instant.EPOCH.toEpochMilli() + 1000, folder);
        crashed.keep(SESSION, 1);

        LastSessions ours = LastSessions.in(folder);
        List<Path> offered = ours.leftBehind(1);
        ours.keep(SESSION, 1);

        assertEquals(List.of(folder.resolve(number + "-1000-1.clipscope")), offered);
        assertEquals(offered, ours.leftBehind(1));
    }

    @Test
    void whatIsKeptLastIsTheLatestThoughTheClockWasSetBack() throws Exception {
        dead(1).keep(SESSION, 1);
        Files.setLastModifiedTime(kept(1), FileTime.from(Instant.now().plusSeconds(86_400)));

        dead(2).keep(SESSION, 1);

        assertEquals(kept(2), LastSessions.in(folder).leftBehind(1).getFirst());
    }

    @Test
    void halfOfAFileIsSweptAway() throws IOException {
        Path half = Files.writeString(folder.resolve(".%d-0-1.clipscope.%d-4.part".formatted(DEAD, DEAD)), "{\"cl");

        assertEquals(List.of(), LastSessions.in(folder).leftBehind(1));
        assertFalse(Files.exists(half));
    }
}
