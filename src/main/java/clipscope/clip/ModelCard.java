package clipscope.clip;

import java.nio.file.Path;

/// What a model is, as far as its files say.
///
/// **Thread:** Immutable.
///
/// @param name a short name for the window: the folder's
/// @param location the folder it was loaded from
/// @param dimensions D, the length of an embedding
/// @param imageSize the side of the square the vision tower takes, in pixels
/// @param patchSize the side of a patch, in pixels
/// @param contextLength the most tokens of a text, start and end included
/// @param vision width, layers and heads of the vision tower
/// @param text width, layers and heads of the text tower
public record ModelCard(
        String name,
        Path location,
        int dimensions,
        int imageSize,
        int patchSize,
        int contextLength,
        TowerSize vision,
        TowerSize text) {

    /// The size of a transformer.
    public record TowerSize(int width, int layers, int heads) {}

    /// {@return the name people know the architecture by: `ViT-B/32`}
    public String architecture() {
        String letter =
                switch (vision.width()) { // table 19 of Radford et al. 2021; table 1 of Cherti et al. 2023 for H, g, G
                    case 768 -> "B";
                    case 1024 -> "L";
                    case 1280 -> "H";
                    case 1408 -> "g";
                    case 1664 -> "bigG";
                    default -> String.valueOf(vision.width());
                };
        return "ViT-%s/%d".formatted(letter, patchSize);
    }
}
