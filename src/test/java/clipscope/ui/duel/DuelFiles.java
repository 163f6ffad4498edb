package clipscope.ui.duel;

import clipscope.image.ImageSource;
import clipscope.session.desk.Desks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A duel over many images, and the files that it is written to.
public final class DuelFiles {

    private final Duels duels;

    /// @param folder in which there are no models
    public DuelFiles(Path folder, int images) {
        duels = new Duels(folder);
        duels.model.setVisible(true);
        List<ImageSource> sources = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            sources.add(Desks.picture("picture %d.png".formatted(i), i % 256, i / 256 % 256, 7));
        }
        duels.desk.session().addImages(sources);
        duels.desk.session().setLabels(List.of("red", "blue"));
        duels.model.choose(Duels.RIGHT);
        duels.tasks.runAll();
    }

    /// {@return what the window says afterwards}
    public String images(Path file) {
        return write(DuelExport.Part.IMAGES, file);
    }

    /// {@return what the window says afterwards}
    public String prompts(Path file) {
        return write(DuelExport.Part.PROMPTS, file);
    }

    private String write(DuelExport.Part part, Path file) {
        duels.model.export().csv(part, file);
        duels.tasks.runAll();
        return duels.model.export().noteProperty().get();
    }
}
