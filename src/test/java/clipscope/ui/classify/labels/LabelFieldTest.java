package clipscope.ui.classify.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.ui.fx.FxTest;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;

@FxTest
class LabelFieldTest {

    private final LabelField field = new LabelField();

    @Test
    void aPastedListKeepsItsLabelsApart() {
        field.setText("a,");
        field.end();
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, "red circle\r\nblue square,\n\n dog \n"));

        field.paste();

        assertEquals("a,red circle, blue square, dog", field.getText());
        assertEquals(field.getLength(), field.getCaretPosition());
    }

    @Test
    void aPastedListOfStringsKeepsItsCommas() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "['cat', 'crane, a bird']"));

        field.paste();

        assertEquals("cat, \"crane, a bird\"", field.getText());
    }

    @Test
    void whatIsTypedStaysAsItIs() {
        for (String key : List.of("red ", " ", ",", "circle ")) {
            field.replaceSelection(key);
        }

        assertEquals("red  ,circle ", field.getText());
    }
}
