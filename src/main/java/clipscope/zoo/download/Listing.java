package clipscope.zoo.download;

import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import clipscope.zoo.catalogue.ModelSource;
import clipscope.zoo.catalogue.ModelSource.RemoteFile;
import clipscope.zoo.catalogue.ModelSource.Repo;
import clipscope.zoo.download.Retries.Again;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Finds out which files make up a model, by asking the hub.
///
/// **Thread:** Confined to the thread that downloads.
///
/// **Source:** the hub's `/api/models/REPO/revision/REVISION?blobs=true`, whose answer has `sha`, the commit,
/// and `siblings`, each with `rfilename`, `size`, `blobId` and, for large ones, `lfs.sha256`.
final class Listing {

    private static final Texts TEXTS = Texts.beside(Listing.class);

    private final Hub hub;
    private final Web web;
    private final Retries retries;
    private final Cancellation cancelled;

    Listing(Hub hub, Web web, Retries retries, Cancellation cancelled) {
        this.hub = hub;
        this.web = web;
        this.retries = retries;
        this.cancelled = cancelled;
    }

    /// {@return the files of a model}
    ///
    /// @throws ProblemException if there are none, or the server does not tell
    List<WantedFile> of(ModelSource source) throws ProblemException {
        return switch (source) {
            case ModelSource.Files(List<RemoteFile> files) -> {
                List<WantedFile> sized = new ArrayList<>();
                for (RemoteFile file : files) {
                    sized.add(sized(file));
                }
                yield sized;
            }
            case Repo repo -> {
                Optional<JsonObject> told = ask(repo);
                List<WantedFile> files = told.isPresent() ? listed(repo, told.get()) : probed(repo);
                yield withShards(files);
            }
        };
    }

    /// Asks the server for a size that nobody told; one that does not say tells with the file.
    private WantedFile sized(RemoteFile file) throws ProblemException {
        Optional<FileHash> hash = file.sha256().flatMap(FileHash::sha256);
        if (file.size().isPresent()) {
            return new WantedFile(file.name(), file.url(), file.size(), hash);
        }
        return retries.insist(host(file.url()), () -> {
            try (Reply reply = web.head(file.url(), cancelled)) {
                boolean told = reply.status() == 200;
                return new WantedFile(
                        file.name(),
                        file.url(),
                        told ? size(reply) : OptionalLong.empty(),
                        told ? hash.or(reply::hash) : hash);
            }
        });
    }

    /// {@return what the hub tells of a repository; empty if it is a mirror that has files alone}
    private Optional<JsonObject> ask(Repo repo) throws ProblemException {
        URI address = hub.listing(repo);
        return retries.insist(host(address), () -> {
            try (Reply reply = web.get(address, Map.of(), cancelled)) {
                if (reply.passing()) {
                    throw Again.of(reply);
                }
                if (reply.status() == 401 || reply.status() == 403) {
                    throw FileFetch.refusal(repo.id(), reply);
                }
                return reply.status() == 200 ? parse(web.read(reply, cancelled)) : Optional.empty();
            }
        });
    }

    private static Optional<JsonObject> parse(byte[] body) {
        try {
            JsonElement json = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
            return json instanceof JsonObject object && object.get("siblings") instanceof JsonArray
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonParseException _) {
            return Optional.empty(); // some page
        }
    }

    private List<WantedFile> listed(Repo repo, JsonObject told) throws ProblemException {
        String commit =
                text(told, "sha").filter(sha -> sha.matches("[0-9a-f]{40}")).orElse(repo.revision());
        Map<String, WantedFile> all = new HashMap<>();
        for (JsonElement element : told.getAsJsonArray("siblings")) {
            if (element instanceof JsonObject file) {
                String name = text(file, "rfilename").orElse("");
                if (WantedFile.plain(name)) {
                    JsonObject large = file.get("lfs") instanceof JsonObject lfs ? lfs : new JsonObject();
                    Optional<FileHash> hash = text(large, "sha256")
                            .flatMap(FileHash::sha256)
                            .or(() -> large.isEmpty()
                                    ? text(file, "blobId").flatMap(FileHash::gitBlob)
                                    : Optional.empty());
                    all.put(name, new WantedFile(name, hub.file(repo, commit, name), size(file), hash));
                }
            }
        }
        List<String> names = FileChoice.of(all::containsKey);
        List<WantedFile> chosen = new ArrayList<>(names.stream().map(all::get).toList());
        requireWeights(repo, names);
        all.values().stream()
                .filter(file -> names.stream().anyMatch(name -> isShard(file.name(), name)))
                .forEach(chosen::add);
        return chosen;
    }

