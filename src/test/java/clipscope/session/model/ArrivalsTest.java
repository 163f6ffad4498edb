package clipscope.session.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.json model.safetensors",
                "config.json pytorch_model.bin cat.png",
                "config.json model.safetensors.index.json model-00001-of-00002.safetensors",
                "open_clip_config.json"
            })
    void aFolderOfAModelIsAModel(String names) throws IOException {
        write(names);

        assertEquals(new Arrivals(List.of(folder), List.of()), Arrivals.sorted(List.of(folder)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat.png dog.jpg", "config.json cat.png", "model.safetensors cat.png", "notes.txt"})
    void anotherFolderMayHoldPictures(String names) throws IOException {
        write(names);

        assertEquals(new Arrivals(List.of(), List.of(folder)), Arrivals.sorted(List.of(folder)));
    }

    @Test
    void filesAreToldApartByTheirNamesAndKeepTheirOrder() {
        Path archive = Path.of("ViT-B-32.pt");
        Path weights = Path.of("some", "MODEL.SAFETENSORS");
        Path config = Path.of("some", "config.json");
        Path cat = Path.of("cat.png");
        Path notes = Path.of("notes.json");

        assertEquals(
                new Arrivals(List.of(weights, archive, config), List.of(cat, notes)),
                Arrivals.sorted(List.of(weights, cat, archive, notes, config)));
    }

    @Test
    void whoAsksForPicturesGetsThemWhateverTheyAreCalled() {
        List<Path> paths = List.of(Path.of("ViT-B-32.pt"), Path.of("cat.png"));

        assertEquals(new Arrivals(List.of(), paths), Arrivals.picturesOnly(paths));
    }

    private void write(String names) throws IOException {
        for (String name : names.split(" ", -1)) {
            Files.writeString(folder.resolve(name), "");
        }
    }
}
