package clipscope.zoo.download;

import clipscope.file.WholeFile;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The part of a file that has come, and what it is a part of: enough to go on after a crash.
///
/// **Thread:** Confined to the thread that downloads.
final class Part {

    private final Path folder;
    private final WantedFile file;
    private final Path bytes;
    private final Path note;
    private Content content = new Content(Optional.empty(), OptionalLong.empty(), Optional.empty());

    /// What the server said that it sends.
    ///
    /// @param validator tells this content from another under the same address
    /// @param total bytes of the whole
    /// @param hash of the whole
    record Content(Optional<String> validator, OptionalLong total, Optional<FileHash> hash) {

        /// {@return whether bytes of the one can be followed by bytes of the other}
        boolean goesOn(Content later) {
            boolean sameHash =
                    hash.isEmpty() || later.hash.isEmpty() || hash.get().equals(later.hash.get());
            boolean sameSize = total.isEmpty() || later.total.isEmpty() || total.equals(later.total);
            boolean sameTag = validator.isEmpty()
                    || later.validator.isEmpty()
                    || validator.get().equals(later.validator.get());
            return sameHash && sameSize && (sameTag || (hash.isPresent() && later.hash.isPresent()));
        }
    }

    Part(Path folder, WantedFile file) throws ProblemException {
        this.folder = folder;
        this.file = file;
        this.bytes = folder.resolve(file.name() + ".part");
        this.note = folder.resolve(file.name() + ".part.json");
        Optional<Content> earlier = read();
        if (earlier.isPresent()) {
            content = earlier.get();
        } else {
            discard();
        }
    }

    Path folder() {
        return folder;
    }

    Content content() {
        return content;
    }

    /// {@return how many bytes there are}
    long length() {
        try {
            return Files.exists(bytes) ? Files.size(bytes) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    /// {@return whether all is there that the server said}
    boolean complete() {
        return content.total().isPresent() && length() == content.total().getAsLong();
    }

    /// {@return whether bytes that come later can be known to belong to these}
    boolean resumable() {
        return length() > 0
                && (content.validator().isPresent() || content.hash().isPresent());
    }

    /// Begins anew with what the server sends now.
    void begin(Content now) throws ProblemException {
        discard();
        content = now;
        write();
    }

    /// Remembers the length, when a body ended whose length was not told.
    void ended() throws ProblemException {
        content = new Content(content.validator(), OptionalLong.of(length()), content.hash());
        write();
    }

    /// Forgets all that has come.
    void discard() throws ProblemException {
        content = new Content(Optional.empty(), OptionalLong.empty(), Optional.empty());
        try {
            Files.deleteIfExists(note);
            Files.deleteIfExists(bytes);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Opens the file for bytes at its end.
    FileChannel append() throws ProblemException {
        try {
            return FileChannel.open(bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /// Writes what came, and tells how many bytes that was.
    long write(FileChannel channel, List<ByteBuffer> buffers) throws ProblemException {
        long count = 0;
        try {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining()) {
                    count += channel.write(buffer);
                }
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        return count;
    }

    /// {@return the file with what has come}
    Path bytes() {
        return bytes;
    }

    /// Gives the file its name, once it is on the disk.
    void finish() throws ProblemException {
        try (FileChannel channel = FileChannel.open(bytes, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw unwritable(e);
        }
        try {
            Files.move(bytes, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ProblemException unwritable(IOException e) {
        return new ProblemException(new Problem.UnwritableFile(bytes, WholeFile.reason(e)), e);
    }

    /// {@return what the part is of; empty if that is another file than the one wanted}
    private Optional<Content> read() {
        try {
            JsonObject json = JsonParser.parseString(Files.readString(note)).getAsJsonObject();
            Content known = new Content(
                    text(json, "validator"),
                    json.has("total") ? OptionalLong.of(json.get("total").getAsLong()) : OptionalLong.empty(),
                    text(json, "sha256").flatMap(FileHash::sha256));
            Content wanted = new Content(
                    Optional.empty(), file.size(), file.hash().filter(hash -> hash.kind() == FileHash.Kind.SHA_256));
            boolean same = json.get("url").getAsString().equals(file.url().toString());
            boolean fits = known.total().isEmpty() || length() <= known.total().getAsLong();
            return same && fits && known.goesOn(wanted) ? Optional.of(known) : Optional.empty();
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | NumberFormatException
                | NullPointerException
                | UnsupportedOperationException _) {
            return Optional.empty(); // nothing has come, or what came cannot be relied on
        }
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.has(name) ? Optional.of(json.get(name).getAsString()) : Optional.empty();
    }

    private void write() throws ProblemException {
        JsonObject json = new JsonObject();
        json.addProperty("url", file.url().toString());
        content.validator().ifPresent(validator -> json.addProperty("validator", validator));
        content.total().ifPresent(total -> json.addProperty("total", total));
        content.hash()
                .filter(hash -> hash.kind() == FileHash.Kind.SHA_256)
                .ifPresent(hash -> json.addProperty("sha256", hash.hex()));
        WholeFile.write(note, json.toString());
    }
}
