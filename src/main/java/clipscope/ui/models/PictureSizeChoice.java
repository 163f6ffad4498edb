package clipscope.ui.models;

import clipscope.clip.PictureSize;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/// The size of the pictures that the model in use is given, to be chosen.
///
/// **Thread:** Confined to the JavaFX thread.
final class PictureSizeChoice {

    private final ComboBox<Integer> box = new ComboBox<>();

    /// @param onChoice called with pixels along a side when the person chose another size
    PictureSizeChoice(PictureSize picture, IntConsumer onChoice) {
        box.setId("models-picture-size");
        box.getItems().setAll(picture.choices());
        box.setValue(picture.used());
        box.setConverter(new Wording(picture));
        box.setAccessibleText("Size of the pictures the model is given");
        box.setTooltip(new Tooltip(
                ("Patches are %d pixels wide. A larger picture has more of them, so that the model looks closer; its"
                                + " position embeddings are resized, which it was not trained for. All pictures are"
                                + " encoded again.")
                        .formatted(picture.patch())));
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
            String pixels = "%1$d × %1$d pixels".formatted(size);
            return size == picture.trained()
                    ? "%s, as trained".formatted(pixels)
                    : "%s, %.2g times the patches".formatted(pixels, picture.patchesOfTrained(size));
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }
}
