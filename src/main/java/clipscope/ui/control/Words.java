package clipscope.ui.control;

import clipscope.language.Texts;
import java.time.Duration;

/// Counts and times as the window says them.
public final class Words {

    private static final Texts TEXTS = Texts.beside(Words.class);

    private Words() {}

    /// {@return "1 image", "1,284 images"}
    public static String count(long number, String one, String many) {
        return "%,d %s".formatted(number, number == 1 ? one : many);
    }

    /// {@return a number a second with two digits that mean something: "109", "9.5", "0.3"}
    public static String rate(double perSecond) {
        return perSecond < 9.95 ? "%.1f".formatted(perSecond) : "%,.0f".formatted(perSecond);
    }

    /// {@return "7 s left", "3 min left", "1 h 20 min left"}
    public static String left(Duration time) {
        return TEXTS.get("left", time(time));
    }

    /// {@return "7 s", "3 min", "1 h 20 min"}
    public static String time(Duration time) {
        long seconds = Math.max(1, Math.ceilDiv(time.toMillis(), 1000));
        if (seconds < 90) {
            return TEXTS.get("time.seconds", seconds);
        }
        long minutes = Math.ceilDiv(seconds, 60);
        return minutes < 60 ? TEXTS.get("time.minutes", minutes) : TEXTS.get("time.hours", minutes / 60, minutes % 60);
    }
}
