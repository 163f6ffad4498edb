package clipscope.session.cache;

import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embeddings of one model: those in files, and those not yet written.
///
/// **Memory:** the keys of all, the embeddings of those not written.
///
/// **Thread:** Thread-safe.
final class ModelPart {

    private static final Logger LOG = LoggerFactory.getLogger(ModelPart.class);

    static final String ENDING = ".embeddings";

    private static final int SMALL = 64; // pictures
    private static final int MOST_SMALL = 16; // files; opening many takes longer than writing them anew

    private final Path folder;
    private final int dimensions;
    private final InstantSource clock;
    private final Map<ContentKey, Place> places = new HashMap<>();
    private final Set<Path> used = new HashSet<>();
    private SequencedMap<ContentKey, CachedPicture> unwritten = new LinkedHashMap<>();
    private boolean read;

    private record Place(Segment segment, int number) {}

    ModelPart(Path folder, int dimensions, InstantSource clock) {
        this.folder = folder;
        this.dimensions = dimensions;
        this.clock = clock;
    }

    Optional<CachedPicture> find(ContentKey key) {
        Place place;
        synchronized (this) {
            readOnce();
            CachedPicture waiting = unwritten.get(key);
            if (waiting != null) {
                return Optional.of(waiting);
            }
            place = places.get(key);
        }
        return place == null ? Optional.empty() : read(key, place);
    }

    /// A record that cannot be read is forgotten, so that its picture is encoded and kept anew.
    private Optional<CachedPicture> read(ContentKey key, Place place) {
        Optional<CachedPicture> picture = place.segment().read(place.number());
        synchronized (this) {
            if (picture.isEmpty()) {
                places.remove(key, place);
            } else if (used.add(place.segment().file())) {
                touch(place.segment().file());
            }
        }
        return picture;
    }

    /// What was used of late is dropped last.
    private void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException _) {
            used.remove(file); // gone, or on a disk that cannot be written: it is tried again
        }
    }

    /// {@return how many are not written, this one among them}
    synchronized int put(ContentKey key, CachedPicture picture) {
        if (!places.containsKey(key)) {
            unwritten.putLast(key, picture);
        }
        return unwritten.size();
    }

    /// Writes what is not written.
    ///
    /// @throws ProblemException if the disk does not take it; it is not tried again
    void write() throws ProblemException {
        SequencedMap<ContentKey, CachedPicture> now;
        synchronized (this) {
            now = unwritten;
            unwritten = new LinkedHashMap<>();
        }
        if (!now.isEmpty()) {
            Segment segment = Segment.write(newFile(), now);
            synchronized (this) {
                add(segment);
            }
        }
    }

    private Path newFile() {
        return folder.resolve(UUID.randomUUID() + ENDING);
    }

    private void add(Segment segment) {
        for (int i = 0; i < segment.keys().size(); i++) {
            places.put(segment.keys().get(i), new Place(segment, i));
        }
    }

    private void readOnce() {
        if (read) {
            return;
        }
        read = true;
        WholeFile.sweep(folder);
        List<Segment> segments = new ArrayList<>();
        for (Path file : files()) {
            Optional<Segment> segment = Segment.open(file, dimensions);
            segment.ifPresentOrElse(segments::add, () -> delete(file));
        }
        List<Segment> small = segments.stream()
                .filter(segment -> segment.keys().size() < SMALL)
                .toList();
        if (small.size() > MOST_SMALL) {
            segments.removeAll(small);
            segments.addAll(merged(small));
        }
        segments.forEach(this::add);
    }

    private List<Segment> merged(List<Segment> small) {
        SequencedMap<ContentKey, CachedPicture> all = new LinkedHashMap<>();
        for (Segment segment : small) {
            for (int i = 0; i < segment.keys().size(); i++) {
                ContentKey key = segment.keys().get(i);
                segment.read(i).ifPresent(picture -> all.put(key, picture));
            }
        }
        try {
            List<Segment> one = all.isEmpty() ? List.of() : List.of(Segment.write(newFile(), all));
            small.forEach(segment -> delete(segment.file()));
            return one;
        } catch (ProblemException _) {
            return small; // a full disk: they are good as they are
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
            all.forEach(files::add);
        } catch (IOException | DirectoryIteratorException _) {
            return files; // nothing was kept yet
        }
        return files;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("{} is of no use, and stays", file, e);
        }
    }
}
