package clipscope.clip;

import clipscope.clip.engine.ComputeTypeChoice.Measured;
import clipscope.clip.tower.NetworkShape;
import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was measured on this machine, so that it need not be measured at each start: which precision is
/// faster for which network.
///
/// A measurement counts for the same processor, the same number of cores, the same version of the engine and
/// the same sizes of matrices; weights have no influence. One that cannot be kept is made again next time.
///
/// **Thread:** Confined to the inference thread.
public final class PrecisionMemory {

    private static final Logger LOG = LoggerFactory.getLogger(PrecisionMemory.class);

    private final @Nullable Path file;
    private final Clock clock;

    private PrecisionMemory(@Nullable Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// {@return one that keeps what was measured in a file}
    public static PrecisionMemory in(Path file, Clock clock) {
        return new PrecisionMemory(file, clock);
    }

    /// {@return one that forgets at once}
    public static PrecisionMemory none() {
        return new PrecisionMemory(null, Clock.system(ZoneId.systemDefault()));
    }

    /// A measurement and its day.
    record Remembered(Measured measured, LocalDate day) {}

    /// Measures, if that was not done yet.
    interface Measurement {

        Measured measure() throws ProblemException;
    }

    /// {@return what was measured, now or earlier}
    ///
    /// @param machine all that a measurement depends on beside the network
    /// @throws ProblemException if measuring failed
    Remembered recall(String machine, NetworkShape network, Measurement measurement) throws ProblemException {
        String key = "%s; %s".formatted(machine, network.image().products()); // what the measurement multiplies
        JsonObject all = read();
        Optional<Remembered> earlier = remembered(all.get(key));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Remembered now = new Remembered(measurement.measure(), LocalDate.now(clock));
        JsonObject entry = new JsonObject();
        entry.addProperty("bf16TimesAsFast", now.measured().gain());
        entry.addProperty("day", now.day().toString());
        all.add(key, entry);
        write(all);
        return now;
    }

    private static Optional<Remembered> remembered(@Nullable JsonElement entry) {
        if (!(entry instanceof JsonObject object)) {
            return Optional.empty();
        }
        try {
            double gain = object.get("bf16TimesAsFast").getAsDouble();
            LocalDate day = LocalDate.parse(object.get("day").getAsString());
            return gain > 0 ? Optional.of(new Remembered(new Measured(gain), day)) : Optional.empty();
        } catch (NullPointerException
                | IllegalStateException
                | UnsupportedOperationException
                | NumberFormatException e) {
            LOG.debug("no measurement: {}", object, e);
            return Optional.empty();
        } catch (DateTimeException e) {
            LOG.debug("no day of a measurement: {}", object, e);
            return Optional.empty();
        }
    }

    private JsonObject read() {
        if (file == null) {
            return new JsonObject();
        }
        try {
            if (JsonParser.parseString(Files.readString(file)) instanceof JsonObject all) {
                return all;
            }
            setAside(file, "it is no JSON object");
        } catch (NoSuchFileException _) {
            return new JsonObject(); // nothing was measured yet
        } catch (IOException | JsonParseException e) {
            setAside(file, String.valueOf(e.getMessage()));
        }
        return new JsonObject();
    }

    private static void setAside(Path file, String fault) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        LOG.warn("{} cannot be read ({}): it is now {}, and is measured anew", file, fault, aside);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} stays where it is", file, e);
        }
    }

    private void write(JsonObject all) {
        if (file == null) {
            return;
        }
        try {
            WholeFile.writeInNewFolder(
                    file, new GsonBuilder().setPrettyPrinting().create().toJson(all));
        } catch (ProblemException e) {
            LOG.warn("{} is not written: it will be measured again", file, e);
        }
    }
}
