package clipscope.ui.shell.guide;

import clipscope.image.Evenness;
import clipscope.session.ImageState;
import clipscope.session.SessionChange;
import clipscope.session.desk.Desk;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Whether the image looked at is likely a photograph, which the bundled model knows nothing of.
///
/// **Thread:** Confined to the JavaFX thread.
public final class PhotographViewModel {

    private final Desk desk;
    private final BooleanSupplier bundledInUse;
    private final ReadOnlyBooleanWrapper told = new ReadOnlyBooleanWrapper();
    private boolean dismissed;

    public PhotographViewModel(Desk desk, BooleanSupplier bundledInUse) {
        this.desk = desk;
        this.bundledInUse = bundledInUse;
        desk.session().onChange(this::follow);
    }

    /// {@return whether the person is to be told}
    public ReadOnlyBooleanProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Does not tell it again.
    public void dismiss() {
        dismissed = true;
        told.set(false);
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Selection _, SessionChange.Image _, SessionChange.Model _ ->
                told.set(!dismissed && bundledInUse.getAsBoolean() && photographShown());
            case SessionChange.Images _,
                    SessionChange.Encoded _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _ -> {}
        }
    }

    private boolean photographShown() {
        return desk.session()
                .selected()
                .map(desk.session()::state)
                .filter(state ->
                        state instanceof ImageState.Decoded decoded && decoded.evenness() < Evenness.OF_PHOTOGRAPHS)
                .isPresent();
    }
}
