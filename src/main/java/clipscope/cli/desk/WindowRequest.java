package clipscope.cli.desk;

import clipscope.clip.Device;
import clipscope.clip.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the person asked the window to open.
///
/// @param model the model to use, empty for the one used last
/// @param images files and folders
/// @param start how it starts
public record WindowRequest(
        Optional<Path> model,
        Optional<Precision> precision,
        Optional<Device> device,
        List<Path> images,
        WindowStart start) {

    public WindowRequest {
        images = List.copyOf(images);
    }
}
