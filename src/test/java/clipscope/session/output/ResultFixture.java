package clipscope.session.output;

import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A session with pictures in files and labels, on the double of a model.
final class ResultFixture {

    final Desks desks = new Desks();
    final Desk desk = desks.desk();

    ResultFixture() {
        desks.open();
    }

    /// {@return a file with one red pixel}
    static ImageSource.OfFile red(Path file) throws IOException {
        PngWriter.write(PixelImage.adopt(1, 1, new byte[] {(byte) 255, 0, 0}), file);
        return new ImageSource.OfFile(file);
    }

    void show(List<? extends ImageSource> images, String... labels) {
        desk.session().addImages(List.copyOf(images));
        desk.session().setLabels(List.of(labels));
        desks.tasks().runAll();
    }

    SessionResult result() {
        return SessionResult.of(desk).orElseThrow();
    }
}
