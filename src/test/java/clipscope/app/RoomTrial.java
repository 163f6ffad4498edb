package clipscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// Looks for the least room in which something can be written, and at what becomes of it in less: the disk is
/// full in the middle of the work, at more places the more is written.
final class RoomTrial {

    private static final int LAST = 4; // pages below what is needed, where the last and smallest files are written

    private final SmallDisk disk;
    private final Writing writing;
    private final Predicate<Path> mayStay;
    private final List<String> wrong = new ArrayList<>();
    private final DiskContents before;
    private Map<Path, Integer> whole = Map.of();
    private int failures;

    /// Writes something.
    @FunctionalInterface
    interface Writing {

        /// Writes it once.
        ///
        /// @param fill called with the room that there should be, at the moment when that begins to matter
        /// @return what was said, empty if it was written
        String write(LongConsumer fill, long room) throws Exception;
    }

    /// @param mayStay which files a failure may leave, since the next try goes on from them
    RoomTrial(SmallDisk disk, Writing writing, Predicate<Path> mayStay) throws IOException {
        this.disk = disk;
        this.writing = writing;
        this.mayStay = mayStay;
        this.before = DiskContents.of(disk.folder());
    }

    /// @param words a line, or one for each thing that was wrong
    record Found(boolean bad, String words) {}

    Found run() throws Exception {
        String said = writing.write(_ -> {}, 0);
        if (!said.isEmpty()) {
            return new Found(true, "not even with room: " + said);
        }
        whole = before.changed(DiskContents.of(disk.folder()));
        before.restore();
        long needed = least();
        for (int less = 1; less <= LAST; less++) {
            written(needed - less);
        }
        for (int part = 1; part < LAST; part++) {
            written(needed * part / LAST);
        }
        goOn(needed - 1);
        String good = "needs %d kB; %d times too little".formatted(needed * SmallDisk.PAGE / 1000, failures);
        return new Found(!wrong.isEmpty(), wrong.isEmpty() ? good : String.join("\n       ", wrong));
    }

    private long least() throws Exception {
        long enough = 1;
        while (!written(enough)) {
            enough *= 2;
        }
        long few = enough / 2;
        while (enough - few > 1) {
            long middle = (few + enough) / 2;
            if (written(middle)) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return enough;
    }

    /// Tries it in so many pages, looks at what is there afterwards, and makes it what it was.
    private boolean written(long pages) throws Exception {
        if (pages < 0) {
            return false;
        }
        String said = write(pages);
        DiskContents now = DiskContents.of(disk.folder());
        if (said.isEmpty()) {
            Map<Path, Integer> changed = before.changed(now);
            expect(pages, changed.equals(whole), "said to be written, but " + changed + " and not " + whole);
        } else {
            failures++;
            List<Path> lost = before.lost(now);
            List<Path> left =
                    before.added(now).stream().filter(mayStay.negate()).toList();
            expect(pages, lost.isEmpty(), "lost " + lost);
            expect(pages, left.isEmpty(), "left " + left);
            expect(pages, said.contains(disk.folder().toString()), "names no file: " + said);
            expect(pages, !said.startsWith("A DEFECT"), said);
        }
        before.restore();
        return said.isEmpty();
    }

    /// What failed must be done by the same once more, as soon as there is room.
    private void goOn(long pages) throws Exception {
        write(pages);
        String said = writing.write(_ -> {}, 0);
        expect(pages, said.isEmpty(), "with room again: " + said);
        before.restore();
    }

    private String write(long pages) throws Exception {
        try {
            return writing.write(disk::leave, pages * SmallDisk.PAGE);
        } finally {
            disk.empty();
        }
    }

    private void expect(long pages, boolean good, String otherwise) {
        if (!good) {
            wrong.add("in %d pages: %s".formatted(pages, otherwise));
        }
    }
}
