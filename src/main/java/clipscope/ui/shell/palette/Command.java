package clipscope.ui.shell.palette;

/// Something a person can set off.
///
/// @param place the page it belongs to: "Grid"; empty if it works everywhere
/// @param title what it does: "Colours: Viridis"
/// @param keys as people write them: "Ctrl+O"; empty if there are none
/// @param chosen whether it is a choice, and the one that holds now
public record Command(String place, String title, String keys, boolean chosen, Runnable run) {

    /// {@return a command without keys that works everywhere}
    public static Command everywhere(String title, Runnable run) {
        return new Command("", title, "", false, run);
    }

    /// {@return place and title, which is what is searched: "Grid Colours: Viridis"}
    public String words() {
        return place.isEmpty() ? title : place + " " + title;
    }
}
