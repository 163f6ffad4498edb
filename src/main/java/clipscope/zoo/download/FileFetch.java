package clipscope.zoo.download;

import clipscope.language.Texts;
import clipscope.problem.ByteText;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.zoo.download.Part.Content;
import clipscope.zoo.download.Retries.Again;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Fetches one file: resumed where it stopped, tried again where that may help, checked before it gets its
/// name.
///
/// **Thread:** Confined to the thread that downloads.
final class FileFetch {

    private static final Texts TEXTS = Texts.beside(FileFetch.class);

    private static final int MOST_CHANGES = 5; // of one file while it is fetched

    private static final long MOST_UNTOLD = 20_000_000_000L; // bytes; the largest CLIP has half of that

    private static final long REPORTED_BYTES = 1 << 18;
    private static final long REPORTED_NANOS = 100_000_000;

    private final Web web;
    private final Patience patience;
    private final DiskSpace space;
    private final DownloadWatch watch;
    private final Cancellation cancelled;
    private final Set<String> expected = new HashSet<>();
    private int changes;

    FileFetch(Web web, Patience patience, DiskSpace space, DownloadWatch watch, Cancellation cancelled) {
        this.web = web;
        this.patience = patience;
        this.space = space;
        this.watch = watch;
        this.cancelled = cancelled;
    }

    /// The bytes are not those that were promised.
    private static final class Wrong extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean forGood;

        Wrong(String fault) {
            this(fault, false);
        }

