package clipscope.train.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.image.PngWriter;
import clipscope.image.decode.ImageDecoder;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void textFilesBesideThePicturesAreCaptionsOneEachLine() throws Exception {
        picture("a.png", 1);
        Files.writeString(folder.resolve("a.txt"), "a dog\n\n  a small dog \n");
        picture("deep/b.png", 2);
        Files.writeString(folder.resolve("deep/b.txt"), "a cat");
        picture("c.png", 3);
        Files.writeString(folder.resolve("c.txt"), "Grüße, „日本“ 🦊 \u200b");
        picture("d.png", 4);
        Files.writeString(folder.resolve("d.txt"), "a bird");

        PairData data = read();

        assertEquals(DataForm.SIDECARS, data.form());
        assertEquals(List.of(), data.problems());
        assertEquals(
                "{a.png=[a dog, a small dog], b.png=[a cat], c.png=[Grüße, „日本“ 🦊 \u200b], d.png=[a bird]}",
                captions(data));
    }

    /// RFC 4180: quotes around commas, doubled quotes, line breaks in a field.
    @Test
    void aTableNamesPicturesByPathOrByNameAlone() throws Exception {
        picture("a.png", 1);
        picture("deep/b.png", 2);
        picture("deep/c.png", 3);
        picture("d.png", 4);
        Files.writeString(folder.resolve("captions.csv"), """
                file,caption\r
                a.png,"a dog, sitting"\r
                deep/b.png,"the ""best""\r
                cat"\r
                c.png,a fish\r
                d.png,\r
                d.png,a bird\r
                gone.png,a ghost\r
                """);

        PairData data = read();

        assertEquals(DataForm.TABLE, data.form());
        assertEquals(
                "{a.png=[a dog, sitting], b.png=[the \"best\"\r\ncat], c.png=[a fish], d.png=[a bird]}",
                captions(data));
        assertEquals(
                List.of(
                        new DataProblem.EmptyCaption(folder.resolve("d.png")),
                        new DataProblem.NoPicture(folder.resolve("captions.csv"), "gone.png")),
                data.problems());
    }

    @Test
    void foldersAreLabelsInTemplates() throws Exception {
        for (int i = 0; i < 3; i++) {
            picture("red_fox/%d.png".formatted(i), i);
            picture("owl/%d.png".formatted(i), 10 + i);
        }
        picture("hare/1.png", 20);
        picture("none.png", 21);

        PairData data = read();

        assertEquals(DataForm.FOLDERS, data.form());
        assertEquals(7, data.training().size() + data.heldOut().size());
        assertEquals(
                Set.of(new DataProblem.NoCaption(folder.resolve("none.png")), new DataProblem.OnePicture("hare")),
                Set.copyOf(data.problems()));
        Example fox = all(data).stream()
                .filter(each -> each.file().toString().contains("red_fox"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("a photo of a red fox.", "a picture of a red fox.", "red fox"), fox.captions());
        assertTrue(
                data.heldOut().stream().noneMatch(each -> each.file().toString().contains("hare")),
                "the only picture of a label is learned");
    }

    @Test
    void aPictureThatOccursTwiceIsOneAndNeverInBothParts() throws Exception {
        for (int i = 0; i < 20; i++) {
            picture("%02d.png".formatted(i), i);
            Files.writeString(folder.resolve("%02d.txt".formatted(i)), "picture " + i);
            picture("copy-%02d.png".formatted(i), i);
            Files.writeString(folder.resolve("copy-%02d.txt".formatted(i)), "copy of " + i);
        }

        PairData data = read();

        assertEquals(20, all(data).size());
        assertEquals(20, new HashSet<>(all(data).stream().map(Example::digest).toList()).size());
        assertTrue(data.problems()
                        .contains(new DataProblem.Duplicate(folder.resolve("copy-03.png"), folder.resolve("03.png")))
                || data.problems()
                        .contains(new DataProblem.Duplicate(folder.resolve("03.png"), folder.resolve("copy-03.png"))));
        assertEquals(20, data.problems().size());
        assertTrue(all(data).stream().allMatch(each -> each.captions().size() == 2));
    }

    @Test
    void theSplitDependsOnTheSeedAndThePicturesButNotOnTheirNames() throws Exception {
        for (int i = 0; i < 40; i++) {
            picture("%02d.png".formatted(i), i);
            Files.writeString(folder.resolve("%02d.txt".formatted(i)), "picture " + i);
        }
        Set<String> first = heldOut(read(1));

        assertEquals(8, first.size()); // a tenth, but eight at least
        assertEquals(first, heldOut(read(1)));
        assertTrue(!first.equals(heldOut(read(2))));
        for (int i = 0; i < 40; i++) {
            Files.move(folder.resolve("%02d.png".formatted(i)), folder.resolve("%02d-b.png".formatted(99 - i)));
            Files.move(folder.resolve("%02d.txt".formatted(i)), folder.resolve("%02d-b.txt".formatted(99 - i)));
        }
        assertEquals(first, heldOut(read(1)));
    }

    @Test
    void whatCannotBeUsedIsToldByNameWithItsReason() throws Exception {
        for (int i = 0; i < 5; i++) {
            picture("%d.png".formatted(i), i);
            Files.writeString(folder.resolve("%d.txt".formatted(i)), "picture " + i);
        }
        Files.writeString(folder.resolve("broken.png"), "no picture");
        Files.writeString(folder.resolve("broken.txt"), "a caption");
        picture("empty.png", 6);
        Files.writeString(folder.resolve("empty.txt"), " \n");
        picture("bytes.png", 7);
        Files.write(folder.resolve("bytes.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        picture("bare.png", 8);

        PairData data = read();

        assertEquals(5, all(data).size());
        List<String> words = data.problems().stream()
                .map(each -> DataProblemText.of(each, folder))
                .sorted()
                .toList();
        assertEquals(5, words.size(), words::toString); // one for the text that is none, one for its picture
        assertTrue(words.stream().anyMatch(each -> each.contains("broken.png")), words::toString);
        assertTrue(words.contains("bare.png has no caption"), words::toString);
        assertTrue(words.contains("empty.png has an empty caption"), words::toString);
        assertTrue(words.stream().anyMatch(each -> each.contains("bytes.txt")), words::toString);
    }

    @Test
    void aFolderThatSaysNothingOrTooLittleIsRefusedWithAWayOut() throws Exception {
        assertTrue(reason().contains("no pictures"));
        picture("a.png", 1);
        assertTrue(reason().contains("Put a text file beside each"));
        Files.writeString(folder.resolve("a.txt"), "a dog");
        assertTrue(reason().contains("1 different pictures"));
    }

    @Test
    void foldersOfOnePictureEachAreRefused() throws Exception {
        for (int i = 0; i < 5; i++) {
            picture("label%d/a.png".formatted(i), i);
        }
        assertTrue(reason().contains("it takes two"));
    }

    @Test
    void aFileInPlaceOfAFolderOrNothingIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertInstanceOf(Problem.BadInput.class, problem(file));
        assertInstanceOf(Problem.MissingFile.class, problem(folder.resolve("gone")));
    }

    private String reason() {
        return assertInstanceOf(Problem.BadInput.class, problem(folder)).reason();
    }

    private static Problem problem(Path place) {
        return assertThrows(ProblemException.class, () -> read(place, 1)).problem();
    }

    private PairData read() throws ProblemException {
        return read(1);
    }

    private PairData read(long seed) throws ProblemException {
        return read(folder, seed);
    }

    private static PairData read(Path folder, long seed) throws ProblemException {
        return DataFolder.read(
                folder,
                DataSettings.usual(seed, 32),
                new PictureStore(new ImageDecoder(10), 32, 1 << 20),
                (_, _) -> {},
                Cancellation.NEVER);
    }

    private static List<Example> all(PairData data) {
        List<Example> all = new ArrayList<>(data.training());
        all.addAll(data.heldOut());
        return all;
    }

    private static Set<String> heldOut(PairData data) {
        return data.heldOut().stream().map(Example::digest).collect(Collectors.toSet());
    }

    private static String captions(PairData data) {
        TreeMap<String, List<String>> captions = new TreeMap<>();
        all(data).forEach(each -> captions.put(String.valueOf(each.file().getFileName()), each.captions()));
        return captions.toString();
    }

    private void picture(String name, int seed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        PngWriter.write(DrawnShapes.draw("circle", "red", seed), file);
    }
}