    /// {@return whether a file is one of those that an index of weights is of}
    private static boolean isShard(String name, String index) {
        return FileChoice.isIndex(index)
                && name.matches("(pytorch_)?model-\\d{5}-of-\\d{5}\\.(safetensors|bin)")
                && index.startsWith(name.substring(0, name.indexOf('-')))
                && index.contains(name.substring(name.lastIndexOf('.')) + ".");
    }

    /// Asks for each file, where there is no list.
    private List<WantedFile> probed(Repo repo) throws ProblemException {
        Map<String, WantedFile> found = new HashMap<>();
        Set<String> asked = new LinkedHashSet<>();
        List<ProblemException> refused = new ArrayList<>();
        List<String> names = FileChoice.of(name -> {
            if (asked.add(name) && refused.isEmpty()) {
                try {
                    probe(repo, name).ifPresent(file -> found.put(name, file));
                } catch (ProblemException e) {
                    refused.add(e);
                }
            }
            return found.containsKey(name);
        });
        if (!refused.isEmpty()) {
            throw refused.getFirst();
        }
        requireWeights(repo, names);
        return names.stream().map(found::get).toList();
    }

    private Optional<WantedFile> probe(Repo repo, String name) throws ProblemException {
        URI address = hub.file(repo, repo.revision(), name);
        return retries.insist(host(address), () -> {
            try (Reply reply = web.head(address, cancelled)) {
                if (reply.passing() && reply.status() != 501) { // 501: it answers no HEAD
                    throw Again.of(reply);
                }
                boolean there = reply.status() == 200 || reply.status() == 405 || reply.status() == 501;
                if (!there && reply.status() != 404) {
                    throw FileFetch.refusal(repo.id(), reply);
                }
                return there ? Optional.of(new WantedFile(name, address, size(reply), reply.hash())) : Optional.empty();
            }
        });
    }

    private static OptionalLong size(Reply reply) {
        OptionalLong linked = reply.linked().firstValueAsLong("x-linked-size");
        return linked.isPresent() ? linked : reply.total();
    }

    private void requireWeights(Repo repo, List<String> names) throws ProblemException {
        if (names.isEmpty()) {
            throw new ProblemException(new Problem.DownloadRefused(
                    repo.id(), String.valueOf(hub.endpoint().getHost()), 404));
        }
        if (names.stream().noneMatch(FileChoice::isWeights)) {
            throw new ProblemException(new Problem.BadDownload(repo.id(), TEXTS.get("weights.none")));
        }
    }

    /// Adds the files that an index names, where nobody listed them.
    private List<WantedFile> withShards(List<WantedFile> files) throws ProblemException {
        List<WantedFile> all = new ArrayList<>(files);
        for (WantedFile index : files) {
            if (FileChoice.isIndex(index.name())) {
                for (String name : shards(index)) {
                    if (all.stream().noneMatch(file -> file.name().equals(name))) {
                        all.add(new WantedFile(
                                name, index.url().resolve(name), OptionalLong.empty(), Optional.empty()));
                    }
                }
            }
        }
        return all;
    }

    private Set<String> shards(WantedFile index) throws ProblemException {
        byte[] body = retries.insist(host(index.url()), () -> {
            try (Reply reply = web.get(index.url(), Map.of(), cancelled)) {
                if (reply.status() != 200) {
                    if (reply.passing()) {
                        throw Again.of(reply);
                    }
                    throw FileFetch.refusal(index.url().toString(), reply);
                }
                return web.read(reply, cancelled);
            }
        });
        Set<String> names = new LinkedHashSet<>();
        try {
            JsonElement root = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
            if (root instanceof JsonObject object && object.get("weight_map") instanceof JsonObject map) {
                map.asMap().values().stream()
                        .map(JsonElement::getAsString)
                        .filter(WantedFile::plain)
                        .forEach(names::add);
            }
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            throw new ProblemException(
                    new Problem.BadDownload(index.url().toString(), TEXTS.get("weights.unnamed")), e);
        }
        return names;
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost());
    }

    private static OptionalLong size(JsonObject file) {
        return file.get("size") instanceof JsonPrimitive size && size.isNumber() && size.getAsDouble() >= 0
                ? OptionalLong.of(size.getAsLong())
                : OptionalLong.empty();
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonPrimitive value && value.isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }
}
