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
import java.util.ArrayList;
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

    private static final int FOLDED_QUICK_GELU = 3; // quick_gelu in the program when its factor is in the weights

    /// @param imageSize of the pictures to come, in pixels
    static TowerProgram of(ImageTower tower, int imageSize) {
        int grid = tower.patchGrid(imageSize);
        return switch (tower) {
            case ClipVision clip ->
                new TowerProgram(
                        "clip_image",
                        call -> List.of(call.number(grid), folded(call, clip.transformer())),
                        call -> patched(call, clip.patchSize(), folding(clip.transformer())));
            case SiglipVision siglip ->
                new TowerProgram(
                        "siglip_image",
                        call -> List.of(call.number(grid)),
                        call -> patched(call, siglip.patchSize(), plain(siglip.transformer())));
            case ResNetVision resnet ->
                new TowerProgram(
                        "resnet_image",
                        call -> List.of(call.number(grid)),
                        call -> List.of(call.numbers(resnet.stages()), call.number(resnet.heads())));
        };
    }

    static TowerProgram of(TextTower tower) {
        return switch (tower) {
            case ClipText clip ->
                new TowerProgram(
                        "clip_text", call -> List.of(folded(call, clip.transformer())), folding(clip.transformer()));
            case SiglipText siglip -> new TowerProgram("siglip_text", _ -> List.of(), plain(siglip.transformer()));
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

    private static Arguments folding(TransformerShape transformer) {
        Activation activation = transformer.activation();
        return transformer(transformer, activation == Activation.QUICK_GELU ? FOLDED_QUICK_GELU : code(activation));
    }

    private static Arguments plain(TransformerShape transformer) {
        return transformer(transformer, code(transformer.activation()));
    }

    private static Arguments transformer(TransformerShape transformer, int activation) {
        return call ->
                List.of(call.number(transformer.heads()), call.number(transformer.epsilon()), call.number(activation));
    }

    private static List<IValue> patched(TorchCall call, int patchSize, Arguments transformer) {
        List<IValue> arguments = new ArrayList<>(List.of(call.number(patchSize)));
        arguments.addAll(transformer.apply(call));
        return arguments;
    }
}
