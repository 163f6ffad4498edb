package clipscope.ui.models;

import clipscope.clip.PictureSize;
import clipscope.language.Texts;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/// The size of the pictures that the model in use is given, to be chosen.
///
/// **Thread:** Confined to the JavaFX thread.
final class PictureSizeChoice {

    private static final Texts TEXTS = Texts.beside(PictureSizeChoice.class);

    private final ComboBox<Integer> box = new ComboBox<>();

    /// @param onChoice called with pixels along a side when the person chose another size
    PictureSizeChoice(PictureSize picture, IntConsumer onChoice) {
        box.setId("models-picture-size");
        box.setMinWidth(0); // the names of the facts come first
        box.getItems().setAll(picture.choices());
        box.setValue(picture.used());
        box.setConverter(new Wording(picture));
        box.setAccessibleText(TEXTS.get("size.accessible"));
        box.setTooltip(new Tooltip(TEXTS.get("size.tip", picture.patch())));
        box.setOnAction(_ -> {
            if (box.getValue() != picture.used()) {
                onChoice.accept(box.getValue());
            }
        });
    }

    Node node() {
        return box;
    }

    private static final class Wording extends StringConverter<Integer> {

        private final PictureSize picture;

        Wording(PictureSize picture) {
            this.picture = picture;
        }

        @Override
        public String toString(Integer size) {
            String side = Integer.toString(size);
            return size == picture.trained()
                    ? TEXTS.get("size.trained", side)
                    : TEXTS.get("size.other", side, "%.2g".formatted(picture.patchesOfTrained(size)));
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }
}
