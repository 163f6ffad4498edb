package clipscope.session.cache;

import clipscope.embedding.Embedding;
import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import clipscope.session.ImageState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.zip.CRC32;

/// One file of embeddings, written whole and never altered: a head, the keys, then a record for each.
///
/// **Shape:** head `(magic 8, dimensions 4, count 4, sum 4)`, keys `(count, 33)`, records
/// `(count, 37 + 4 × dimensions)`, all big-endian. The sum in the head is that of the keys, the one at a
/// record's end that of its key and itself.
///
/// **Thread:** Immutable; reads a file. Whatever lies there is taken for damaged until it was checked.
final class Segment {

    private static final long MAGIC = 0x43534545_4d423031L; // "CSEEMB01"
    private static final int HEAD = 20; // bytes
    private static final int KEY = 33; // bytes: SHA-256, and how it was decoded
    private static final int FORMAT = 12; // bytes of "JPEG", "PNG", …
    private static final int FACTS = 4 + 4 + 1 + FORMAT + 8; // bytes: width, height, turned, format, evenness
    private static final int MOST_DIMENSIONS = 1 << 14;
    private static final int MOST_RECORDS = 1 << 20;
    private static final HexFormat HEX = HexFormat.of();

    private final Path file;
    private final int dimensions;
    private final List<ContentKey> keys;

    private Segment(Path file, int dimensions, List<ContentKey> keys) {
        this.file = file;
        this.dimensions = dimensions;
        this.keys = List.copyOf(keys);
    }

    Path file() {
        return file;
    }

    List<ContentKey> keys() {
        return keys;
    }

    /// Writes a file, whole or not at all.
    ///
    /// @param pictures of one model; at least one
    /// @throws ProblemException if it cannot be written
    static Segment write(Path file, SequencedMap<ContentKey, CachedPicture> pictures) throws ProblemException {
        int dimensions = pictures.firstEntry().getValue().embedding().dimensions();
        List<ContentKey> keys = new ArrayList<>(pictures.keySet());
        ByteBuffer keyBytes = ByteBuffer.allocate(Math.multiplyExact(KEY, keys.size()));
        keys.forEach(key -> keyBytes.put(bytes(key)));
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(length(dimensions, keys.size())));
        all.putLong(MAGIC).putInt(dimensions).putInt(keys.size()).putInt(sum(keyBytes.array()));
        all.put(keyBytes.flip());
        for (Map.Entry<ContentKey, CachedPicture> each : pictures.entrySet()) {
            byte[] record = record(each.getValue());
            all.put(record).putInt(sum(bytes(each.getKey()), record));
        }
        WholeFile.makeFolderOf(file);
        WholeFile.write(file, partial -> Files.write(partial, all.array()));
        return new Segment(file, dimensions, keys);
    }

    /// Reads the keys of a file.
    ///
    /// @param dimensions of the model
    /// @return empty if it is not what it should be
    static Optional<Segment> open(Path file, int dimensions) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = read(channel, 0, HEAD);
            long magic = head.getLong();
            int found = head.getInt();
            int count = head.getInt();
            int sum = head.getInt();
            boolean plausible = magic == MAGIC
                    && found == dimensions
                    && found <= MOST_DIMENSIONS
                    && count > 0
                    && count <= MOST_RECORDS
                    && channel.size() == length(found, count);
            if (!plausible) {
                return Optional.empty();
            }
            ByteBuffer bytes = read(channel, HEAD, KEY * count);
            byte[] all = new byte[KEY * count];
            bytes.get(0, all);
            return sum(all) == sum ? Optional.of(new Segment(file, found, keys(bytes))) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// {@return a record, empty if it is damaged or the file is gone}
    Optional<CachedPicture> read(int place) {
        int size = FACTS + 8 + Float.BYTES * dimensions + 4;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = read(channel, HEAD + (long) KEY * keys.size() + (long) size * place, size);
            byte[] record = new byte[size - 4];
            all.get(record);
            return all.getInt() == sum(bytes(keys.get(place)), record)
                    ? parse(ByteBuffer.wrap(record))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static long length(int dimensions, int count) {
        return HEAD + (long) count * (KEY + FACTS + 8 + (long) Float.BYTES * dimensions + 4);
    }

    private static byte[] record(CachedPicture picture) {
        ImageState.Decoded facts = picture.facts();
        float[] unit = picture.embedding().toArray();
        ByteBuffer record = ByteBuffer.allocate(FACTS + 8 + Float.BYTES * unit.length);
        byte[] format = new byte[FORMAT];
        byte[] name = facts.format().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, format, 0, Math.min(FORMAT, name.length));
        record.putInt(facts.width()).putInt(facts.height()).put((byte) (facts.turned() ? 1 : 0));
        record.put(format).putDouble(facts.evenness());
        record.putDouble(picture.embedding().length());
        record.asFloatBuffer().put(unit);
        return record.array();
    }

    private Optional<CachedPicture> parse(ByteBuffer record) {
        int width = record.getInt();
        int height = record.getInt();
        boolean turned = record.get() == 1;
        byte[] format = new byte[FORMAT];
        record.get(format);
        double evenness = record.getDouble();
        double length = record.getDouble();
        float[] unit = new float[dimensions];
        record.asFloatBuffer().get(unit);
        if (width <= 0 || height <= 0 || !Double.isFinite(evenness)) {
            return Optional.empty();
        }
        String name = new String(format, StandardCharsets.US_ASCII).replace("\0", "");
        try {
            return Optional.of(new CachedPicture(
                    new ImageState.Decoded(width, height, name, turned, evenness), Embedding.restored(unit, length)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // somebody made it up, sum and all
        }
    }

    private static List<ContentKey> keys(ByteBuffer bytes) {
        List<ContentKey> keys = new ArrayList<>();
        byte[] hash = new byte[KEY - 1];
        while (bytes.hasRemaining()) {
            bytes.get(hash);
            keys.add(new ContentKey(HEX.formatHex(hash), bytes.get() == 1));
        }
        return keys;
    }

    private static byte[] bytes(ContentKey key) {
        return ByteBuffer.allocate(KEY)
                .put(HEX.parseHex(key.sha256()))
                .put((byte) (key.reduced() ? 1 : 0))
                .array();
    }

    private static ByteBuffer read(FileChannel channel, long from, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("cut off");
            }
        }
        return bytes.flip();
    }

    private static int sum(byte[]... parts) {
        CRC32 sum = new CRC32();
        for (byte[] part : parts) {
            sum.update(part);
        }
        return (int) sum.getValue();
    }
}
