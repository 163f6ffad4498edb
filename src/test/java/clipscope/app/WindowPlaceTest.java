package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clipscope.settings.WindowSettings.Corner;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// A frame takes 4 pixels in width and 48 in height.
class WindowPlaceTest {

    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1280, 800);
    private static final Rectangle2D RIGHT = new Rectangle2D(1280, 0, 1920, 1080);

    private static Rectangle2D fit(double x, double y, double width, double height, Rectangle2D... screens) {
        return WindowPlace.fit(width, height, Optional.of(new Corner(x, y)), List.of(screens));
    }

    @Test
    void aWindowOnTheSecondScreenStaysThere() {
        assertEquals(new Rectangle2D(1500, 60, 1000, 700), fit(1500, 60, 1000, 700, LEFT, RIGHT));
    }

    @Test
    void soDoesOneThatIsOnBoth() {
        assertEquals(new Rectangle2D(900, 40, 1000, 700), fit(900, 40, 1000, 700, LEFT, RIGHT));
    }

    @Test
    void screensOnTheLeftHaveNegativePlaces() {
        Rectangle2D other = new Rectangle2D(-1920, -200, 1920, 1080);
        assertEquals(new Rectangle2D(-1800, -100, 1000, 700), fit(-1800, -100, 1000, 700, LEFT, other));
    }

    @Test
    void withoutTheSecondScreenItIsInTheMiddleOfTheFirst() {
        assertEquals(new Rectangle2D(138, 26, 1000, 700), fit(1500, 60, 1000, 700, LEFT));
    }

    @Test
    void andNotLargerThanThat() {
        assertEquals(new Rectangle2D(0, 0, 1276, 752), fit(1500, 60, 1800, 1000, LEFT));
    }

    @Test
    void oneThatWasPartlyOnALostScreenMovesBackOntoTheOther() {
        assertEquals(new Rectangle2D(276, 40, 1000, 700), fit(900, 40, 1000, 700, LEFT));
    }

    @Test
    void aTitleAboveTheScreenCanBeReachedAgain() {
        assertEquals(new Rectangle2D(100, 0, 1000, 700), fit(100, -30, 1000, 700, LEFT));
    }

    @Test
    void aSmallerScreenMakesItSmaller() {
        assertEquals(new Rectangle2D(0, 0, 1276, 752), fit(200, 100, 1800, 1000, LEFT));
    }

    /// Else its title bar would be above the screen: 4 and 48 pixels are the frame's.
    @Test
    void theFirstStartLeavesRoomForTheFrameEvenIfTheWindowIsAsLargeAsTheScreen() {
        assertEquals(
                new Rectangle2D(0, 0, 1276, 752),
                WindowPlace.fit(LEFT.getWidth(), LEFT.getHeight(), Optional.empty(), List.of(LEFT)));
    }

    @Test
    void theFirstStartFitsTheFirstScreen() {
        assertEquals(
                new Rectangle2D(0, 0, 1276, 752), WindowPlace.fit(1400, 900, Optional.empty(), List.of(LEFT, RIGHT)));
    }

    @Test
    void aWindowMayAlwaysBeAsSmallAsTheSmallestScreen() {
        assertEquals(new Dimension2D(960, 560), WindowPlace.least(List.of(LEFT)));
        Rectangle2D doubled = new Rectangle2D(1280, 0, 700, 450); // 1400 × 900 pixels, everything twice as large
        assertEquals(new Dimension2D(700, 450), WindowPlace.least(List.of(LEFT, doubled)));
        Rectangle2D low = new Rectangle2D(0, 0, 1366, 500);
        assertEquals(new Dimension2D(960, 500), WindowPlace.least(List.of(low)));
    }
}
