package clipscope.app;

import clipscope.clip.FakeClipModel;
import clipscope.clip.MachineSpeed;
import clipscope.clip.weights.FloatTensor;
import clipscope.clip.weights.SafetensorsWriter;
import clipscope.embedding.Embedding;
import clipscope.file.WholeFile;
import clipscope.problem.ProblemException;
import clipscope.problem.ProblemText;
import clipscope.prompt.file.LabelFile;
import clipscope.session.Document;
import clipscope.session.ImageState;
import clipscope.session.cache.CachedPicture;
import clipscope.session.cache.ContentKey;
import clipscope.session.cache.EmbeddingCache;
import clipscope.session.file.LastSessions;
import clipscope.session.file.SavedSession;
import clipscope.session.file.SessionFile;
import clipscope.settings.Setting;
import clipscope.zoo.download.BadServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /// What the window says, where a writer hears words only.
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String said) {
            super(said);
        }
    }

    /// @param harmless whether nobody need be told that it was not written
    record Kind(String name, boolean harmless, Writer writer) {

        static Kind of(String name, Writer writer) {
            return new Kind(name, false, writer);
        }

        /// {@return what is said, empty if it was written or does no harm}
        String write(int number) throws Exception {
            try {
                writer.write(number);
                return "";
            } catch (ProblemException e) {
                return ProblemText.of(e.problem());
            } catch (Refused e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    List<Kind> all() {
        List<Kind> all = new ArrayList<>(List.of(
                Kind.of("settings", this::settings),
                Kind.of("session", n -> new SessionFile(folder.resolve("mine.clipscope")).write(session(n))),
                Kind.of(
                        "unsaved session",
                        n -> LastSessions.of(1, program.lastSessions().folder()).keep(session(n), 1)),
                Kind.of("kept labels", n -> program.labelSets().keep("animals", labels(n))),
                Kind.of("exported labels", n -> LabelFile.write(folder.resolve("labels.txt"), labels(n))),
                Kind.of(
                        "weights",
                        n -> WholeFile.write(
                                folder.resolve("weights.safetensors"),
                                file -> SafetensorsWriter.write(file, List.of(tensor(n))))),
                new Kind("embeddings cache", true, this::cache),
                new Kind("speed", true, n -> program.zoo().speed().remember(new MachineSpeed(n, n))),
                new Kind("log", true, _ -> Logs.writeTo(folder.resolve("config/logs"))),
                new Kind("window's socket", true, _ -> door())));
        all.addAll(new WindowResults(folder).all());
        return all;
    }

    /// {@return commands that write, as a person gives them}
    ///
    /// @param name of what is new with each of them
    static List<List<String>> commands(Path folder, String name) throws IOException {
        Path pictures = folder.resolveSibling("captioned");
        Path cats = MadePictures.make(pictures.resolve("cat"), 8);
        Path dogs = MadePictures.make(pictures.resolve("dog"), 8);
        Path out = folder.resolve("trained-" + name);
        return List.of(
                List.of(
                        "embed",
                        "--out",
                        folder.resolve("all.npy").toString(),
                        (name.equals("first") ? cats : dogs).toString()),
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

    /// {@return which files a command may leave that could not do all of its work: it goes on from them, and
    /// until a configuration is among them, nobody takes them for a model}
    static Predicate<Path> mayStay(Path folder) {
        return file -> {
            boolean download = file.startsWith(folder.resolve("config/models/.downloads"));
            boolean training = folder.relativize(file).toString().startsWith("trained-");
            return download || (training && !file.endsWith("config.json"));
        };
    }

    /// {@return where the server has a model's weights}
    static String weights(String name) {
        return "/some/%s/resolve/main/model.safetensors".formatted(name);
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

    private void door() throws IOException {
        RunningWindow.listen(Files.createDirectories(folder).resolve("config"), _ -> {})
                .ifPresent(RunningWindow::close);
    }
}
