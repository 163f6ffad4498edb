package clipscope.session.caption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aFirstLineWithNamesSaysWhichColumnsTheyAre() throws Exception {
        Path table = Files.writeString(
                folder.resolve("captions.csv"), "\ufeffCaption,id,file_name\r\na cat,1,a.jpg\r\n a dog ,2,b.jpg");

        assertEquals(List.of(new Caption("a.jpg", "a cat"), new Caption("b.jpg", "a dog")), CaptionFiles.table(table));
    }

    @Test
    void withoutNamesTheyAreTheFirstTwo() {
        assertEquals(List.of(new Caption("a.jpg", "a cat")), CaptionFiles.table("a.jpg\ta cat\n"));
        assertEquals(
                List.of(new Caption("a.jpg", "a cat, asleep")),
                CaptionFiles.table("a.jpg|a cat, asleep|x\n").stream().toList());
    }

    @Test
    void quotedFieldsHoldSeparatorsQuotesAndLineEnds() {
        assertEquals(
                List.of(new Caption("a.jpg", "a \"big\" cat,\nasleep"), new Caption("b.jpg", "x")),
                CaptionFiles.table("a.jpg,\"a \"\"big\"\" cat,\nasleep\"\nb.jpg,x"));
    }

    @Test
    void linesWithoutFileOrSentenceAreLeftOut() {
        assertEquals(List.of(), CaptionFiles.table(""));
        assertEquals(List.of(new Caption("c", "d")), CaptionFiles.table("a.jpg,\n,b\n\nalone\nc,d\n"));
    }

    @Test
    void theTextBesideAnImageHasACaptionInEachLine() throws Exception {
        Files.writeString(folder.resolve("cat.txt"), "a cat\n\n an animal \n");

        assertEquals(List.of("a cat", "an animal"), CaptionFiles.beside(folder.resolve("cat.jpg")));
        assertEquals(List.of(), CaptionFiles.beside(folder.resolve("dog.jpg")));
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        ProblemException e = assertThrows(ProblemException.class, () -> CaptionFiles.table(file));

        assertEquals(new Problem.UnreadableFile(file, "it is not text in UTF-8"), e.problem());
    }

    @Test
    void aTableThatIsNotThereIsMissing() {
        Path none = folder.resolve("none.csv");

        ProblemException e = assertThrows(ProblemException.class, () -> CaptionFiles.table(none));

        assertEquals(new Problem.MissingFile(none), e.problem());
    }
}
