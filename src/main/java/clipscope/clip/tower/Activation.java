package clipscope.clip.tower;

import java.util.Optional;

/// The non-linearity between a block's two wide layers.
///
/// **Thread:** Immutable.
///
/// **Source:** Hendrycks and Gimpel 2016, "Gaussian Error Linear Units".
public enum Activation {
    /// x · σ(1.702 x): OpenAI's.
    QUICK_GELU("quick_gelu"),
    /// x · Φ(x), exact.
    GELU("gelu"),
    /// x · Φ(x) by a polynomial in tanh.
    GELU_TANH("gelu_pytorch_tanh");

    private final String configName;

    Activation(String configName) {
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
}
