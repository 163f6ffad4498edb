package clipscope.zoo.catalogue;

import clipscope.zoo.catalogue.CatalogueModel.Facts;
import clipscope.zoo.catalogue.ModelSource.RemoteFile;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person types to say where a model is: `owner/name`, the address of a page on the hub, or that of a
/// file.
public final class ModelAddress {

    static final String MAIN = "main";

    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9._-]{0,95}";
    private static final Pattern REPO = Pattern.compile("(%s/%s)(?:@(%s))?".formatted(PART, PART, PART));
    private static final Pattern PAGE = Pattern.compile("/(%s/%s)(?:/tree/([^/]+))?/?".formatted(PART, PART));
    private static final List<String> WEIGHTS = List.of(".pt", ".bin", ".safetensors");

    private ModelAddress() {}

    /// {@return the model that is meant; empty if it is neither a repository nor an address}
    public static Optional<CatalogueModel> parse(String typed) {
        String text = typed.strip();
        Matcher repo = REPO.matcher(text);
        if (repo.matches()) {
            return repo(repo.group(1), Optional.ofNullable(repo.group(2)).orElse(MAIN), Optional.empty())
                    .map(ModelAddress::model);
        }
        return web(text).flatMap(url -> page(url).or(() -> file(url)));
    }

    /// {@return the address that a text is; empty if it is none of the web}
    static Optional<URI> web(String text) {
        try {
            return Optional.of(new URI(text)).filter(ModelAddress::isWeb);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// {@return the repository of a name; empty if it cannot be one}
    static Optional<ModelSource.Repo> repo(String id, String revision, Optional<URI> hub) {
        boolean plain = REPO.matcher(id).matches() && !id.contains("..") && !id.contains("@");
        return plain && revision.matches(PART) && !revision.contains("..")
                ? Optional.of(new ModelSource.Repo(id, revision, hub))
                : Optional.empty();
    }

    /// {@return whether a model's file can be at the address}
    static boolean isFile(URI url) {
        return isWeb(url) && url.getPath().matches(".*/[A-Za-z0-9_][A-Za-z0-9._@+-]*");
    }

    private static boolean isWeb(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("https") || scheme.equals("http")) && url.getHost() != null && url.getPath() != null;
    }

    /// A page of the hub, wherever it is reached: what looks like a file is one.
    private static Optional<CatalogueModel> page(URI url) {
        Matcher page = PAGE.matcher(url.getPath());
        boolean file = WEIGHTS.stream().anyMatch(url.getPath()::endsWith);
        return page.matches() && !file
                ? repo(page.group(1), Optional.ofNullable(page.group(2)).orElse(MAIN), hub(url))
                        .map(ModelAddress::model)
                : Optional.empty();
    }

    /// {@return the hub of a page; empty for Hugging Face's own, which a mirror may stand for}
    private static Optional<URI> hub(URI page) {
        String host = page.getHost().toLowerCase(Locale.ROOT);
        return host.equals("huggingface.co") || host.equals("hf.co")
                ? Optional.empty()
                : Optional.of(page.resolve("/"));
    }

    private static Optional<CatalogueModel> file(URI url) {
        if (!isFile(url) || WEIGHTS.stream().noneMatch(url.getPath()::endsWith)) {
            return Optional.empty();
        }
        RemoteFile file = new RemoteFile(url, OptionalLong.empty(), Optional.empty());
        String name = file.name().replaceAll("\\.(pt|bin|safetensors)$", "");
        return Optional.of(new CatalogueModel(
                name, name, url.getHost(), "", new ModelSource.Files(List.of(file)), "", Facts.UNKNOWN));
    }

    private static CatalogueModel model(ModelSource.Repo repo) {
        String[] parts = repo.id().split("/", 2);
        return new CatalogueModel(parts[0] + "--" + parts[1], parts[1], parts[0], "", repo, "", Facts.UNKNOWN);
    }
}