        /// @param forGood whether nothing else is to be hoped for from another try
        Wrong(String fault, boolean forGood) {
            super(fault);
            this.forGood = forGood;
        }
    }

    /// Puts the file into a folder. One that is there under its name is whole.
    ///
    /// @throws ProblemException if it cannot be had; what has come is kept for another time
    /// @throws java.util.concurrent.CancellationException if the work was cancelled; likewise
    void fetch(WantedFile file, Path folder) throws ProblemException {
        Path whole = folder.resolve(file.name());
        if (Files.exists(whole)) {
            long size = length(whole);
            expect(file, OptionalLong.of(size));
            watch.found(size);
            return;
        }
        Part part = new Part(folder, file);
        if (part.length() > 0) {
            expect(file, part.content().total());
            watch.found(part.length());
        }
        Retries retries = new Retries(patience.pause(), watch, cancelled);
        boolean doubted = false;
        changes = 0;
        while (true) {
            long before = part.length();
            try {
                if (!part.complete()) {
                    watch.step(TEXTS.get("step.downloading"));
                    attempt(file, part);
                }
                check(file, part);
                part.finish();
                return;
            } catch (IOException e) {
                if (part.length() > before) {
                    retries.progressed();
                }
                retries.failed(String.valueOf(file.url().getHost()), e);
            } catch (Wrong e) {
                discard(part);
                if (doubted || e.forGood) { // once may be the line's fault, twice is the server's
                    throw new ProblemException(
                            new Problem.BadDownload(file.url().toString(), String.valueOf(e.getMessage())), e);
                }
                doubted = true;
            }
        }
    }

    /// Tells of bytes that nobody told of before, once for each file.
    private void expect(WantedFile file, OptionalLong total) {
        if (file.size().isEmpty() && total.isPresent() && expected.add(file.name())) {
            watch.expect(total.getAsLong());
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }

    private void discard(Part part) throws ProblemException {
        watch.advance(-part.length());
        part.discard();
    }

    private void attempt(WantedFile file, Part part) throws IOException, ProblemException, Wrong {
        if (!part.resumable()) {
            discard(part);
        }
        try (Reply reply = web.get(file.url(), headers(part), cancelled)) {
            switch (reply.status()) {
                case 200 -> whole(file, part, reply);
                case 206 -> rest(file, part, reply);
                case 416 -> throw changed(part); // longer than the file now is
                default -> throw refused(file, reply);
            }
        }
    }

    /// Starts anew, but not for ever: a server of many faces gives each time the beginning of another file.
    private Again changed(Part part) throws ProblemException, Wrong {
        if (++changes > MOST_CHANGES) {
            throw new Wrong(TEXTS.get("wrong.changing"));
        }
        discard(part);
        return new Again(TEXTS.get("again.file"));
    }

    private static Map<String, String> headers(Part part) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (part.length() > 0) {
            headers.put("Range", "bytes=%d-".formatted(part.length()));
            part.content().validator().ifPresent(validator -> headers.put("If-Range", validator));
        }
        return headers;
    }

    /// {@return what to throw, if it may go better another time}
    private static Again refused(WantedFile file, Reply reply) throws ProblemException {
        if (reply.passing()) {
            return Again.of(reply);
        }
        throw refusal(file.url().toString(), reply);
    }

    /// {@return what an answer means that will be the same next time}
    static ProblemException refusal(String what, Reply reply) {
        return new ProblemException(
                new Problem.DownloadRefused(what, String.valueOf(reply.from().getHost()), reply.status()));
    }

    /// The server sends all, whatever it was asked for.
    private void whole(WantedFile file, Part part, Reply reply) throws IOException, ProblemException, Wrong {
        discard(part);
        Content content = content(file, reply);
        expect(file, content.total());
        part.begin(content);
        receive(file, part, reply, content.total());
    }

    private void rest(WantedFile file, Part part, Reply reply) throws IOException, ProblemException, Wrong {
        Content content = content(file, reply);
        boolean follows = reply.start().isPresent() && reply.start().getAsLong() == part.length();
        if (!follows || !part.content().goesOn(content)) {
            throw changed(part);
        }
        if (part.length() == 0) { // nobody asked for a part, but this is all of it
            part.begin(content);
        }
        receive(file, part, reply, content.total());
    }

    /// {@return what the server sends}
    ///
    /// @throws Wrong if it is another file than was promised
    private static Content content(WantedFile file, Reply reply) throws Wrong {
        if (reply.packed()) {
            throw new Wrong(TEXTS.get("wrong.packed"));
        }
        OptionalLong total = reply.total();
        if (total.isPresent() && file.size().isPresent() && !total.equals(file.size())) {
            throw new Wrong(
                    TEXTS.get("wrong.size", total.getAsLong(), file.size().getAsLong()));
        }
        Optional<FileHash> hash = file.hash()
                .filter(known -> known.kind() == FileHash.Kind.SHA_256)
                .or(reply::hash);
        return new Content(reply.validator(), total.isPresent() ? total : file.size(), hash);
    }

    private void receive(WantedFile file, Part part, Reply reply, OptionalLong total)
            throws IOException, ProblemException, Wrong {
        if (total.isPresent() && file.size().isEmpty()) { // a size that was known has its room
            space.require(part.folder(), total.getAsLong() - part.length());
        }
        long most = total.orElseGet(() -> part.length() + Math.min(MOST_UNTOLD, space.room(part.folder())));
        try (FileChannel channel = part.append();
                Meter meter = new Meter()) {
            Optional<List<ByteBuffer>> piece = reply.body().next(patience.silence(), cancelled);
            while (piece.isPresent()) {
                meter.add(part.write(channel, piece.get()));
                if (channel.size() > most) {
                    throw total.isPresent()
                            ? new Wrong(TEXTS.get("wrong.more", most))
                            : new Wrong(TEXTS.get("wrong.endless", ByteText.of(most)), true);
                }
                piece = reply.body().next(patience.silence(), cancelled);
            }
        }
        if (total.isPresent() && part.length() < total.getAsLong()) {
            throw new Again(TEXTS.get("again.early"));
        }
        part.ended();
    }

    private void check(WantedFile file, Part part) throws IOException, Wrong {
        Optional<FileHash> hash = file.hash().or(() -> part.content().hash());
        if (hash.isPresent()) {
            watch.step(TEXTS.get("step.checking", file.name()));
            if (!hash.get().fits(part.bytes(), cancelled)) {
                throw new Wrong(TEXTS.get(
                        "wrong.content",
                        hash.get().kind() == FileHash.Kind.SHA_256 ? "SHA-256" : TEXTS.get("hash.git")));
            }
        }
    }

    /// Tells of bytes in larger pieces than they come in.
    private final class Meter implements AutoCloseable {

        private long bytes;
        private long last = System.nanoTime();

        void add(long more) {
            bytes += more;
            if (bytes >= REPORTED_BYTES || System.nanoTime() - last >= REPORTED_NANOS) {
                close();
            }
        }

        @Override
        public void close() {
            watch.advance(bytes);
            bytes = 0;
            last = System.nanoTime();
        }
    }
}
