package clipscope.ui.train.course;

import clipscope.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.chart.ValueAxis;

/// An axis from zero to an end that is always told, with about five round numbers between.
///
/// JavaFX's own axis loses its last number in some sizes of the window: rounding puts it a hair beyond the
/// end, and what is beyond is not shown.
///
/// **Thread:** Confined to the JavaFX thread.
final class CurveAxis extends ValueAxis<Number> {

    private static final Texts TEXTS = Texts.beside(CurveAxis.class);

    private static final double PARTS = 1e6; // of a pixel

    private final double finest;

    private record Range(double end) {}

    /// @param finest the least distance of two numbers: 1 if fractions mean nothing
    CurveAxis(double finest) {
        super(0, 1);
        this.finest = finest;
        setAnimated(false);
        setMinorTickVisible(false);
    }

    /// Ends the axis at a number.
    ///
    /// @param end above zero
    void endAt(double end) {
        setUpperBound(end);
    }

    /// Ends the axis at the next round number.
    ///
    /// @param value above zero
    void reach(double value) {
        double tick = tick(value);
        endAt(tick * Math.ceil(value / tick));
    }

    /// {@return 1, 2 or 5 times a power of ten: about five ticks}
    private double tick(double end) {
        double rough = Math.max(finest, end / 5);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }

    @Override
    public double getDisplayPosition(Number value) {
        return Math.rint(super.getDisplayPosition(value) * PARTS) / PARTS;
    }

    @Override
    protected List<Number> calculateTickValues(double length, Object range) {
        double end = ((Range) range).end();
        double tick = tick(end);
        List<Number> ticks = new ArrayList<>();
        for (int i = 0; i * tick < end - tick / 2; i++) {
            ticks.add(i * tick);
        }
        ticks.add(end);
        return ticks;
    }

    @Override
    protected List<Number> calculateMinorTickMarks() {
        return List.of();
    }

    @Override
    protected String getTickMarkLabel(Number value) {
        int decimals = (int) -Math.floor(Math.log10(tick(getUpperBound())));
        return decimals > 0
                ? String.format(Locale.ROOT, "%." + decimals + "f", value.doubleValue())
                : TEXTS.get("axis.number", Math.round(value.doubleValue()));
    }

    @Override
    protected Object getRange() {
        return new Range(getUpperBound());
    }

    @Override
    protected void setRange(Object range, boolean animate) {
        endAt(((Range) range).end());
    }
}
