package clipscope.session.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.FakeClipModel;
import clipscope.embedding.Embedding;
import clipscope.image.ImageSource;
import clipscope.problem.ProblemException;
import clipscope.session.ImageState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {

    private static final FakeClipModel MODEL = new FakeClipModel("one");
    private static final FakeClipModel OTHER = new FakeClipModel("other");

    /// Of a file without a byte in it, as FIPS 180-4's examples have it.
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    private Path folder;

    private long limit = 1 << 20; // bytes
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private EmbeddingCache cache() {
        return new EmbeddingCache(folder.resolve("cache"), () -> limit, () -> now);
    }

    private static ContentKey key(int number) {
        return new ContentKey("%064x".formatted(number), false);
    }

    private static CachedPicture picture(int seed) {
        float[] projection = new float[FakeClipModel.DIMENSIONS];
        Random random = new Random(seed);
        for (int i = 0; i < projection.length; i++) {
            projection[i] = random.nextFloat() - 0.5f;
        }
        return new CachedPicture(
                new ImageState.Decoded(40 + seed, 30, "JPEG", seed % 2 == 0, 0.25), Embedding.ofProjection(projection));
    }

    private static void put(EmbeddingCache cache, FakeClipModel model, int... numbers) {
        for (int number : numbers) {
            boolean worth = cache.put(model, key(number), picture(number));
            assertEquals(number >= EmbeddingCache.TOGETHER, worth);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void whatWasPutIsFoundAtOnceAndByTheNextProgram() {
        EmbeddingCache cache = cache();
        put(cache, MODEL, 1, 2);
        assertEquals(Optional.of(picture(2)), cache.find(MODEL, key(2)));

        cache.write();

        CachedPicture found = cache().find(MODEL, key(1)).orElseThrow();
        assertEquals(picture(1), found);
        assertEquals(picture(1).embedding().length(), found.embedding().length());
        assertEquals(Optional.empty(), cache().find(MODEL, key(3)));
        assertEquals(Optional.empty(), cache().find(MODEL, new ContentKey(key(1).sha256(), true)));
    }

    @Test
    void whatOneModelMadeIsNothingToAnother() {
        EmbeddingCache cache = cache();
        put(cache, MODEL, 1);
        cache.write();

        assertEquals(Optional.empty(), cache.find(OTHER, key(1)));
        assertEquals(Optional.empty(), cache().find(OTHER, key(1)));
    }

    @Test
    void aKeyIsWhatTheFileHoldsAndNotItsName() throws Exception {
        Path one = Files.writeString(folder.resolve("one.png"), "");
        ImageSource bytes = new ImageSource.OfBytes("from a page", ByteBuffer.wrap(new byte[0]));

        assertEquals(Optional.of(new ContentKey(NOTHING, true)), ContentKey.of(new ImageSource.OfFile(one), true));
        assertEquals(Optional.of(new ContentKey(NOTHING, false)), ContentKey.of(bytes, false));
        assertThrows(
                ProblemException.class, () -> ContentKey.of(new ImageSource.OfFile(folder.resolve("none")), false));
    }

    /// Whatever byte is another: there is nothing, or what was put. Never something else.
    @Test
    void aDamagedFileIsNeverBelieved() throws IOException {
        EmbeddingCache cache = cache();
        put(cache, MODEL, 1, 2, 3);
        cache.write();
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);

            EmbeddingCache next = cache();
            int lost = 0;
            for (int number : new int[] {1, 2, 3}) {
                Optional<CachedPicture> found = next.find(MODEL, key(number));
                assertTrue(found.isEmpty() || found.get().equals(picture(number)), "byte " + i);
                lost += found.isEmpty() ? 1 : 0;
            }
            assertTrue(lost > 0, "byte " + i + " was not seen to be another");
        }
    }

    @Test
    void filesThatAreNoneAreReplaced() throws IOException {
        EmbeddingCache cache = cache();
        put(cache, MODEL, 1);
        cache.write();
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        ByteBuffer lying = ByteBuffer.wrap(whole.clone());
        lying.putInt(12, Integer.MAX_VALUE); // as many records as there may ever be
        for (byte[] hostile : List.of(
                new byte[0],
                "no embeddings".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length + 1),
                lying.array())) {
            Files.write(file, hostile);

            EmbeddingCache next = cache();
            assertEquals(Optional.empty(), next.find(MODEL, key(1)));
            put(next, MODEL, 1);
            next.write();

            assertEquals(Optional.of(picture(1)), cache().find(MODEL, key(1)));
            assertFalse(files().contains(file), "it was of no use");
            Files.move(files().getFirst(), file);
        }
    }

    @Test
    void theFilesUsedLongestAgoMakeRoom() throws IOException {
        EmbeddingCache cache = cache();
        put(cache, MODEL, 1);
        cache.write();
        put(cache, MODEL, 2);
        cache.write();
        put(cache, OTHER, 3);
        cache.write();
        long one = cache.size() / 3;
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(900)));
        }
        now = now.plusSeconds(60);
        assertTrue(cache.find(MODEL, key(2)).isPresent(), "used");
        now = now.plusSeconds(60);
        limit = 2 * one;
        put(cache, OTHER, 4);

        cache.write();

        assertEquals(2 * one, cache.size());
        EmbeddingCache next = cache();
        assertEquals(Optional.empty(), next.find(MODEL, key(1)));
        assertEquals(Optional.of(picture(2)), next.find(MODEL, key(2)));
        assertEquals(Optional.empty(), next.find(OTHER, key(3)));
        assertEquals(Optional.of(picture(4)), next.find(OTHER, key(4)));
        assertEquals(Optional.empty(), cache.find(MODEL, key(1)), "the file is gone from under this one");
    }

    @Test
    void aLimitOfNothingKeepsNothing() throws IOException {
        EmbeddingCache cache = cache();
        put(cache, MODEL, 1);
        cache.write();
        limit = 0;

        assertEquals(Optional.empty(), cache.find(MODEL, key(1)));
        put(cache, MODEL, 2);
        cache.write();

        assertEquals(List.of(), files());
    }

    @Test
    void manySmallFilesBecomeOne() throws IOException {
        EmbeddingCache cache = cache();
        for (int number = 1; number <= 40; number++) {
            put(cache, MODEL, number);
            cache.write();
        }
        assertEquals(40, files().size());

        EmbeddingCache next = cache();
        for (int number = 1; number <= 40; number++) {
            assertEquals(Optional.of(picture(number)), next.find(MODEL, key(number)));
        }
        assertEquals(1, files().size());
    }

    @Test
    void twoWindowsKeepWhatEachHasMade() {
        EmbeddingCache one = cache();
        EmbeddingCache other = cache();
        put(one, MODEL, 1);
        put(other, MODEL, 2);
        one.write();
        other.write();

        assertEquals(Optional.of(picture(1)), cache().find(MODEL, key(1)));
        assertEquals(Optional.of(picture(2)), cache().find(MODEL, key(2)));
    }

    @Test
    void aFolderThatCannotBeMadeCostsNothingButTheTime() throws IOException {
        Files.writeString(folder.resolve("cache"), "in the way");
        EmbeddingCache cache = cache();
        put(cache, MODEL, 1);

        cache.write();

        assertEquals(Optional.empty(), cache().find(MODEL, key(1)));
        assertEquals("in the way", Files.readString(folder.resolve("cache")));
    }
}
