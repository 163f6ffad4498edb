package clipscope.zoo.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Where a model comes from.
///
/// **Thread:** Immutable.
public sealed interface ModelSource {

    /// A repository on Hugging Face's hub, or on a mirror of it.
    ///
    /// @param id owner and name: `openai/clip-vit-base-patch32`
    /// @param revision a branch, a tag or a commit
    /// @param hub where it is; empty for the hub of the settings
    record Repo(String id, String revision, Optional<URI> hub) implements ModelSource {}

    /// Files at addresses of their own, which together are one model.
    record Files(List<RemoteFile> files) implements ModelSource {

        public Files {
            files = List.copyOf(files);
        }
    }

    /// A file at an address.
    ///
    /// @param size in bytes; empty if it is to be asked of the server
    /// @param sha256 as hexadecimal digits; empty if it is not known
    record RemoteFile(URI url, OptionalLong size, Optional<String> sha256) {

        /// {@return what follows the last slash of its path}
        public String name() {
            String path = url.getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /// {@return the source in a few words: the repository, or the address of the first file}
    default String words() {
        return switch (this) {
            case Repo(String id, String _, var _) -> id;
            case Files(List<RemoteFile> files) -> files.getFirst().url().toString();
        };
    }
}
