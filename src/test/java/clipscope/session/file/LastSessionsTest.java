package clipscope.session.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clipscope.problem.ProblemException;
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

    @TempDir
    private Path folder;

    private void leave(int window) throws ProblemException {
        LastSessions.of(window, folder).keepLast(SESSION, 1);
    }

    private Path left(int window) {
        return folder.resolve(window + "-1.clipscope");
    }

    @Test
    void theLatestThatWasLeftBehindIsOfferedFirstAndTheOldestGo() throws Exception {
        for (int i = 1; i <= 7; i++) {
            leave(i);
            Files.setLastModifiedTime(left(i), FileTime.fromMillis(1_000_000L * i));
        }
        Path own = Files.writeString(folder.resolve("mine.clipscope"), "a person's own");

        assertEquals(
                List.of(left(7), left(6), left(5), left(4), left(3)),
                LastSessions.in(folder).leftBehind(1));
        assertFalse(Files.exists(left(1)));
        assertEquals("a person's own", Files.readString(own));
        assertEquals(List.of(), LastSessions.in(folder.resolve("none")).leftBehind(1));
    }

    @Test
    void whatIsBeingWorkedOnIsNotLeftBehindButWhatThisWindowLeftIs() throws Exception {
        LastSessions ours = LastSessions.in(folder);
        ours.keep(SESSION, 1);

        assertEquals(List.of(), ours.leftBehind(1));
        assertEquals(List.of(), LastSessions.in(folder).leftBehind(1)); // another window: this one lives
        assertEquals(1, ours.leftBehind(2).size());
    }

    @Test
    void whatAnotherProcessWorksOnIsOfferedOnceThatIsGone() throws Exception {
        LastSessions ours = LastSessions.in(folder);
        ours.keep(SESSION, 1);
        OtherWindow other = OtherWindow.start(2, folder);
        try {
            assertEquals(List.of(), ours.leftBehind(1));
        } finally {
            other.kill();
        }

        assertEquals(List.of(left(2)), ours.leftBehind(1));
    }

    @Test
    void whatIsKeptLastIsTheLatestThoughTheClockWasSetBack() throws Exception {
        leave(1);
        Files.setLastModifiedTime(left(1), FileTime.from(Instant.now().plusSeconds(86_400)));

        leave(2);

        assertEquals(left(2), LastSessions.in(folder).leftBehind(1).getFirst());
    }

    @Test
    void halfOfAFileIsSweptAway() throws IOException {
        Path half = Files.writeString(folder.resolve(".1-1.clipscope.999999999990-4.part"), "{\"cl");

        assertEquals(List.of(), LastSessions.in(folder).leftBehind(1));
        assertFalse(Files.exists(half));
    }
}
