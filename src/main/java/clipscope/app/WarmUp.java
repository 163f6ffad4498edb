package clipscope.app;

import clipscope.clip.ClipModel;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import java.util.List;
import java.util.Optional;

/// Shows each newly opened model a grey pixel while nobody waits. The image tower is bound and made fast by
/// its first picture, which would take a second, in which the window has many others to draw.
///
/// **Thread:** Confined to the JavaFX thread; computes on the inference thread, after all that waits there.
final class WarmUp {

    private static final byte GREY = 127;

    private final Desk desk;
    private Optional<ClipModel> shown = Optional.empty();

    private WarmUp(Desk desk) {
        this.desk = desk;
    }

    /// Does so from now on.
    static void follow(Desk desk) {
        WarmUp warmUp = new WarmUp(desk);
        desk.session().onChange(change -> {
            if (change instanceof SessionChange.Model && !desk.slot().model().equals(warmUp.shown)) {
                warmUp.shown = desk.slot().model();
                warmUp.shown.ifPresent(warmUp::show);
            }
        });
    }

    /// What goes wrong here goes wrong with the first picture too, which says so.
    private void show(ClipModel model) {
        PixelImage pixel = PixelImage.adopt(1, 1, new byte[] {GREY, GREY, GREY});
        var _ = desk.runners()
                .bulk()
                .<FloatMatrix>submit(_ -> model.encodeImages(List.of(model.preprocess(pixel))), _ -> {});
    }
}
