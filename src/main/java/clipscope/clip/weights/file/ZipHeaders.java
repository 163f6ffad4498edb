package clipscope.clip.weights.file;

import clipscope.language.Texts;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/// Reads the two headers that each file of a ZIP archive has, and compares them.
///
/// **Source:** APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7, 4.3.12 and 4.5.3.
final class ZipHeaders {

    private static final Texts TEXTS = Texts.beside(ZipHeaders.class);

    private static final long LOCAL = 0x04034b50;
    private static final long CENTRAL = 0x02014b50;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 1 << 3; // behind the data, and zeros stand in the local header
    private static final long IN_EXTRA_FIELD = 0xffffffffL;
    private static final int ZIP64_FIELD = 1;

    private final MemorySegment files;

    /// @param files the archive up to its directory
    ZipHeaders(MemorySegment files) {
        this.files = files;
    }

    /// Sizes and place of a file, of which large ones stand in the extra field.
    private record Sizes(long packed, long unpacked, long header) {

        /// {@return with those numbers that only point at the extra field replaced by what stands there}
        Sizes widened(MemorySegment extra, String name) throws MalformedFileException {
            if (packed != IN_EXTRA_FIELD && unpacked != IN_EXTRA_FIELD && header != IN_EXTRA_FIELD) {
                return this;
            }
            ByteCursor cursor = new ByteCursor(extra, TEXTS.get("zip.header", name));
            while (cursor.remaining() > 0) {
                int id = cursor.u16();
                ByteCursor field = new ByteCursor(cursor.take(cursor.u16()), TEXTS.get("zip.header", name));
                if (id == ZIP64_FIELD) {
                    long wideUnpacked = unpacked == IN_EXTRA_FIELD ? field.i64() : unpacked;
                    long widePacked = packed == IN_EXTRA_FIELD ? field.i64() : packed;
                    long wideHeader = header == IN_EXTRA_FIELD ? field.i64() : header;
                    return new Sizes(widePacked, wideUnpacked, wideHeader);
                }
            }
            throw new MalformedFileException(TEXTS.get("zip.header.size", name));
        }
    }

    /// {@return the file that the directory names next}
    ZipEntry next(ByteCursor directory) throws MalformedFileException {
        if (directory.u32() != CENTRAL) {
            throw new MalformedFileException(TEXTS.get("zip.directory.damaged"));
        }
        directory.take(4); // versions
        int flags = directory.u16();
        int method = directory.u16();
        directory.take(8); // time, date, checksum
        long packed = directory.u32();
        long unpacked = directory.u32();
        int nameBytes = directory.u16();
        int extraBytes = directory.u16();
        int commentBytes = directory.u16();
        directory.take(8); // disk, attributes
        long header = directory.u32();
        String name = directory.text(nameBytes, StandardCharsets.UTF_8);
        checkName(name);
        Sizes sizes = new Sizes(packed, unpacked, header).widened(directory.take(extraBytes), name);
        directory.take(commentBytes);
        if ((flags & ENCRYPTED) != 0) {
            throw new MalformedFileException(TEXTS.get("zip.encrypted", name));
        }
        if (method == ZipEntry.STORED && sizes.packed() != sizes.unpacked()) {
            throw new MalformedFileException(TEXTS.get("zip.sizes", name));
        }
        return new ZipEntry(name, sizes.header(), data(name, method, sizes), method);
    }

    /// We write no file of an archive to the disk; but a name like this has no honest use.
    private static void checkName(String name) throws MalformedFileException {
        if (name.startsWith("/") || name.contains("\\") || ("/" + name + "/").contains("/../")) {
            throw new MalformedFileException(TEXTS.get("zip.name", name));
        }
    }

    private MemorySegment data(String name, int method, Sizes sizes) throws MalformedFileException {
        if (sizes.header() < 0 || sizes.header() > files.byteSize()) {
            throw new MalformedFileException(TEXTS.get("zip.outside", name));
        }
        ByteCursor cursor = new ByteCursor(files.asSlice(sizes.header()), TEXTS.get("zip.before", name));
        boolean header = cursor.u32() == LOCAL;
        cursor.take(2); // version
        int flags = cursor.u16();
        int localMethod = cursor.u16();
        cursor.take(8); // time, date, checksum
        long packed = cursor.u32();
        long unpacked = cursor.u32();
        int nameBytes = cursor.u16();
        int extraBytes = cursor.u16();
        String localName = header ? cursor.text(nameBytes, StandardCharsets.UTF_8) : "";
        if (!localName.equals(name)) {
            throw new MalformedFileException(TEXTS.get("zip.absent", name));
        }
        Sizes local = new Sizes(packed, unpacked, sizes.header()).widened(cursor.take(extraBytes), name);
        boolean follow = (flags & SIZES_FOLLOW) != 0 && packed == 0 && unpacked == 0;
        if (localMethod != method || (!follow && !local.equals(sizes))) {
            throw new MalformedFileException(TEXTS.get("zip.disagree", name));
        }
        return cursor.take(sizes.packed());
    }
}
