package clipscope.session.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.session.desk.Desks;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final ZonedDateTime WHEN = ZonedDateTime.of(2026, 11, 28, 9, 30, 0, 0, ZoneOffset.UTC);
    private static final PixelImage PIXEL = PixelImage.adopt(1, 1, new byte[3]);

    private final ResultFixture fixture = new ResultFixture();
    private final List<Integer> done = new ArrayList<>();

    @Test
    void everyImageHasItsPictureAndItsLabelsTheBestFirst() throws IOException {
        fixture.show(List.of(Desks.red("one"), Desks.blue("two")), "blue", "red");

        String page = page(_ -> PIXEL);

        assertEquals(2, occurrences(page, "<article>"));
        assertEquals(2, occurrences(page, "src=\"data:image/jpeg;base64,"));
        String first = page.substring(page.indexOf(">one<"), page.indexOf(">two<"));
        assertTrue(first.indexOf("<th>red</th>") < first.indexOf("<th>blue</th>"), first);
        assertTrue(first.contains("<td>1.0000</td>"), "red is red: cosine 1");
        assertTrue(first.contains("<th>label</th><td></td><td>probability</td><td>cosine</td>"), first);
        assertEquals(List.of(1, 2), done);
        assertTrue(page.contains("November 28, 2026"), page);
    }

    @Test
    void namesAndLabelsStayTextWhateverIsInThem() throws IOException {
        fixture.show(
                List.of(Desks.red("<script>alert(1)</script>\" onload=\"x")),
                "red <img src=x onerror=alert(1)>",
                "red");

        String page = page(_ -> PIXEL);

        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img src=x"), page);
        assertFalse(page.contains("\" onload=\""), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x"), page);
    }

    @Test
    void whatHasNoNumbersIsNamedWithItsReason() throws IOException {
        fixture.show(List.of(Desks.red("one"), new ImageSource.OfFile(Path.of("gone.png"))), "red", "giraffe");

        String page = page(_ -> PIXEL);

        assertTrue(page.contains("<li><b>giraffe</b> the model never met giraffe</li>"), page);
        assertTrue(page.contains("<li><b>gone.png</b>"), page);
    }

    @Test
    void aPictureThatIsGoneSinceIsSaidToBe() throws IOException {
        fixture.show(List.of(Desks.red("one")), "red");

        String page = page(_ -> {
            throw new ProblemException(new Problem.MissingFile(Path.of("one")));
        });

        assertTrue(page.contains("The picture cannot be read any more."), page);
        assertTrue(page.contains("<th>red</th>"), "its numbers are still there");
    }

    private String page(HtmlReport.Pictures pictures) throws IOException {
        StringWriter page = new StringWriter();
        new HtmlReport(fixture.result(), pictures).write(page, WHEN, done::add, Cancellation.NEVER);
        return page.toString();
    }

    private static int occurrences(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
