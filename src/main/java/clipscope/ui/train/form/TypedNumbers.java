package clipscope.ui.train.form;

import clipscope.train.own.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Steps, batch and learning rate as a person types them.
///
/// **Thread:** Confined to the JavaFX thread.
public final class TypedNumbers {

    private final StringProperty steps = new SimpleStringProperty("");
    private final StringProperty batch = new SimpleStringProperty("");
    private final StringProperty rate = new SimpleStringProperty("");

    public StringProperty stepsProperty() {
        return steps;
    }

    public StringProperty batchProperty() {
        return batch;
    }

    public StringProperty rateProperty() {
        return rate;
    }

    /// Shows what is usual.
    void show(Method usual) {
        steps.set(Integer.toString(usual.steps()));
        batch.set(Integer.toString(usual.batch()));
        rate.set(String.format(Locale.ROOT, "%.0e", usual.rate()).replace("e-0", "e-"));
    }

    /// {@return the method with these numbers, if they are such}
    Optional<Method> into(Method usual) {
        OptionalInt typedSteps = whole(steps.get());
        OptionalInt typedBatch = whole(batch.get());
        OptionalDouble typedRate = real(rate.get());
        if (typedSteps.orElse(0) < 1 || typedBatch.orElse(0) < 2 || !(typedRate.orElse(0) > 0)) {
            return Optional.empty();
        }
        return Optional.of(new Method(
                usual.part(),
                usual.loss(),
                typedSteps.getAsInt(),
                typedBatch.getAsInt(),
                typedRate.getAsDouble(),
                usual.warmUp(),
                usual.curve(),
                usual.decay(),
                usual.products()));
    }

    private static OptionalInt whole(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    private static OptionalDouble real(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
