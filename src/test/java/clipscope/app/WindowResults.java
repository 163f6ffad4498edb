package clipscope.app;

import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desks;
import clipscope.ui.duel.DuelFiles;
import clipscope.ui.grid.GridFiles;
import clipscope.ui.shell.session.ResultsViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// The results that a person takes out of the window, as files.
///
/// @param folder where they go
record WindowResults(Path folder) {

    private static final int IMAGES = 400;

    List<WrittenFiles.Kind> all() {
        return List.of(
                WrittenFiles.Kind.of("grid.csv", n -> new GridFiles(IMAGES * n).csv(folder.resolve("grid.csv"))),
                WrittenFiles.Kind.of("grid.json", n -> new GridFiles(IMAGES * n).json(folder.resolve("grid.json"))),
                WrittenFiles.Kind.of("grid.npy", n -> new GridFiles(IMAGES * n).npy(folder.resolve("grid.npy"))),
                WrittenFiles.Kind.of("grid.svg", n -> new GridFiles(IMAGES * n).svg(folder.resolve("grid.svg"))),
                WrittenFiles.Kind.of("grid.png", n -> new GridFiles(1).png(noise(100 * n), folder.resolve("grid.png"))),
                WrittenFiles.Kind.of("report", n -> report(n, folder.resolve("report.html"))),
                WrittenFiles.Kind.of(
                        "duel's images",
                        n -> duel(new DuelFiles(folder.resolve("none"), IMAGES * n)
                                .images(folder.resolve("duel-images.csv")))),
                WrittenFiles.Kind.of(
                        "duel's prompts",
                        n -> duel(
                                new DuelFiles(folder.resolve("none"), n).prompts(folder.resolve("duel-prompts.csv")))));
    }

    /// As large as a file of it can be: nothing in it can be told beforehand.
    private static PixelImage noise(int side) {
        byte[] rgb = new byte[3 * side * side];
        new Random(side).nextBytes(rgb);
        return PixelImage.adopt(side, side, rgb);
    }

    private static void report(int number, Path file) throws ProblemException {
        Desks desks = new Desks();
        List<Problem> problems = new ArrayList<>();
        ResultsViewModel results = new ResultsViewModel(desks.desk(), problems::add, () -> {});
        desks.open();
        desks.desk()
                .session()
                .addImages(IntStream.range(0, 100 * number)
                        .<ImageSource>mapToObj(i -> Desks.red("picture " + i))
                        .toList());
        desks.desk().session().setLabels(List.of("red", "blue"));
        desks.tasks().runAll();

        results.report(file);
        desks.tasks().runAll();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.getFirst());
        }
    }

    private static void duel(String said) throws WrittenFiles.Refused {
        if (!said.startsWith("Wrote ")) {
            throw new WrittenFiles.Refused(said);
        }
    }
}
