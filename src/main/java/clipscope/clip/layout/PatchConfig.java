package clipscope.clip.layout;

import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;

/// How a picture is cut into patches.
///
/// **Unit:** pixels.
record PatchConfig(int imageSize, int patchSize) {

    private static final Texts TEXTS = Texts.beside(PatchConfig.class);

    private static final int IMAGE_SIZE = 224;

    /// {@return what a vision sub-configuration says}
    ///
    /// @param patchSize the default
    /// @throws ProblemException if a picture has other channels than red, green and blue
    static PatchConfig read(JsonFields vision, int patchSize, Path folder, FactSheet facts) throws ProblemException {
        int image = vision.count("image_size", IMAGE_SIZE, Limits.SIDE);
        int patch = vision.count("patch_size", patchSize, Limits.SIDE);
        if (image < patch) {
            throw Fault.bad(vision.file(), TEXTS.get("bad.patch", image, patch));
        }
        int channels = vision.count("num_channels", 3, Limits.WIDTH);
        if (channels != 3) {
            throw Fault.unsupported(folder, TEXTS.get("other.channels", channels));
        }
        facts.add(TEXTS.get("fact.size"), TEXTS.get("value.pixels", image), vision, "image_size");
        facts.add(TEXTS.get("fact.patch"), TEXTS.get("value.pixels", patch), vision, "patch_size");
        return new PatchConfig(image, patch);
    }
}
