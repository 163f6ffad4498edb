package clipscope.clip.engine;

import ai.djl.pytorch.jni.IValue;
import clipscope.clip.tower.Activation;
import clipscope.clip.tower.ClipText;
import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.ImageTower;
import clipscope.clip.tower.ResNetVision;
import clipscope.clip.tower.SiglipText;
import clipscope.clip.tower.SiglipVision;
import clipscope.clip.tower.TextTower;
import clipscope.clip.tower.TransformerShape;
import java.util.List;
import java.util.function.Function;

/// How the program runs a tower: the name in its methods, and the sizes that these take.
///
/// **Thread:** Immutable.
///
/// @param name in `bind_NAME`, `encode_NAME` and `NAME_states`
/// @param binding what the first takes behind the weights and the number format
/// @param running what the other two take at their end
record TowerProgram(String name, Arguments binding, Arguments running) {

    /// Native, so made anew for each call, which owns them.
    interface Arguments extends Function<TorchCall, List<IValue>> {}

    private static final int FOLDED_QUICK_GELU = 3; // quick_gelu in clip.py when its factor is in the weights

    static TowerProgram of(ImageTower tower) {
        return switch (tower) {
            case ClipVision clip ->
                new TowerProgram(
                        "clip_image", call -> List.of(folded(call, clip.transformer())), clip(clip.transformer()));
            case SiglipVision _, ResNetVision _ -> throw new IllegalArgumentException("no program for " + tower);
        };
    }

    static TowerProgram of(TextTower tower) {
        return switch (tower) {
            case ClipText clip ->
                new TowerProgram(
                        "clip_text", call -> List.of(folded(call, clip.transformer())), clip(clip.transformer()));
            case SiglipText _ -> throw new IllegalArgumentException("no program for " + tower);
        };
    }

    /// {@return the number that the program knows an activation by, in its plain form}
    static int code(Activation activation) {
        return switch (activation) {
            case QUICK_GELU -> 0;
            case GELU -> 1;
            case GELU_TANH -> 2;
        };
    }

    private static IValue folded(TorchCall call, TransformerShape transformer) {
        return call.flag(transformer.activation() == Activation.QUICK_GELU);
    }

    private static Arguments clip(TransformerShape transformer) {
        Activation activation = transformer.activation();
        int code = activation == Activation.QUICK_GELU ? FOLDED_QUICK_GELU : code(activation);
        return call -> List.of(call.number(transformer.heads()), call.number(transformer.epsilon()), call.number(code));
    }
}
