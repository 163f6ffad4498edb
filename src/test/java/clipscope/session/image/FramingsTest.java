package clipscope.session.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.clip.pixels.Framing;
import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.session.desk.Desk;
import clipscope.session.desk.Desks;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramingsTest {

    private final Desks desks = new Desks();
    private final Desk desk = desks.desk();
    private final ImageId halves = desk.session()
            .addImages(List.of(new ImageSource.OfPixels("halves", redAndBlue())))
            .getFirst();

    @Test
    void inTheModelsOwnFramingTheSessionsEmbeddingIsUsed() {
        desks.open();

        assertEquals(Framing.CROP, desk.framings().chosen());
        assertEquals(desk.embeddings().image(halves), desk.framings().embedding(halves));
        assertTrue(desk.framings().current().isEmpty());
    }

    /// The left third of the picture is red, the rest blue; the crop sees the middle third, which is blue.
    @Test
    void squashedTheModelSeesWhatTheCropCutsAway() {
        desks.open();
        Embedding red = Embedding.ofProjection(new float[] {1, 0, 0, 0, 0, 0, 0, 0.1f});
        assertTrue(desk.embeddings().image(halves).orElseThrow().cosine(red) < 0.1);

        desk.framings().choose(Framing.SQUASH);
        assertTrue(desk.framings().embedding(halves).isEmpty()); // on its way
        desks.tasks().runAll();

        // a third red, two thirds blue: (1/3, 0, 2/3) against (1, 0, 0), both with 0.1 at the end
        double cosine = (1 / 3.0 + 0.01) / Math.sqrt((5 / 9.0 + 0.01) * 1.01);
        assertEquals(cosine, desk.framings().embedding(halves).orElseThrow().cosine(red), 0.02);
    }

    @Test
    void anotherImageAndAnotherModelAreFramedAnew() {
        desks.open();
        desk.framings().choose(Framing.FIVE_CROPS);
        desks.tasks().runAll();
        ImageId second = desk.session().addImages(List.of(Desks.red("red"))).getFirst();
        desks.tasks().runAll();

        desk.session().select(second);
        assertTrue(desk.framings().current().isEmpty());
        desks.tasks().runAll();
        assertEquals(second, desk.framings().current().orElseThrow().image());
        assertEquals(5, desk.framings().current().orElseThrow().inputs().size());
        assertTrue(desk.framings().embedding(halves).isEmpty());
    }

    @Test
    void backInTheOwnFramingNothingIsKept() {
        desks.open();
        desk.framings().choose(Framing.PAD);
        desks.tasks().runAll();

        desk.framings().choose(Framing.CROP);
        desks.tasks().runAll();

        assertTrue(desk.framings().current().isEmpty());
        assertTrue(desk.framings().embedding(halves).isPresent());
    }

    private static PixelImage redAndBlue() {
        int width = 90;
        int height = 30;
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            rgb[3 * i + (i % width < width / 3 ? 0 : 2)] = (byte) 255;
        }
        return PixelImage.adopt(width, height, rgb);
    }
}
