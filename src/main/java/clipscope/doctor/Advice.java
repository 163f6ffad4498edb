package clipscope.doctor;

import clipscope.clip.Device;
import clipscope.clip.EngineFacts;
import clipscope.clip.MachineSpeed;
import clipscope.clip.Precision;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// Why a model computes as it does and not better, in words.
final class Advice {

    private final Diagnosis diagnosis;

    Advice(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    /// {@return why on this device}
    String device(ModelInUse model) {
        if (model.computed().device() != Device.CPU) {
            return "the graphics card that PyTorch reports";
        }
        if (model.asked().device() == Device.CPU) {
            return "asked for";
        }
        return noCard();
    }

    /// {@return why no graphics card is used}
    private String noCard() {
        boolean nvidia = diagnosis.machine().cards().stream().anyMatch(GraphicsCard::nvidia);
        String ownWords = diagnosis.engine() instanceof Diagnosis.Engine.Running(EngineFacts facts)
                ? Optional.ofNullable(facts.obstacles().get(Device.CUDA))
                        .map(" (it says: %s)"::formatted)
                        .orElse("")
                : "";
        if (nvidia) {
            return "there is a card of NVIDIA's, but the PyTorch that comes with ClipScope is built for processors alone"
                    + ownWords;
        }
        return diagnosis.machine().cards().isEmpty()
                ? "no graphics card was seen"
                : "PyTorch computes on cards of NVIDIA's and Apple's only, and none was seen";
    }

    /// {@return why in this precision}
    static String precision(ModelInUse model) {
        boolean chosen =
                model.computed().precision() == Precision.BF16 && model.asked().precision() == Precision.AUTO;
        return chosen
                ? "%s; its numbers differ a little from fp32's"
                        .formatted(model.computed().reason())
                : model.computed().reason();
    }

    /// {@return what a processor makes of bf16}
    static String bf16(Set<ProcessorFeature> features) {
        return Collections.disjoint(features, ProcessorFeature.FOR_BF16)
                ? "the processor has no instructions for it, so it is slower than fp32"
                : "the processor has instructions for it";
    }

    /// {@return what was measured of matrix products}
    static String speed(MachineSpeed speed) {
        return "%,.0f GFLOP/s in fp32, %,.0f in bf16".formatted(speed.fp32() / 1e9, speed.bf16() / 1e9);
    }
}
