package clipscope.clip.layout;

import clipscope.problem.ProblemException;
import java.nio.file.Path;

/// How a picture is cut into patches.
///
/// **Unit:** pixels.
record PatchConfig(int imageSize, int patchSize) {

    private static final int IMAGE_SIZE = 224;

    /// {@return what a vision sub-configuration says}
    ///
    /// @param patchSize the default
    /// @throws ProblemException if a picture has other channels than red, green and blue
    static PatchConfig read(JsonFields vision, int patchSize, Path folder, FactSheet facts) throws ProblemException {
        int image = vision.count("image_size", IMAGE_SIZE, Limits.SIDE);
        int patch = vision.count("patch_size", patchSize, Limits.SIDE);
        if (image < patch) {
            throw Fault.bad(
                    vision.file(), "images of %d pixels are smaller than a patch of %d".formatted(image, patch));
        }
        int channels = vision.count("num_channels", 3, Limits.WIDTH);
        if (channels != 3) {
            throw Fault.unsupported(folder, "it takes images of %d channels".formatted(channels));
        }
        facts.add("image size", "%d pixels".formatted(image), vision, "image_size");
        facts.add("patch size", "%d pixels".formatted(patch), vision, "patch_size");
        return new PatchConfig(image, patch);
    }
}
