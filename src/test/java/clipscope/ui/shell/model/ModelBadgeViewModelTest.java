package clipscope.ui.shell.model;

import static clipscope.ui.shell.ShellFixture.BROKEN;
import static clipscope.ui.shell.ShellFixture.BUNDLED;
import static clipscope.ui.shell.ShellFixture.NO_MODEL;
import static clipscope.ui.shell.ShellFixture.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clipscope.settings.ModelSettings;
import clipscope.ui.shell.ShellFixture;
import clipscope.ui.shell.model.ModelBadgeViewModel.Badge;
import clipscope.ui.shell.model.ModelBadgeViewModel.InUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ModelBadgeViewModelTest {

    private final ShellFixture fixture = new ShellFixture();
    private final ModelBadgeViewModel model = new ModelBadgeViewModel(fixture.desk, BUNDLED, ModelSettings.DEFAULTS);

    @Test
    void aFirstStartOpensTheBundledModel() {
        assertEquals(new Badge.Nothing(), badge());

        model.openLatest();
        assertEquals(new Badge.Loading("fake"), badge());

        fixture.tasks.runAll();
        assertEquals(new Badge.Ready(new InUse("fake", "ViT-B/32 · CPU fp32", BUNDLED)), badge());
        assertTrue(model.bundledInUse());
    }

    @Test
    void theModelOpenedLastIsTheFirstOfTheRecentOnes() {
        open(BUNDLED);
        open(OTHER);

        assertEquals(List.of(OTHER, BUNDLED), model.settingsProperty().get().recent());
        assertEquals(List.of(OTHER), model.recent());
        assertFalse(model.bundledInUse());
    }

    @Test
    void aModelThatCannotBeOpenedLeavesTheOneInUseAndIsNotRemembered() {
        open(BUNDLED);
        open(BROKEN);

        InUse bundled = new InUse("fake", "ViT-B/32 · CPU fp32", BUNDLED);
        assertEquals(new Badge.Failed(BROKEN, NO_MODEL, Optional.of(bundled)), badge());
        assertEquals(List.of(BUNDLED), model.settingsProperty().get().recent());

        model.retry();
        assertEquals(new Badge.Loading("broken"), badge());
    }

    @Test
    void aFailureIsDismissedOnceAndTheNextOneIsShown() {
        open(BROKEN);
        model.dismissFailure();
        assertInstanceOf(Badge.Failed.class, badge()); // there is nothing to work with

        open(BUNDLED);
        open(BROKEN);
        model.dismissFailure();
        model.refresh();
        assertInstanceOf(Badge.Ready.class, badge());

        open(BROKEN);
        assertInstanceOf(Badge.Failed.class, badge());
    }

    @Test
    void aModelOpenedAgainIsGivenPicturesOfTheSizeChosenForItAndAnotherIsNot() {
        open(BUNDLED);

        model.pictureSize(64);
        fixture.tasks.runAll();
        assertEquals(OptionalInt.of(64), asked());

        model.pictureSize(32);
        fixture.tasks.runAll();
        assertEquals(OptionalInt.empty(), asked(), "that of the training need not be asked for");

        model.pictureSize(64);
        fixture.tasks.runAll();
        open(OTHER);
        assertEquals(OptionalInt.empty(), asked());
    }

    private OptionalInt asked() {
        return fixture.desk.slot().computing().orElseThrow().imageSize();
    }

    @Test
    void theMeasuredRateIsShownOnceImagesWereEncoded() {
        open(BUNDLED);
        fixture.step = 2_000_000_000;
        fixture.desk.session().addImages(ShellFixture.pictures(3)); // two, uncounted, then one in two seconds
        fixture.tasks.runAll();
        model.refresh();

        InUse inUse = assertInstanceOf(Badge.Ready.class, badge()).model();
        assertEquals("ViT-B/32 · CPU fp32 · 0.5 images/s", inUse.detail());
    }

    private Badge badge() {
        return model.badgeProperty().get();
    }

    private void open(Path location) {
        model.open(location);
        fixture.tasks.runAll();
    }
}
