package clipscope.clip;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small model of `src/test/golden/layouts`, and what the reference says of it.
///
/// Whatever is missing fails the test that asks for it.
public record LayoutGolden(String name) {

    private static final Path ROOT = Path.of("src/test/golden/layouts");

    /// What the reference gives.
    ///
    /// @param images the unit embeddings of the pictures, in the order of [#pictures()]
    /// @param prompts the unit embeddings of the texts
    public record Expected(List<Text> texts, List<List<Float>> images, List<List<Float>> prompts) {}

    /// A text and its ids, start and end included.
    public record Text(String text, List<Integer> ids) {}

    public Path folder() {
        return ROOT.resolve(name);
    }

    public Expected expected() throws IOException {
        return new Gson().fromJson(Files.readString(folder().resolve("expected.json")), Expected.class);
    }

    /// {@return the pictures of all models, in the order of the script}
    public static List<Path> pictures() {
        return List.of("rgb-69x40.png", "l-23x57.png", "rgba-34x33.png", "rgb-5x3.png").stream()
                .map(ROOT.resolve("pictures")::resolve)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
