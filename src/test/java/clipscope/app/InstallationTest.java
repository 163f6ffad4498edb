package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.session.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path home;

    @Test
    void samplesAreInTheOrderOfTheirNumbersAndCalledWhatTheyShow() throws IOException {
        Path folder =
                Files.createDirectories(new Installation(home).bundledModel().resolve("samples"));
        for (String name : List.of("02-red-square-and-blue-circle.png", "01-white-arrow.png", "README.md")) {
            Files.writeString(folder.resolve(name), "");
        }

        Example samples = new Installation(home).samples();

        assertEquals(List.of("white arrow", "red square and blue circle"), samples.labels());
        assertEquals(
                List.of("01-white-arrow.png", "02-red-square-and-blue-circle.png"),
                samples.images().stream().map(image -> image.shortName()).toList());
    }

    @Test
    void theProgramWorksWithoutSamples() {
        assertEquals(Example.NONE, new Installation(home).samples());
    }
}
