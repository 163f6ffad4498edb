package clipscope.ui.grid.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.session.Frozen;
import clipscope.ui.grid.table.GridChoice;
import clipscope.ui.grid.table.GridOrder;
import clipscope.ui.grid.table.GridTable;
import clipscope.ui.grid.table.Tables;
import clipscope.ui.heatmap.ColorScale;
import clipscope.ui.heatmap.HeatMapLegend;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The table has four rows and three columns; each test reads the drawing back as XML.
class GridSvgTest {

    private static final List<String> NAMES = List.of("one.png", "two.png", "three.png", "four.png");

    @Test
    void thereIsACellForEachPairAndANumberInThoseThatHaveOne() throws Exception {
        Document drawing = drawing(Frozen.NOTHING, NAMES);

        assertEquals(1 + 4 * 3 + 41, all(drawing, "rect").size(), "and the paper, and the steps of the legend");
        assertEquals(
                4 + 3 + 6 + 2,
                all(drawing, "text").size(),
                "names, labels, three images that are encoded with two labels, the ends of the legend");
        assertEquals(List.of(), all(drawing, "line"));
    }

    @Test
    void theLegendSaysBelowTheCellsWhatTheColoursStandFor() throws Exception {
        Document drawing = drawing(Frozen.NOTHING, NAMES);
        List<Element> bar = all(drawing, "rect").subList(13, 54);
        List<Element> texts = all(drawing, "text");
        Element lowest = texts.get(texts.size() - 2);
        Element highest = texts.getLast();

        assertEquals("≤ -0.1", lowest.getTextContent());
        assertEquals("0.5 cosine", highest.getTextContent());
        assertEquals("#440154", bar.getFirst().getAttribute("fill"), "the ends of viridis, as published");
        assertEquals("#fde725", bar.getLast().getAttribute("fill"));
        assertTrue(number(bar.getFirst(), "y") > end(all(drawing, "rect").get(12), "y", "height"));
        assertTrue(number(lowest, "x") < number(bar.getFirst(), "x"), "to the left of the bar, ending there");
        assertEquals("end", lowest.getAttribute("text-anchor"));
        assertTrue(number(highest, "x") > end(bar.getLast(), "x", "width"));
        Element whole = drawing.getDocumentElement();
        assertTrue(end(bar.getLast(), "y", "height") < number(whole, "height"));
        assertTrue(number(highest, "x") + 100 < number(whole, "width"), "room for its words");
    }

    @Test
    void theWholeNameOfAnImageIsThereWhereThePointerRests() throws Exception {
        Document drawing = drawing(Frozen.NOTHING, NAMES);

        assertEquals(
                IntStream.range(0, 4)
                        .mapToObj(r -> Tables.table(GridChoice.FIRST, Tables.SCORES)
                                .source(r)
                                .name())
                        .toList(),
                all(drawing, "title").stream().map(Element::getTextContent).toList());
    }

    @Test
    void linesStandInTheGapsBehindWhatIsFrozen() throws Exception {
        Document drawing = drawing(new Frozen(List.of(Tables.SECOND), List.of("x", "y")), NAMES);
        List<Element> cells = all(drawing, "rect").subList(1, 13); // row by row
        List<Element> lines = all(drawing, "line");

        assertEquals(4, lines.size(), "each with its ground");
        for (Element upright : lines.subList(0, 2)) {
            assertEquals(upright.getAttribute("x1"), upright.getAttribute("x2"));
            assertEquals(0, number(upright, "y1"), "the heads too");
            assertEquals(end(cells.get(11), "y", "height"), number(upright, "y2"));
            assertBetween(end(cells.get(1), "x", "width"), number(upright, "x1"), number(cells.get(2), "x"));
        }
        for (Element level : lines.subList(2, 4)) {
            assertEquals(level.getAttribute("y1"), level.getAttribute("y2"));
            assertEquals(0, number(level, "x1"));
            assertEquals(end(cells.get(11), "x", "width"), number(level, "x2"));
            assertBetween(end(cells.get(0), "y", "height"), number(level, "y1"), number(cells.get(3), "y"));
        }
    }

    @Test
    void whatXmlCannotSayIsLeftOutAndLongNamesAreCut() throws Exception {
        Document drawing =
                drawing(Frozen.NOTHING, List.of("<a> & \"b\"\u0001", "\ud83d\ude00 \ud83d", "x".repeat(40), "four"));

        List<String> texts =
                all(drawing, "text").stream().map(Element::getTextContent).toList();
        assertTrue(texts.containsAll(List.of("<a> & \"b\"", "\ud83d\ude00 ", "x".repeat(29) + "…")), texts::toString);
    }

    private static Document drawing(Frozen frozen, List<String> names) throws Exception {
        GridTable table = Tables.table(GridChoice.FIRST.withOrder(GridOrder.FIRST.withFrozen(frozen)), Tables.SCORES);
        StringBuilder out = new StringBuilder();
        GridSvg.write(table, names, new HeatMapLegend.Words("≤ -0.1", "0.5", "cosine", ColorScale.VIRIDIS), out);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document drawing, String name) {
        NodeList found = drawing.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static int end(Element cell, String start, String length) {
        return Stream.of(start, length).mapToInt(name -> number(cell, name)).sum();
    }

    private static void assertBetween(int least, int value, int most) {
        assertTrue(least <= value && value <= most, value + " in [" + least + ", " + most + "]");
    }
}
