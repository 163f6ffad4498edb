package clipscope.clip.layout;

import clipscope.clip.tower.Activation;
import clipscope.clip.tower.TransformerShape;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;

/// One tower's transformer, as a sub-configuration of Hugging Face's describes it.
///
/// Published files leave out every key that equals its default, so the defaults are part of the format.
///
/// @param tower the key of its name: `tower.image`
record TransformerConfig(
        String tower, int width, int mlpWidth, int layers, int heads, double epsilon, String activation) {

    private static final Texts TEXTS = Texts.beside(TransformerConfig.class);

    /// {@return the shape that the fields ask for}
    ///
    /// @throws ProblemException if it is none, or has an activation that we do not compute
    TransformerShape read(JsonFields part, Path folder, FactSheet facts) throws ProblemException {
        int actualWidth = part.count("hidden_size", width, Limits.WIDTH);
        int actualHeads = part.count("num_attention_heads", heads, Limits.WIDTH);
        if (actualWidth % actualHeads != 0) {
            throw Fault.bad(part.file(), TEXTS.get("bad.heads", TEXTS.get(tower), actualWidth, actualHeads));
        }
        String name = part.text("hidden_act").orElse(activation);
        Activation function = Activation.named(name)
                .orElseThrow(() -> Fault.unsupported(folder, TEXTS.get("other.activation", TEXTS.get(tower), name)));
        TransformerShape shape = new TransformerShape(
                actualWidth,
                part.count("intermediate_size", mlpWidth, Limits.MLP_WIDTH),
                part.count("num_hidden_layers", layers, Limits.LAYERS),
                actualHeads,
                part.number("layer_norm_eps", epsilon, 1e-15, 1),
                function);
        facts.add(TEXTS.get("fact.width", TEXTS.get(tower)), shape.width(), part, "hidden_size");
        facts.add(TEXTS.get("fact.layers", TEXTS.get(tower)), shape.layers(), part, "num_hidden_layers");
        facts.add(TEXTS.get("fact.heads", TEXTS.get(tower)), shape.heads(), part, "num_attention_heads");
        facts.add(TEXTS.get("fact.inner", TEXTS.get(tower)), shape.mlpWidth(), part, "intermediate_size");
        facts.add(TEXTS.get("fact.activation", TEXTS.get(tower)), function.configName(), part, "hidden_act");
        facts.add(TEXTS.get("fact.epsilon", TEXTS.get(tower)), shape.epsilon(), part, "layer_norm_eps");
        return shape;
    }
}
