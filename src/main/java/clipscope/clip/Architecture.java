package clipscope.clip;

import clipscope.clip.tower.ClipVision;
import clipscope.clip.tower.ImageTower;
import clipscope.clip.tower.ResNetVision;
import clipscope.clip.tower.SiglipVision;
import java.util.List;
import java.util.Map;

/// The names people know architectures by.
public final class Architecture {

    private static final int USUAL_SIZE = 224; // pixels; any other is named

    /// Tables 18 and 20 of Radford et al. 2021; table 1 of Cherti et al. 2023 for H, g, G.
    private static final Map<Integer, String> LETTERS = Map.of(
            192, "Ti", 384, "S", 768, "B", 1024, "L", 1152, "so400m", 1280, "H", 1408, "g", 1536, "giant", 1664,
            "bigG");

    /// Table 18 of Radford et al. 2021, with the width of the stem.
    private static final Map<List<Integer>, String> RESIDUAL = Map.of(
            List.of(64, 3, 4, 6, 3), "RN50",
            List.of(64, 3, 4, 23, 3), "RN101",
            List.of(80, 4, 6, 10, 6), "RN50x4",
            List.of(96, 6, 8, 18, 8), "RN50x16",
            List.of(128, 3, 15, 36, 10), "RN50x64");

    private Architecture() {}

    /// {@return the name of a network with this image tower: `ViT-L/14@336`}
    public static String nameOf(ImageTower tower) {
        return switch (tower) {
            case ClipVision vision -> "ViT-" + transformer(vision);
            case SiglipVision vision -> "SigLIP " + transformer(vision);
            case ResNetVision vision -> RESIDUAL.getOrDefault(key(vision), "ResNet of width " + vision.width());
        };
    }

    private static String transformer(ImageTower tower) {
        String letter = LETTERS.getOrDefault(tower.width(), String.valueOf(tower.width()));
        String size = tower.imageSize() == USUAL_SIZE ? "" : "@" + tower.imageSize();
        return "%s/%d%s".formatted(letter, tower.patchSize(), size);
    }

    private static List<Integer> key(ResNetVision tower) {
        List<Integer> stages = tower.stages();
        return List.of(tower.stem(), stages.get(0), stages.get(1), stages.get(2), stages.get(3));
    }
}
