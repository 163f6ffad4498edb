package clipscope.ui.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// One workspace of the window. It is built when it is first needed: building all of them would keep the
/// first from being seen.
///
/// **Thread:** Confined to the JavaFX thread.
public final class Page {

    private final String id;
    private final String title;
    private final Ikon icon;
    private final Kind kind;
    private final Supplier<? extends PageView> building;
    private Optional<PageView> built = Optional.empty();

    /// What a page is to the window.
    public enum Kind {
        /// About pictures: while there are none, the welcome stands in its place.
        OF_PICTURES,
        /// About something else.
        OF_OTHERS,
        /// Apart from the workspaces, at the end of the navigation rail.
        AT_END
    }

    /// What a key does.
    ///
    /// @param keys in English, as people write them: "Alt+Up"; [KeyNames] says them in other languages
    /// @param text what they do: "Move the label up"
    public record KeyHint(String keys, String text) {}

    /// @param id of the page's node, which all of its style rules and ids begin with: `classify`
    /// @param title in the navigation rail
    /// @param building called once, at most
    public Page(String id, String title, Ikon icon, Kind kind, Supplier<? extends PageView> building) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.kind = kind;
        this.building = building;
    }

    public String id() {
        return id;
    }

    /// {@return the name in the navigation rail}
    public String title() {
        return title;
    }

    public Ikon icon() {
        return icon;
    }

    /// {@return whether the page is about pictures: while there are none, the welcome stands in its place}
    public boolean needsPictures() {
        return kind == Kind.OF_PICTURES;
    }

    /// {@return whether its place is apart from the workspaces, at the end of the navigation rail}
    public boolean atEnd() {
        return kind == Kind.AT_END;
    }

    /// {@return whether it was needed before}
    public boolean isBuilt() {
        return built.isPresent();
    }

    /// {@return what it shows, built by the first call}
    public Region node() {
        return view().node();
    }

    /// Takes files and folders that were dropped while the page is in front.
    ///
    /// @return whether they were of use; if not, their pictures are added to the session
    public boolean take(List<Path> files) {
        return view().take(files);
    }

    /// {@return the keys that work on this page only, for the sheet of keys}
    public List<KeyHint> keys() {
        return view().keys();
    }

    private PageView view() {
        PageView view = built.orElseGet(building);
        built = Optional.of(view);
        return view;
    }
}
