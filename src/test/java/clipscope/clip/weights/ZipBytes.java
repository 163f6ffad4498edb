package clipscope.clip.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes ZIP archives, honest and not.
public final class ZipBytes {

    private final List<Entry> entries = new ArrayList<>();
    private boolean zip64;
    private long claimedEntries = -1;
    private long claimedOffset = -1;
    private String comment = "";

    /// A file of the archive, with what the two headers say about it. What is -1 is as it should be.
    public static final class Entry {

        private final String name;
        private final byte[] data;
        public String localName;
        public int method;
        public int localMethod;
        public int flags;
        public long localSize = -1;
        public long centralSize = -1;
        public long unpackedSize = -1;
        public long header = -1;

        private Entry(String name, byte[] data) {
            this.name = name;
            this.localName = name;
            this.data = data;
        }
    }

    public ZipBytes add(String name, byte[] data) {
        return add(name, data, entry -> {});
    }

    public ZipBytes add(String name, byte[] data, Consumer<Entry> lie) {
        Entry entry = new Entry(name, data.clone());
        lie.accept(entry);
        entries.add(entry);
        return this;
    }

    /// Writes all sizes and places as archives of more than 4 GiB have them.
    public ZipBytes large() {
        zip64 = true;
        return this;
    }

    public ZipBytes claiming(long count, long directoryOffset) {
        claimedEntries = count;
        claimedOffset = directoryOffset;
        return this;
    }

    public ZipBytes comment(String text) {
        comment = text;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            long header = entry.header != -1 ? entry.header : archive.size();
            long size = entry.data.length;
            archive.writeBytes(local(entry, entry.localSize != -1 ? entry.localSize : size));
            archive.writeBytes(entry.data);
            long central = entry.centralSize != -1 ? entry.centralSize : size;
            directory.writeBytes(
                    central(entry, central, entry.unpackedSize != -1 ? entry.unpackedSize : central, header));
        }
        long offset = claimedOffset != -1 ? claimedOffset : archive.size();
        long count = claimedEntries != -1 ? claimedEntries : entries.size();
        long end = archive.size() + (long) directory.size();
        archive.writeBytes(directory.toByteArray());
        if (zip64) {
            archive.writeBytes(buffer(56 + 20)
                    .putInt(0x06064b50)
                    .putLong(44)
                    .putShort((short) 45)
                    .putShort((short) 45)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(directory.size())
                    .putLong(offset)
                    .putInt(0x07064b50)
                    .putInt(0)
                    .putLong(end)
                    .putInt(1)
                    .array());
        }
        archive.writeBytes(buffer(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) (zip64 ? -1 : count))
                .putShort((short) (zip64 ? -1 : count))
                .putInt(zip64 ? -1 : directory.size())
                .putInt(zip64 ? -1 : (int) offset)
                .putShort((short) comment.length())
                .array());
        archive.writeBytes(comment.getBytes(StandardCharsets.US_ASCII));
        return archive.toByteArray();
    }

    private byte[] local(Entry entry, long size) {
        byte[] name = entry.localName.getBytes(StandardCharsets.UTF_8);
        byte[] extra = zip64 ? extra(size, size) : new byte[0];
        return buffer(30 + name.length + extra.length)
                .putInt(0x04034b50)
                .putShort((short) 0)
                .putShort((short) entry.flags)
                .putShort((short) (entry.method + entry.localMethod))
                .putInt(0)
                .putInt(0)
                .putInt(zip64 ? -1 : (int) size)
                .putInt(zip64 ? -1 : (int) size)
                .putShort((short) name.length)
                .putShort((short) extra.length)
                .put(name)
                .put(extra)
                .array();
    }

    private byte[] central(Entry entry, long packed, long unpacked, long header) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        byte[] extra = zip64 ? extra(unpacked, packed, header) : new byte[0];
        return buffer(46 + name.length + extra.length)
                .putInt(0x02014b50)
                .putInt(0)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0)
                .putInt(0)
                .putInt(zip64 ? -1 : (int) packed)
                .putInt(zip64 ? -1 : (int) unpacked)
                .putShort((short) name.length)
                .putShort((short) extra.length)
                .putShort((short) 0)
                .putLong(0)
                .putInt(zip64 ? -1 : (int) header)
                .put(name)
                .put(extra)
                .array();
    }

    private static byte[] extra(long... values) {
        ByteBuffer extra = ByteBuffer.allocate(6 + 4 + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        extra.putShort((short) 0x4246) // the padding that PyTorch writes comes first
                .putShort((short) 2)
                .putShort((short) 0x5a5a)
                .putShort((short) 1)
                .putShort((short) (8 * values.length));
        for (long value : values) {
            extra.putLong(value);
        }
        return extra.array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
