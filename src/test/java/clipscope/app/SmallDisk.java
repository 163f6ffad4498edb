package clipscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A disk of its own that is made as full as a trial wants it, by one file.
///
/// @param folder the disk's uppermost
record SmallDisk(Path folder) {

    static final int PAGE = 4096; // bytes; a file in memory takes whole ones

    private static final int PIECE = 1 << 20; // bytes

    Path filler() {
        return folder.resolve("filler");
    }

    /// Leaves room for so many bytes and no more.
    void leave(long room) {
        try (FileChannel channel = FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long size = channel.size() + free() - room;
            channel.truncate(Math.max(0, size));
            channel.position(channel.size());
            while (channel.position() < size) {
                channel.write(ByteBuffer.allocate((int) Math.min(PIECE, size - channel.position())));
            }
            if (free() != room) {
                throw new IOException("%d bytes are free, not %d".formatted(free(), room));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Leaves all the room there is.
    void empty() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
