package clipscope.train.data;

import clipscope.language.Texts;
import java.io.File;
import java.nio.file.Path;

/// What should be known about data before a training starts, in words.
public final class DataProblemText {

    private static final Texts TEXTS = Texts.beside(DataProblemText.class);

    private DataProblemText() {}

    /// {@return the problem in words, without a full stop}
    ///
    /// @param folder that names are told from
    public static String of(DataProblem problem, Path folder) {
        return switch (problem) {
            case DataProblem.Unreadable(Path _, String reason) -> reason.replace(folder + File.separator, "");
            case DataProblem.NoCaption(Path file) -> TEXTS.get("problem.none", name(folder, file));
            case DataProblem.EmptyCaption(Path file) -> TEXTS.get("problem.empty", name(folder, file));
            case DataProblem.NoPicture(Path table, String name) -> TEXTS.get("problem.gone", name(folder, table), name);
            case DataProblem.Duplicate(Path file, Path first) ->
                TEXTS.get("problem.same", name(folder, file), name(folder, first));
            case DataProblem.OnePicture(String label) -> TEXTS.get("problem.one", label);
            case DataProblem.LongCaption(Path file, int dropped) ->
                TEXTS.get("problem.long", name(folder, file), dropped);
        };
    }

    private static String name(Path folder, Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }
}
