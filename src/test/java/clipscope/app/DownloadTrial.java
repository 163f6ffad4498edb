package clipscope.app;

import clipscope.zoo.download.BadServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A process that downloads `some/model` from a server here, with all its folders in one.
record DownloadTrial(Path folder, BadServer server) {

    static final List<String> ARGUMENTS = List.of("models", "download", "some/model");

    /// Starts it; what it says is in the files `stdout` and `stderr` of the folder.
    Process start(ProcessBuilder builder, Path config) throws IOException {
        builder.redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("XDG_CONFIG_HOME", config.toString());
        builder.environment().put("HF_HOME", folder.resolve("huggingface").toString());
        builder.environment().put("HF_ENDPOINT", server.address().toString());
        return builder.start();
    }

    /// {@return the names of what the shelf says of its models}
    static List<String> notes(Path shelf) throws IOException {
        try (Stream<Path> files = Files.list(shelf)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .toList();
        }
    }

    /// {@return where the server has a file of the model}
    static String path(String name) {
        return "/some/model/resolve/main/" + name;
    }
}
