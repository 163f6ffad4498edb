package clipscope.session.file;

import clipscope.file.ReadFault;
import clipscope.file.WholeFile;
import clipscope.image.FolderScan;
import clipscope.image.ImageSource;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.file.SavedSession.SavedImage;
import clipscope.task.Cancellation;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that holds a session, `.clipscope`: JSON, of a version, with paths from where it lies.
///
/// **Thread:** Immutable; reads and writes files, so not for the JavaFX thread.
public record SessionFile(Path path) {

    private static final Texts TEXTS = Texts.beside(SessionFile.class);

    /// How its name ends.
    public static final String ENDING = ".clipscope";

    private static final Logger LOG = LoggerFactory.getLogger(SessionFile.class);
    private static final long LONGEST = 1L << 30; // bytes: pasted pictures are in it

    public SessionFile {
        path = path.toAbsolutePath().normalize();
    }

    /// Replaces the file: a crash leaves either the old session or the new.
    ///
    /// @throws ProblemException if the file cannot be written
    public void write(SavedSession session) throws ProblemException {
        try {
            JsonObject json = new SessionJson(folder()).write(session);
            WholeFile.writeInNewFolder(
                    path,
                    new GsonBuilder()
                            .setPrettyPrinting()
                            .disableHtmlEscaping()
                            .create()
                            .toJson(json));
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(path, WholeFile.reason(e)), e);
        }
    }

    /// {@return the session in the file; images that are not where they were are looked for below the file's
    /// folder, by what they hold}
    ///
    /// @throws ProblemException if there is no such file or it holds no session
    public SavedSession read(Cancellation cancelled) throws ProblemException {
        try {
            if (Files.size(path) > LONGEST) {
                throw new ProblemException(new Problem.UnreadableFile(path, TEXTS.get("long", LONGEST)));
            }
            SavedSession session = new SessionJson(folder()).read(parse(Files.readString(path)));
            return relocated(session, cancelled);
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.MissingFile(path), e);
        } catch (CharacterCodingException | JsonParseException | StackOverflowError e) {
            throw new ProblemException(new Problem.UnreadableFile(path, TEXTS.get("session.none")), e);
        } catch (SessionJson.Malformed e) {
            throw new ProblemException(new Problem.UnreadableFile(path, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(path, ReadFault.reason(e)), e);
        }
    }

    private static JsonElement parse(String text) {
        Reader reader = new StringReader(text);
        JsonReader json = new JsonReader(reader);
        json.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(json);
    }

    private Path folder() {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    private SavedSession relocated(SavedSession session, Cancellation cancelled) {
        List<SavedImage> images = new ArrayList<>(session.images());
        Map<ContentHash, List<Integer>> missing = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            SavedImage image = images.get(i);
            if (image.source() instanceof ImageSource.OfFile(Path file) && Files.notExists(file)) {
                int place = i;
                image.hash()
                        .ifPresent(hash -> missing.computeIfAbsent(hash, _ -> new ArrayList<>())
                                .add(place));
            }
        }
        if (!missing.isEmpty()) {
            find(missing, cancelled)
                    .forEach((hash, file) -> missing.getOrDefault(hash, List.of())
                            .forEach(i ->
                                    images.set(i, new SavedImage(new ImageSource.OfFile(file), Optional.of(hash)))));
        }
        return session.withImages(images);
    }

    private Map<ContentHash, Path> find(Map<ContentHash, ?> missing, Cancellation cancelled) {
        Map<ContentHash, Path> found = new HashMap<>();
        for (ImageSource.OfFile image :
                FolderScan.scan(List.of(folder()), cancelled::requested).images()) {
            try {
                long size = Files.size(image.path());
                if (missing.keySet().stream().anyMatch(hash -> hash.size() == size)) {
                    found.putIfAbsent(ContentHash.of(image.path(), cancelled), image.path());
                }
            } catch (IOException e) {
                LOG.info("{} is not looked into", image.path(), e); // it is not this one, then
            }
        }
        return found;
    }
}
