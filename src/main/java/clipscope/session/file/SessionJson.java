package clipscope.session.file;

import static clipscope.session.file.Fields.array;
import static clipscope.session.file.Fields.isTrue;
import static clipscope.session.file.Fields.number;
import static clipscope.session.file.Fields.object;
import static clipscope.session.file.Fields.text;
import static clipscope.session.file.Fields.texts;
import static clipscope.session.file.Fields.whole;

import clipscope.image.ImageSource;
import clipscope.image.PixelImage;
import clipscope.image.PngWriter;
import clipscope.language.Texts;
import clipscope.prompt.PromptTemplate;
import clipscope.prompt.template.Candidate;
import clipscope.prompt.template.PromptPlan;
import clipscope.score.ScoreMode;
import clipscope.score.ScoreSettings;
import clipscope.session.Document;
import clipscope.session.Frozen;
import clipscope.session.file.SavedSession.SavedImage;
import clipscope.session.file.SavedSession.SavedModel;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;

/// Sessions as JSON and back.
///
/// Files below the session's folder are named from there, so that both can be moved together; others by
/// their whole path. Pictures that are no file are in it as PNG.
final class SessionJson {

    private static final Texts TEXTS = Texts.beside(SessionJson.class);

    private static final int FIRST = 1;
    private static final int LATEST = 2; // with captions, and the size of the model's pictures
    private static final int LARGEST_PICTURES = 1 << 16; // pixels; models say themselves what they can be given

    private final Path folder;

