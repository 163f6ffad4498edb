package clipscope.clip.weights.file;

import clipscope.language.Texts;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files of a mapped ZIP archive, and their bytes without a copy.
///
/// The directory at the archive's end and the header before each file say the same things twice: they must
/// agree. Archives and files of more than 4 GiB are fine. Checksums are not compared: that would read the
/// whole file, and PyTorch does not compare them either.
///
/// **Thread:** Immutable.
///
/// **Source:** APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3 and 4.5.3.
public final class ZipArchive {

    private static final Texts TEXTS = Texts.beside(ZipArchive.class);

    private static final int MAX_ENTRIES = 100_000; // a checkpoint has one for each tensor and few more
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT = 65_535;
    private static final int LOCATOR_BYTES = 20;
    private static final long END = 0x06054b50;
    private static final long ZIP64_END = 0x06064b50;
    private static final long ZIP64_LOCATOR = 0x07064b50;

    private final Map<String, ZipEntry> entries;

    private ZipArchive(Map<String, ZipEntry> entries) {
        this.entries = entries;
    }

    /// The directory as the record at the archive's end describes it.
    private record Directory(long entries, long offset, long size) {}

    /// Reads the directory and every file's header.
    public static ZipArchive read(MemorySegment archive) throws MalformedFileException {
        long end = end(archive);
        Directory directory = directory(archive, end);
        if (directory.offset() < 0 || directory.size() < 0 || directory.offset() > end - directory.size()) {
            throw new MalformedFileException(TEXTS.get("zip.directory.outside"));
        }
        if (directory.entries() < 0 || directory.entries() > MAX_ENTRIES) {
            throw new MalformedFileException(TEXTS.get("zip.many", MAX_ENTRIES));
        }
        ByteCursor cursor =
                new ByteCursor(archive.asSlice(directory.offset(), directory.size()), TEXTS.get("zip.directory"));
        ZipHeaders headers = new ZipHeaders(archive.asSlice(0, directory.offset()));
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        for (long i = 0; i < directory.entries(); i++) {
            ZipEntry entry = headers.next(cursor);
            if (entries.put(entry.name(), entry) != null) {
                throw new MalformedFileException(TEXTS.get("zip.twice", entry.name()));
            }
        }
        checkOverlap(archive, entries.values());
        return new ZipArchive(entries);
    }

    /// {@return where the record at the end begins, of which the comment reaches exactly to the file's end}
    private static long end(MemorySegment archive) throws MalformedFileException {
        long size = archive.byteSize();
        for (long at = size - END_BYTES; at >= Math.max(0, size - END_BYTES - MAX_COMMENT); at--) {
            ByteCursor cursor = new ByteCursor(archive.asSlice(at), TEXTS.get("zip"));
            if (cursor.u32() == END) {
                cursor.take(END_BYTES - Integer.BYTES - Short.BYTES);
                if (cursor.u16() == cursor.remaining()) {
                    return at;
                }
            }
        }
        throw new MalformedFileException(TEXTS.get("zip.end"));
    }

    private static Directory directory(MemorySegment archive, long end) throws MalformedFileException {
        ByteCursor cursor = new ByteCursor(archive.asSlice(Math.max(0, end - LOCATOR_BYTES)), TEXTS.get("zip"));
        if (end >= LOCATOR_BYTES && cursor.u32() == ZIP64_LOCATOR) {
            cursor.take(Integer.BYTES);
            return zip64Directory(archive, cursor.i64(), end);
        }
        cursor = new ByteCursor(archive.asSlice(end), TEXTS.get("zip"));
        cursor.take(10); // signature, number of disks, entries on this disk
        long entries = cursor.u16();
        long size = cursor.u32();
        return new Directory(entries, cursor.u32(), size);
    }

    private static Directory zip64Directory(MemorySegment archive, long at, long end) throws MalformedFileException {
        if (at < 0 || at > end) {
            throw new MalformedFileException(TEXTS.get("zip.directory.outside"));
        }
        ByteCursor cursor = new ByteCursor(archive.asSlice(at, end - at), TEXTS.get("zip.directory"));
        if (cursor.u32() != ZIP64_END) {
            throw new MalformedFileException(TEXTS.get("zip.directory.place"));
        }
        cursor.take(28); // size, versions, disks, entries on this disk
        long entries = cursor.i64();
        long size = cursor.i64();
        return new Directory(entries, cursor.i64(), size);
    }

    private static void checkOverlap(MemorySegment archive, Iterable<ZipEntry> entries) throws MalformedFileException {
        List<ZipEntry> inOrder = new ArrayList<>();
        entries.forEach(inOrder::add);
        inOrder.sort(Comparator.comparingLong(ZipEntry::header));
        long end = 0;
        for (ZipEntry entry : inOrder) {
            if (entry.header() < end) {
                throw new MalformedFileException(TEXTS.get("zip.overlap", entry.name()));
            }
            end = entry.end(archive);
        }
    }

    /// {@return the names of its files, in the directory's order}
    public Set<String> names() {
        return entries.keySet();
    }

    /// {@return a file's bytes, empty if there is no such file}
    ///
    /// @throws MalformedFileException if it is packed, and so has no bytes to map
    public Optional<MemorySegment> find(String name) throws MalformedFileException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.method() != ZipEntry.STORED) {
            throw new MalformedFileException(TEXTS.get("zip.compressed", name));
        }
        return Optional.of(entry.data());
    }
}
