package clipscope.zoo.download;

import clipscope.clip.layout.ModelPlans;
import clipscope.problem.ProblemException;
import clipscope.zoo.catalogue.ModelSource.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The folder in which Hugging Face's own programs keep what they downloaded.
///
/// **Thread:** Immutable; reads files.
///
/// **Source:** "Manage huggingface_hub cache-system" of its documentation: `refs` name commits, `snapshots`
/// hold their files as links to `blobs`; a blob has its name only when it is whole.
///
/// @param folder need not be there
public record HubCache(Path folder) {

    /// {@return the cache that the environment names, else the usual one}
    public static HubCache of(Map<String, String> environment, Path home) {
        return new HubCache(Hub.variable(environment, "HF_HUB_CACHE")
                .or(() -> Hub.variable(environment, "HUGGINGFACE_HUB_CACHE"))
                .map(Path::of)
                .orElseGet(() -> home(environment, home).resolve("hub")));
    }

    /// {@return the folder of the cache and the token}
    static Path home(Map<String, String> environment, Path home) {
        return Hub.variable(environment, "HF_HOME")
                .map(Path::of)
                .orElseGet(() -> Hub.variable(environment, "XDG_CACHE_HOME")
                        .map(Path::of)
                        .orElseGet(() -> home.resolve(".cache"))
                        .resolve("huggingface"));
    }

    /// {@return the folder of a model, if all that is needed of it is there}
    public Optional<Path> find(Repo repo) {
        Path place = folder.resolve("models--" + repo.id().replace("/", "--"));
        return commit(place, repo.revision())
                .map(commit -> place.resolve("snapshots").resolve(commit))
                .filter(HubCache::whole);
    }

    private static Optional<String> commit(Path place, String revision) {
        try {
            return Optional.of(Files.readString(place.resolve("refs").resolve(revision))
                            .strip())
                    .filter(commit -> commit.matches("[0-9a-f]{40}"));
        } catch (IOException _) {
            return revision.matches("[0-9a-f]{40}") ? Optional.of(revision) : Optional.empty();
        }
    }

    /// Programs that need a tokenizer alone leave folders without weights.
    private static boolean whole(Path snapshot) {
        try {
            ModelPlans.read(snapshot).weights().open().close();
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }
}
