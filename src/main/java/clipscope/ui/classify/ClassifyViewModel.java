package clipscope.ui.classify;

import clipscope.session.desk.Desk;
import clipscope.ui.classify.labels.LabelsViewModel;
import clipscope.ui.classify.scores.ScoresViewModel;
import clipscope.ui.classify.sets.LabelFiles;
import clipscope.ui.classify.sets.LabelSetsViewModel;

/// The workspace for one image at a time: the picture, the labels with their bars, and all images in a row.
///
/// **Thread:** Confined to the JavaFX thread.
public final class ClassifyViewModel {

    private final PictureViewModel picture;
    private final LabelsViewModel labels;
    private final ScoresViewModel scores;
    private final LabelSetsViewModel sets;
    private final FilmstripViewModel filmstrip;

    /// @param chooseImages lets the person choose files to add
    /// @param files where label lists come from and go to
    public ClassifyViewModel(Desk desk, Runnable chooseImages, LabelFiles files) {
        this.picture = new PictureViewModel(desk);
        this.labels = new LabelsViewModel(desk);
        this.scores = new ScoresViewModel(desk);
        this.sets = new LabelSetsViewModel(desk, files);
        this.filmstrip = new FilmstripViewModel(desk, chooseImages);
    }

    public PictureViewModel picture() {
        return picture;
    }

    public LabelsViewModel labels() {
        return labels;
    }

    public ScoresViewModel scores() {
        return scores;
    }

    public LabelSetsViewModel sets() {
        return sets;
    }

    public FilmstripViewModel filmstrip() {
        return filmstrip;
    }
}
