package clipscope.clip;

import clipscope.clip.engine.Processor;
import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How fast this machine was when that was measured, so that it need not be measured at each start.
///
/// **Thread:** Immutable; reads and writes a file.
///
/// @param file need not be there
public record MachineSpeedMemory(Path file) {

    private static final Logger LOG = LoggerFactory.getLogger(MachineSpeedMemory.class);

    /// {@return what was measured on a machine like this; empty if nothing was}
    public Optional<MachineSpeed> remembered() {
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            MachineSpeed speed = new MachineSpeed(
                    json.get("fp32").getAsDouble(), json.get("bf16").getAsDouble());
            boolean here = json.get("machine").getAsString().equals(machine());
            return here && speed.fp32() > 0 && speed.bf16() > 0 ? Optional.of(speed) : Optional.empty();
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | NumberFormatException
                | NullPointerException
                | UnsupportedOperationException _) {
            return Optional.empty(); // it is measured again
        }
    }

    /// {@return what was measured, now or earlier} Belongs on the inference thread.
    ///
    /// @throws ProblemException if the engine does not start
    public MachineSpeed recall() throws ProblemException {
        Optional<MachineSpeed> earlier = remembered();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        MachineSpeed speed = MachineSpeed.measure();
        remember(speed);
        return speed;
    }

    /// Keeps what was measured.
    public void remember(MachineSpeed speed) {
        JsonObject json = new JsonObject();
        json.addProperty("machine", machine());
        json.addProperty("fp32", speed.fp32());
        json.addProperty("bf16", speed.bf16());
        try {
            WholeFile.writeInNewFolder(file, json.toString());
        } catch (ProblemException e) {
            LOG.warn("{} is not written: it will be measured again", file, e);
        }
    }

    private static String machine() {
        return "%s; %d processors"
                .formatted(Processor.name(), Runtime.getRuntime().availableProcessors());
    }
}
