package clipscope.zoo.catalogue;

import clipscope.language.Language;
import clipscope.language.Texts;
import clipscope.zoo.catalogue.CatalogueModel.Facts;
import clipscope.zoo.catalogue.ModelSource.RemoteFile;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A catalogue as JSON.
final class CatalogueJson {

    private static final Texts TEXTS = Texts.beside(CatalogueJson.class);

    private CatalogueJson() {}

    /// The text is no catalogue.
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        Malformed(String fault) {
            super(fault);
        }
    }

    static List<CatalogueModel> read(String text) throws Malformed {
        JsonElement root;
        try {
            root = JsonParser.parseString(text);
        } catch (JsonParseException _) {
            throw new Malformed(TEXTS.get("json"));
        }
        if (!(root instanceof JsonObject object && object.get("models") instanceof JsonArray entries)) {
            throw new Malformed(TEXTS.get("list"));
        }
        List<CatalogueModel> models = new ArrayList<>();
        for (JsonElement entry : entries) {
            models.add(model(entry instanceof JsonObject model ? model : new JsonObject()));
        }
        return models;
    }

    private static CatalogueModel model(JsonObject json) throws Malformed {
        String id = text(json, "id").orElse("");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._@+-]{0,78}[A-Za-z0-9]")) {
            throw new Malformed(TEXTS.get("id", id));
        }
        return new CatalogueModel(
                id,
                text(json, "name").orElse(id),
                text(json, "by").orElse(""),
                spoken(json, "goodFor").orElse(""),
                source(json, id),
                text(json, "licence").orElse(""),
                new Facts(
                        number(json, "parametersMillions"),
                        whole(json, "bytesPerWeight"),
                        whole(json, "pixels"),
                        number(json, "gigaOperations"),
                        number(json, "imageNet")));
    }

    private static ModelSource source(JsonObject json, String id) throws Malformed {
        Optional<String> repo = text(json, "repo");
        if (repo.isPresent()) {
            return ModelAddress.repo(
                            repo.get(),
                            text(json, "revision").orElse(ModelAddress.MAIN),
                            text(json, "hub").flatMap(ModelAddress::web))
                    .orElseThrow(() -> new Malformed(TEXTS.get("repository", id)));
        }
        List<RemoteFile> files = new ArrayList<>();
        if (json.get("files") instanceof JsonArray list) {
            for (JsonElement file : list) {
                files.add(file(file instanceof JsonObject object ? object : new JsonObject(), id));
            }
        }
        if (files.isEmpty()) {
            throw new Malformed(TEXTS.get("source", id));
        }
        return new ModelSource.Files(files);
    }

    private static RemoteFile file(JsonObject json, String id) throws Malformed {
        try {
            URI url = new URI(text(json, "url").orElse(""));
            if (!ModelAddress.isFile(url)) {
                throw new Malformed(TEXTS.get("address", id));
            }
            OptionalDouble size = number(json, "size");
            return new RemoteFile(
                    url,
                    size.isPresent() ? OptionalLong.of((long) size.getAsDouble()) : OptionalLong.empty(),
                    text(json, "sha256").filter(hash -> hash.matches("[0-9a-f]{64}")));
        } catch (URISyntaxException _) {
            throw new Malformed(TEXTS.get("address.wrong", id));
        }
    }

    static JsonObject write(CatalogueModel model) {
        JsonObject json = new JsonObject();
        json.addProperty("id", model.id());
        json.addProperty("name", model.name());
        json.addProperty("by", model.by());
        switch (model.source()) {
            case ModelSource.Repo(String repo, String revision, Optional<URI> hub) -> {
                json.addProperty("repo", repo);
                json.addProperty("revision", revision);
                hub.ifPresent(address -> json.addProperty("hub", address.toString()));
            }
            case ModelSource.Files(List<RemoteFile> files) -> {
                JsonArray list = new JsonArray();
                for (RemoteFile file : files) {
                    JsonObject one = new JsonObject();
                    one.addProperty("url", file.url().toString());
                    list.add(one);
                }
                json.add("files", list);
            }
        }
        return json;
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    /// {@return a text in the language spoken, English where the file has no other: `{"in": {"de": {…}}}`}
    private static Optional<String> spoken(JsonObject json, String name) {
        boolean translated = json.get("in") instanceof JsonObject languages
                && languages.get(Language.code()) instanceof JsonObject words
                && words.has(name);
        return translated ? text(json.getAsJsonObject("in").getAsJsonObject(Language.code()), name) : text(json, name);
    }

    /// {@return a number that is more than 0; none where there is another value, or none}
    private static OptionalDouble number(JsonObject json, String name) {
        if (json.get(name) instanceof JsonPrimitive value && value.isNumber()) {
            double number = value.getAsDouble();
            return number > 0 && number < 1e15 ? OptionalDouble.of(number) : OptionalDouble.empty();
        }
        return OptionalDouble.empty();
    }

    private static OptionalInt whole(JsonObject json, String name) {
        OptionalDouble number = number(json, name);
        return number.isPresent() && number.getAsDouble() < 1e6
                ? OptionalInt.of((int) number.getAsDouble())
                : OptionalInt.empty();
    }
}
