package clipscope.clip;

import java.nio.file.Path;

/// What a model is, in the few facts that are always shown. The certificate has all of them.
///
/// **Thread:** Immutable.
///
/// @param name a short name for the window: the folder's
/// @param location the folder or file it was loaded from
/// @param architecture the name people know it by: `ViT-B/32`
/// @param dimensions D, the length of an embedding
/// @param picture the side of the square the image tower takes
/// @param contextLength the most tokens of a text, start and end included
public record ModelCard(
        String name, Path location, String architecture, int dimensions, PictureSize picture, int contextLength) {

    /// {@return the side of the square the image tower takes, in pixels}
    public int imageSize() {
        return picture.used();
    }
}