    /// @param folder where the session's file lies
    SessionJson(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// What is wrong with a session's file.
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason);
        }
    }

    JsonObject write(SavedSession session) throws IOException {
        JsonObject root = new JsonObject();
        root.addProperty("clipscope", version(session));
        session.model().ifPresent(model -> {
            root.addProperty("model", path(model.location()));
            model.pictureSize().ifPresent(size -> root.addProperty("pictureSize", size));
        });
        JsonArray images = new JsonArray();
        for (SavedImage image : session.images()) {
            images.add(image(image));
        }
        root.add("images", images);
        root.addProperty("selected", session.selected());
        JsonArray labels = new JsonArray();
        Document document = session.document();
        document.labels().forEach(labels::add);
        root.add("labels", labels);
        root.addProperty("template", document.template().text());
        root.add("templates", templates(document.plan()));
        JsonObject names = new JsonObject();
        document.plan().names().forEach(names::addProperty);
        root.add("namesInPrompts", names);
        root.add("scores", scores(document.scores()));
        if (!session.captions().isEmpty()) {
            root.add("pairs", pairs(session.captions()));
        }
        List<String> frozen = document.frozen().labels();
        if (!session.frozen().isEmpty() || !frozen.isEmpty()) {
            root.add("frozen", frozen(session.frozen(), frozen));
        }
        return root;
    }

    /// The earliest that has room for all of it: an older ClipScope opens what it can show as it is, and
    /// refuses what it would open as something else. What is frozen asks for none: without it, the same
    /// numbers stand in another place.
    private static int version(SavedSession session) {
        boolean sized =
                session.model().filter(model -> model.pictureSize().isPresent()).isPresent();
        return sized || !session.captions().isEmpty() ? LATEST : FIRST;
    }

    private static JsonObject frozen(List<Integer> places, List<String> labels) {
        JsonArray images = new JsonArray();
        places.forEach(images::add);
        JsonArray columns = new JsonArray();
        labels.forEach(columns::add);
        JsonObject frozen = new JsonObject();
        frozen.add("images", images);
        frozen.add("labels", columns);
        return frozen;
    }

    private static JsonArray pairs(Map<Integer, Set<String>> captions) {
        JsonArray pairs = new JsonArray();
        captions.forEach((image, texts) -> {
            JsonArray own = new JsonArray();
            texts.forEach(own::add);
            JsonObject pair = new JsonObject();
            pair.addProperty("image", image);
            pair.add("captions", own);
            pairs.add(pair);
        });
        return pairs;
    }

    private JsonObject image(SavedImage image) throws IOException {
        JsonObject json = new JsonObject();
        switch (image.source()) {
            case ImageSource.OfFile(Path file) -> {
                json.addProperty("file", path(file));
                image.hash().ifPresent(hash -> {
                    json.addProperty("size", hash.size());
                    json.addProperty("sha256", hash.sha256());
                });
            }
            case ImageSource.OfBytes(String name, ByteBuffer bytes) -> {
                byte[] copy = new byte[bytes.remaining()];
                bytes.duplicate().get(copy);
                content(json, name, copy);
            }
            case ImageSource.OfPixels(String name, PixelImage pixels) -> content(json, name, PngWriter.bytes(pixels));
        }
        return json;
    }

    private static void content(JsonObject json, String name, byte[] bytes) {
        json.addProperty("name", name);
        json.addProperty("content", Base64.getEncoder().encodeToString(bytes));
    }

    private String path(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        return whole.startsWith(folder) ? folder.relativize(whole).toString().replace('\\', '/') : whole.toString();
    }

    private static JsonArray templates(PromptPlan plan) {
        JsonArray templates = new JsonArray();
        for (Candidate candidate : plan.candidates()) {
            JsonObject json = new JsonObject();
            json.addProperty("template", candidate.template().text());
            json.addProperty("used", candidate.used());
            templates.add(json);
        }
        return templates;
    }

    private static JsonObject scores(ScoreSettings scores) {
        JsonObject json = new JsonObject();
        scores.mode().ifPresent(mode -> json.addProperty("mode", mode.name().toLowerCase(Locale.ROOT)));
        scores.temperature().ifPresent(value -> json.addProperty("temperature", value));
        json.addProperty("noneOfThese", scores.others());
        JsonArray words = new JsonArray();
        scores.words().forEach(words::add);
        json.add("otherWords", words);
        JsonArray out = new JsonArray();
        scores.leftOut().stream().sorted().forEach(out::add);
        json.add("leftOut", out);
        JsonObject thresholds = new JsonObject();
        scores.thresholds().forEach(thresholds::addProperty);
        json.add("thresholds", thresholds);
        return json;
    }

    // reading

    SavedSession read(JsonElement element) throws Malformed {
        if (!(element instanceof JsonObject root) || !root.has("clipscope")) {
            throw new Malformed(TEXTS.get("session.none"));
        }
        double version = number(root, "clipscope");
        if (version != FIRST && version != LATEST) {
            throw new Malformed(TEXTS.get("version", String.valueOf(version), LATEST));
        }
        List<SavedImage> images = new ArrayList<>();
        for (JsonElement image : array(root, "images")) {
            images.add(image(image));
        }
        double selected = root.has("selected") ? number(root, "selected") : -1;
        Document document = new Document(
                List.of(),
                texts(root, "labels"),
                new PromptTemplate(root.has("template") ? text(root, "template") : PromptTemplate.BARE.text()),
                plan(root),
                root.get("scores") instanceof JsonObject scores ? readScores(scores) : ScoreSettings.MODELS_OWN);
        JsonObject frozen = object(root, "frozen");
        Set<String> staying = new LinkedHashSet<>(texts(frozen, "labels"));
        return new SavedSession(
                images,
                document.withFrozen(new Frozen(List.of(), List.copyOf(staying)).amongLabels(document.labels())),
                captions(root, images.size()),
                places(frozen, images.size()),
                model(root),
                selected >= 0 && selected < images.size() ? (int) selected : -1);
    }

    private Optional<SavedModel> model(JsonObject root) throws Malformed {
        OptionalInt size = root.has("pictureSize")
                ? OptionalInt.of(whole(root, "pictureSize", 1, LARGEST_PICTURES))
                : OptionalInt.empty();
        return root.has("model") ? Optional.of(new SavedModel(resolved(text(root, "model")), size)) : Optional.empty();
    }

    private static SequencedMap<Integer, Set<String>> captions(JsonObject root, int images) throws Malformed {
        SequencedMap<Integer, Set<String>> captions = new LinkedHashMap<>();
        for (JsonElement element : array(root, "pairs")) {
            if (!(element instanceof JsonObject pair)) {
                throw new Malformed(TEXTS.get("pair"));
            }
            int image = whole(pair, "image", 0, Integer.MAX_VALUE);
            Set<String> texts = new LinkedHashSet<>(texts(pair, "captions"));
            if (image >= images || texts.isEmpty() || captions.put(image, texts) != null) {
                throw new Malformed(TEXTS.get("pair"));
            }
        }
        return captions;
    }

    /// {@return the places of the images that are frozen, each once}
    private static List<Integer> places(JsonObject frozen, int images) throws Malformed {
        Set<Integer> places = new LinkedHashSet<>();
        for (JsonElement element : array(frozen, "images")) {
            places.add(whole(element, "frozen", 0, images - 1));
        }
        return List.copyOf(places);
    }

    private static PromptPlan plan(JsonObject root) throws Malformed {
        if (!root.has("templates")) {
            return PromptPlan.FIRST;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (JsonElement element : array(root, "templates")) {
            if (!(element instanceof JsonObject json)) {
                throw new Malformed(TEXTS.get("template"));
            }
            candidates.add(new Candidate(new PromptTemplate(text(json, "template")), isTrue(json.get("used"))));
        }
        Map<String, String> names = new LinkedHashMap<>();
        if (root.get("namesInPrompts") instanceof JsonObject some) {
            for (String label : some.keySet()) {
                names.put(label, text(some, label));
            }
        }
        return new PromptPlan(candidates, names);
    }

    private SavedImage image(JsonElement element) throws Malformed {
        if (!(element instanceof JsonObject json)) {
            throw new Malformed(TEXTS.get("image"));
        }
        if (json.has("file")) {
            Optional<ContentHash> hash = json.has("sha256") && json.has("size")
                    ? Optional.of(new ContentHash((long) number(json, "size"), text(json, "sha256")))
                    : Optional.empty();
            return new SavedImage(new ImageSource.OfFile(resolved(text(json, "file"))), hash);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text(json, "content"));
            return new SavedImage(
                    new ImageSource.OfBytes(text(json, "name"), ByteBuffer.wrap(bytes)), Optional.empty());
        } catch (IllegalArgumentException _) {
            throw new Malformed(TEXTS.get("content"));
        }
    }

    private Path resolved(String path) throws Malformed {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException _) {
            throw new Malformed(TEXTS.get("path", path));
        }
    }

    private static ScoreSettings readScores(JsonObject json) throws Malformed {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        if (json.get("thresholds") instanceof JsonObject some) {
            for (String label : some.keySet()) {
                thresholds.put(label, number(some, label));
            }
        }
        try {
            return new ScoreSettings(
                    json.has("mode")
                            ? Optional.of(ScoreMode.valueOf(text(json, "mode").toUpperCase(Locale.ROOT)))
                            : Optional.empty(),
                    json.has("temperature") ? OptionalDouble.of(number(json, "temperature")) : OptionalDouble.empty(),
                    json.has("noneOfThese") && isTrue(json.get("noneOfThese")),
                    texts(json, "otherWords"),
                    new LinkedHashSet<>(texts(json, "leftOut")),
                    thresholds);
        } catch (IllegalArgumentException e) {
            throw new Malformed(TEXTS.get("scores", String.valueOf(e.getMessage())));
        }
    }
}
