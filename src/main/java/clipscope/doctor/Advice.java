package clipscope.doctor;

import clipscope.clip.Device;
import clipscope.clip.EngineFacts;
import clipscope.clip.MachineSpeed;
import clipscope.clip.Precision;
import clipscope.language.Texts;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// Why a model computes as it does and not better, in words.
final class Advice {

    private static final Texts TEXTS = Texts.beside(Advice.class);

    private final Diagnosis diagnosis;

    Advice(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    /// {@return why on this device}
    String device(ModelInUse model) {
        if (model.computed().device() != Device.CPU) {
            return TEXTS.get("device.card");
        }
        if (model.asked().device() == Device.CPU) {
            return TEXTS.get("device.asked");
        }
        return noCard();
    }

    /// {@return why no graphics card is used}
    private String noCard() {
        boolean nvidia = diagnosis.machine().cards().stream().anyMatch(GraphicsCard::nvidia);
        if (nvidia) {
            return ownWords()
                    .map(words -> TEXTS.get(buildForCards() ? "card.unusable" : "card.unused.because", words))
                    .orElseGet(() -> TEXTS.get("card.unused"));
        }
        return diagnosis.machine().cards().isEmpty() ? TEXTS.get("card.none") : TEXTS.get("card.other");
    }

    private boolean buildForCards() {
        return diagnosis.engine() instanceof Diagnosis.Engine.Running(EngineFacts facts) && facts.buildForCards();
    }

    /// {@return what PyTorch says of why it has no card of NVIDIA's, in its own words}
    private Optional<String> ownWords() {
        return diagnosis.engine() instanceof Diagnosis.Engine.Running(EngineFacts facts)
                ? Optional.ofNullable(facts.obstacles().get(Device.CUDA))
                : Optional.empty();
    }

    /// {@return why in this precision}
    static String precision(ModelInUse model) {
        boolean chosen =
                model.computed().precision() == Precision.BF16 && model.asked().precision() == Precision.AUTO;
        return chosen
                ? TEXTS.get("precision.chosen", model.computed().reason())
                : model.computed().reason();
    }

    /// {@return what a processor makes of bf16}
    static String bf16(Set<ProcessorFeature> features) {
        return Collections.disjoint(features, ProcessorFeature.FOR_BF16)
                ? TEXTS.get("bf16.slow")
                : TEXTS.get("bf16.fast");
    }

    /// {@return what was measured of matrix products}
    static String speed(MachineSpeed speed) {
        return TEXTS.get("speed.measured", Math.round(speed.fp32() / 1e9), Math.round(speed.bf16() / 1e9));
    }
}
