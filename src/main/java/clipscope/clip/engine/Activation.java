package clipscope.clip.engine;

import java.util.Optional;

/// The non-linearity between a block's two wide layers.
///
/// **Thread:** Immutable.
///
/// **Source:** Hendrycks and Gimpel 2016, "Gaussian Error Linear Units".
public enum Activation {
    /// x · σ(1.702 x): OpenAI's.
    QUICK_GELU(0, "quick_gelu"),
    /// x · Φ(x), exact.
    GELU(1, "gelu"),
    /// x · Φ(x) by a polynomial in tanh.
    GELU_TANH(2, "gelu_pytorch_tanh");

    /// What `clip.py` calls quick_gelu when its factor is in the weights.
    static final int FOLDED_QUICK_GELU = 3;

    private final int code;
    private final String configName;

    Activation(int code, String configName) {
        this.code = code;
        this.configName = configName;
    }

    /// {@return the activation that a configuration means by a name, none if we do not have it}
    public static Optional<Activation> named(String configName) {
        return switch (configName) {
            case "quick_gelu" -> Optional.of(QUICK_GELU);
            case "gelu" -> Optional.of(GELU);
            case "gelu_pytorch_tanh", "gelu_new" -> Optional.of(GELU_TANH);
            default -> Optional.empty();
        };
    }

    /// {@return the name in `config.json`}
    public String configName() {
        return configName;
    }

    /// {@return the number that `clip.py` knows the plain form by}
    int code() {
        return code;
    }

    /// {@return the number that `clip.py` knows the form for inference by}
    int inferenceCode() {
        return this == QUICK_GELU ? FOLDED_QUICK_GELU : code;
    }
}
