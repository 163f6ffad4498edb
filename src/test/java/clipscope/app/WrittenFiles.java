package clipscope.app;

import clipscope.clip.FakeClipModel;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.embedding.Embedding;
import clipscope.file.WholeFile;
import clipscope.prompt.file.LabelFile;
import clipscope.session.Document;
import clipscope.session.ImageState;
import clipscope.session.cache.CachedPicture;
import clipscope.session.cache.ContentKey;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.file.SavedSession;
import clipscope.session.file.SessionFile;
import clipscope.settings.Setting;
import clipscope.zoo.download.BadServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The files that the program writes, each by what writes it.
///
/// @param folder where all of them are
record WrittenFiles(Program program, Path folder) {

    private static final Path GOLDEN = Path.of("src/test/golden/clip/quick-gelu-f32");

    /// Writes one kind of file.
    @FunctionalInterface
    interface Writer {

        /// Writes another content, and more of it, for another number.
        void write(int number) throws Exception;
    }

    /// @param harmless whether nobody need be told that it was not written
    record Kind(String name, boolean harmless, Writer writer) {

        void write(int number) throws Exception {
            writer.write(number);
        }
    }

    List<Kind> all() {
        return List.of(
                new Kind("settings", false, this::settings),
                new Kind("session", false, n -> new SessionFile(folder.resolve("mine.clipscope")).write(session(n))),
                new Kind("unsaved session", false, n -> program.lastSessions().keep(session(n), 1)),
                new Kind("kept labels", false, n -> program.labelSets().keep("animals", labels(n))),
                new Kind("exported labels", false, n -> LabelFile.write(folder.resolve("labels.txt"), labels(n))),
                new Kind(
                        "exported table",
                        false,
                        n -> WholeFile.write(folder.resolve("grid.csv"), String.join("\n", labels(n)))),
                new Kind(
                        "weights",
                        false,
                        n -> WholeFile.write(
                                folder.resolve("weights.safetensors"),
                                file -> SafetensorsWriter.write(file, List.of(tensor(n))))),
                new Kind("embeddings cache", true, this::cache),
                new Kind("log", true, n -> Logs.writeTo(folder.resolve("config/logs"))),
                new Kind("window's socket", true, this::door));
    }

    /// {@return commands that write, as a person gives them}
    ///
    /// @param name of what is new with each of them
    static List<List<String>> commands(Path folder, String name) throws IOException {
        Path pictures = folder.resolveSibling("captioned");
        MadePictures.make(pictures.resolve("cat"), 8);
        MadePictures.make(pictures.resolve("dog"), 8);
        Path out = folder.resolve("trained-" + name);
        return List.of(
                List.of("embed", "--out", folder.resolve("all.npy").toString(), pictures.toString()),
                List.of("models", "add", "somebody/" + name),
                List.of("models", "import", "--copy", "--name", "copied-" + name, GOLDEN.toString()),
                List.of("models", "download", "some/" + name),
                List.of(
                        "train",
                        "--data",
                        pictures.toString(),
                        "--out",
                        out.toString(),
                        "--steps",
                        "2",
                        "--batch",
                        "4"));
    }

    /// Serves what the commands download.
    static void serve(BadServer server, String name) throws IOException {
        for (String file : List.of("config.json", "model.safetensors", "preprocessor_config.json", "tokenizer.json")) {
            server.put("/some/%s/resolve/main/%s".formatted(name, file), Files.readAllBytes(GOLDEN.resolve(file)));
        }
    }

    private void settings(int number) throws Exception {
        program.settings().change(Setting.IMAGE_LIMIT, 100 + number);
        program.settings().save();
    }

    private static List<String> labels(int number) {
        return Collections.nCopies(20_000 * number, "label");
    }

    private static SavedSession session(int number) {
        return new SavedSession(List.of(), Document.EMPTY.withLabels(labels(number)), Optional.empty(), -1);
    }

    private static FloatTensor tensor(int number) {
        return FloatTensor.adopt("t", List.of(100_000L * number), new float[100_000 * number]);
    }

    private void cache(int number) {
        EmbeddingCache cache = program.embeddingCache();
        FakeClipModel model = new FakeClipModel();
        float[] values = new float[model.card().dimensions()];
        values[0] = 1;
        for (int i = 0; i < 100; i++) {
            cache.put(
                    model,
                    new ContentKey("%064x".formatted(i + 1000 * number), false),
                    new CachedPicture(
                            new ImageState.Decoded(10, 10, "PNG", false, 0.5), Embedding.ofProjection(values)));
        }
        cache.write();
    }

    private void door(int number) throws IOException {
        RunningWindow.listen(Files.createDirectories(folder).resolve("config"), _ -> {})
                .ifPresent(RunningWindow::close);
    }
}
