package clipscope.ui.settings;

import clipscope.language.Texts;
import clipscope.settings.Setting;
import clipscope.settings.Settings;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One setting on the page.
///
/// **Thread:** Confined to the owner's thread; knows no node.
final class SettingRow<T> {

    private static final Texts TEXTS = Texts.beside(SettingRow.class);

    private final Setting<T> setting;
    private final About about;
    private final SettingInput<T> form;
    private final BiConsumer<Setting<T>, T> store;
    private final ReadOnlyObjectWrapper<T> value;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /// What is said of a setting.
    ///
    /// @param words one line
    record About(String title, String words, Effect effect) {}

    /// @param store is given what the person chooses; throws [IllegalArgumentException] at what makes no
    ///     sense, as [Setting#with] does
    SettingRow(Setting<T> setting, About about, SettingInput<T> form, BiConsumer<Setting<T>, T> store) {
        this.setting = setting;
        this.about = about;
        this.form = form;
        this.store = store;
        this.value = new ReadOnlyObjectWrapper<>(setting.byDefault());
    }

    // properties

    Setting<T> setting() {
        return setting;
    }

    /// {@return its name in the file, which ids are made of: `window.theme`}
    String name() {
        return setting.name();
    }

    About about() {
        return about;
    }

    SettingInput<T> form() {
        return form;
    }

    ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// {@return whether it is not what a first start uses}
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// {@return why what was typed is not used; empty if it is}
    ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /// {@return what is in use at present, in words; empty if there is nothing to say}
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    // commands

    /// Chooses a value.
    void choose(T chosen) {
        try {
            store.accept(setting, chosen);
            fault.set("");
        } catch (IllegalArgumentException e) {
            fault.set(TEXTS.get("fault", String.valueOf(e.getMessage())));
        }
    }

    /// Takes what was typed, if that is a value.
    void type(String text) {
        switch (form) {
            case SettingInput.OneOf<T> _ -> throw new IllegalStateException(name() + " is not typed");
            case SettingInput.Typed<T> typed -> type(text, typed.read());
            case SettingInput.Secret<T> secret -> type(text, secret.read());
            case SettingInput.Folder<T> folder -> type(text, folder.read());
        }
    }

    private void type(String text, Function<String, T> read) {
        try {
            choose(read.apply(text));
        } catch (IllegalArgumentException e) {
            fault.set(TEXTS.get("fault", String.valueOf(e.getMessage())));
        }
    }

    void reset() {
        choose(setting.byDefault());
    }

    /// Shows what the settings have.
    void show(Settings settings) {
        value.set(setting.of(settings));
        changed.set(!setting.of(settings).equals(setting.byDefault()));
    }

    void note(String words) {
        note.set(words);
    }
}
