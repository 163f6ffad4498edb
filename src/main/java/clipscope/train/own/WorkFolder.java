package clipscope.train.own;

import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.clip.weights.TensorEntry;
import clipscope.file.ReadFault;
import clipscope.file.WholeFile;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.run.CheckpointFile;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a training keeps while it runs, in the folder `training` of the model to be: its settings, its
/// tables, its last checkpoint and the weights that did best.
///
/// **Thread:** Confined to the thread that learns.
record WorkFolder(Path folder) {

    private static final Texts TEXTS = Texts.beside(WorkFolder.class);

    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final String BEST = "best-";
    private static final String SETTINGS = "settings.json";
    private static final String CHECKPOINT = "checkpoint.safetensors";

    static WorkFolder in(Path out) {
        return new WorkFolder(out.resolve("training"));
    }

    CheckpointFile checkpoint() {
        return new CheckpointFile(folder.resolve(CHECKPOINT));
    }

    Path tokenizer() {
        return folder.resolve("tokenizer.json");
    }

    /// Begins a training, or sees that the one that was begun is the same.
    ///
    /// @throws ProblemException if there is a model already, or a training with other settings
    void claim(String settings) throws ProblemException {
        Path file = folder.resolve(SETTINGS);
        Path out = folder.resolveSibling("");
        if (!checkpoint().exists() && Files.exists(out.resolve("config.json"))) {
            throw taken(out, TEXTS.get("taken.model"));
        }
        try {
            if (checkpoint().exists() && !holds(settings)) {
                throw taken(out, TEXTS.get("taken.training", file));
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
        WholeFile.writeInNewFolder(file, settings);
    }

    /// {@return whether the training that was begun has these settings}
    boolean holds(String settings) throws IOException {
        Path file = folder.resolve(SETTINGS);
        return Files.exists(file) && Files.readString(file).equals(settings);
    }

    private static ProblemException taken(Path out, String reason) {
        return new ProblemException(new Problem.BadInput(out.toString(), reason));
    }

    /// Keeps weights as those of the best step. Those of an earlier one stay until [#saved].
    ///
    /// @throws ProblemException if they cannot be written
    void keepBest(int step, List<FloatTensor> weights) throws ProblemException {
        WholeFile.write(best(step), file -> SafetensorsWriter.write(file, weights));
    }

    private Path best(int step) {
        return folder.resolve("%s%d.safetensors".formatted(BEST, step));
    }

    /// Forgets the best weights but one: a checkpoint is written from which that is known.
    ///
    /// @throws ProblemException if a file cannot be deleted
    void saved(int bestStep) throws ProblemException {
        delete(file -> file.startsWith(BEST) && !best(bestStep).endsWith(file));
    }

    /// {@return the weights of the best step}
    ///
    /// @throws ProblemException if they cannot be read
    List<FloatTensor> readBest(int step) throws ProblemException {
        try (SafetensorsFile source = SafetensorsFile.open(best(step))) {
            return source.tensors().values().stream()
                    .sorted(Comparator.comparing(TensorEntry::begin)) // as they were written
                    .map(each -> FloatTensor.adopt(
                            each.name(), each.shape(), source.bytes(each).toArray(FLOAT)))
                    .toList();
        }
    }

    /// Forgets what only a training that goes on needs.
    ///
    /// @throws ProblemException if a file cannot be deleted
    void tidy() throws ProblemException {
        delete(file -> file.startsWith(BEST) || file.equals(CHECKPOINT) || file.equals("tokenizer.json"));
    }

    /// Forgets all of a training that was begun.
    ///
    /// @throws ProblemException if a file cannot be deleted
    void forget() throws ProblemException {
        tidy();
        delete(file -> file.equals(SETTINGS) || CourseRecord.TABLES.contains(file));
    }

    private void delete(Predicate<String> names) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> names.test(String.valueOf(each.getFileName())))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnwritableFile(folder, WholeFile.reason(e)), e);
        }
    }
}
