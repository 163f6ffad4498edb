package clipscope.train.own;

import clipscope.clip.weights.SafetensorsWriter.Storage;
import clipscope.file.ReadFault;
import clipscope.file.WholeFile;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.train.ModelFolder;
import clipscope.train.data.Example;
import clipscope.train.data.PairData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Makes a model folder of what a training has kept.
///
/// **Thread:** Confined to the thread that learned.
record Result(OwnPlan plan, WorkFolder work, Foundation foundation, CaptionIds ids) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Writes the best that was seen, its words and its card.
    ///
    /// @throws ProblemException if a file cannot be read or written
    CourseEnd.Model write(PairData data, CourseRecord records) throws ProblemException {
        int best = records.bestStep();
        ModelFolder model = new ModelFolder(plan.out());
        if (plan.start() instanceof Start.FromNothing || foundation.words().isPresent()) {
            model.writeWords(words(data));
        }
        WholeFile.write(
                work.folder().resolve("curves.svg"),
                CurveChart.of(records, plan.method().steps()));
        WholeFile.write(plan.out().resolve("README.md"), new TrainingCard(plan, foundation, data, records).text());
        ModelFolder.Content content = new ModelFolder.Content(
                foundation.shape(),
                foundation.preprocessing(),
                foundation.tokenizer(),
                ids.startToken(),
                ids.endToken(),
                work.readBest(best));
        model.write(content, Storage.F32);
        work.tidy();
        return new CourseEnd.Model(plan.out(), best, records.at(0), records.at(best));
    }

    /// {@return those that were met in this training or before it}
    private List<String> words(PairData data) throws ProblemException {
        TreeSet<String> words = new TreeSet<>();
        if (foundation.words().isPresent()) {
            Path known = foundation.words().get();
            try {
                words.addAll(Files.readAllLines(known));
            } catch (IOException e) {
                throw new ProblemException(new Problem.UnreadableFile(known, ReadFault.reason(e)), e);
            }
        }
        for (Example example : data.training()) {
            for (String caption : example.captions()) {
                BETWEEN_WORDS
                        .splitAsStream(caption)
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .forEach(words::add);
            }
        }
        return List.copyOf(words);
    }
}
