package clipscope.ui.settings;

import clipscope.clip.Computing;
import clipscope.problem.Problem;
import clipscope.session.SessionChange;
import clipscope.settings.CurrentSettings;
import clipscope.settings.Setting;
import clipscope.settings.Settings;
import clipscope.task.Outcome;
import clipscope.ui.settings.SettingNotes.Looked;
import clipscope.ui.settings.SettingsRows.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a person can choose, and keeping what was chosen.
///
/// **Thread:** Confined to the owner's thread; knows no node.
public final class SettingsViewModel {

    private final SettingsSetup setup;
    private final CurrentSettings current;
    private final SettingNotes notes;
    private final List<Section> sections;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyBooleanWrapper reopenable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private boolean visible;
    private Optional<Looked> looked = Optional.empty();

    public SettingsViewModel(SettingsSetup setup) {
        this.setup = setup;
        this.current = setup.settings();
        this.notes = new SettingNotes(setup.desk(), setup.modelFolder());
        this.settings = new ReadOnlyObjectWrapper<>(current.get());
        this.sections = SettingsRows.of(current.get(), new SettingsRows.Store() {
            @Override
            public <T> void accept(Setting<T> setting, T value) {
                change(setting, value);
            }
        });
        setup.desk().session().onChange(this::follow);
        show();
    }

    // properties

    /// {@return what is chosen; whoever makes it take effect follows}
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    List<Section> sections() {
        return sections;
    }

    /// {@return whether the model in use computes in another way than is chosen}
    ReadOnlyBooleanProperty reopenableProperty() {
        return reopenable.getReadOnlyProperty();
    }

    /// {@return whether anything is not as at a first start}
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    Path file() {
        return current.file().file();
    }

    // commands

    /// Chooses a value, and keeps it.
    ///
    /// @throws IllegalArgumentException if it makes no sense; then nothing is changed
    public <T> void change(Setting<T> setting, T value) {
        if (!setting.of(current.get()).equals(value)) {
            current.change(setting, value);
            settings.set(current.get());
            show();
            save();
            lookAtFiles();
        }
    }

    /// Takes everything back to what a first start uses.
    void resetAll() {
        sections.stream().flatMap(section -> section.rows().stream()).forEach(SettingRow::reset);
    }

    void reopenModel() {
        setup.reopen().run();
    }

    /// {@return the folder that the person chooses}
    Optional<Path> chooseFolder() {
        return setup.chooseFolder().get();
    }

    /// Told when the page comes into view and goes out of it; hidden, it does not look at what is in use.
    void seen(boolean seen) {
        visible = seen;
        if (seen) {
            show();
            lookAtFiles();
        }
    }

    private void save() {
        var _ = setup.desk()
                .runners()
                .io()
                .<Boolean>submit(
                        _ -> {
                            current.save();
                            return true;
                        },
                        outcome -> {
                            if (outcome instanceof Outcome.Failed(Throwable cause)) {
                                setup.notice().accept(Problem.of(cause));
                            }
                        });
    }

    private void lookAtFiles() {
        var _ = setup.desk()
                .runners()
                .io()
                .<Looked>submit(_ -> new Looked(setup.net().get(), setup.cache().size()), outcome -> {
                    if (outcome instanceof Outcome.Done(Looked found)) {
                        looked = Optional.of(found);
                        show();
                    }
                });
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Model(), SessionChange.Encoded _ -> {
                if (visible) {
                    show();
                }
            }
            case SessionChange.Images _,
                    SessionChange.Image _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    private void show() {
        Settings now = current.get();
        Map<Setting<?>, String> words = notes.of(now, looked);
        for (Section section : sections) {
            for (SettingRow<?> row : section.rows()) {
                row.show(now);
                row.note(words.getOrDefault(row.setting(), ""));
            }
        }
        changed.set(sections.stream()
                .flatMap(section -> section.rows().stream())
                .anyMatch(row -> row.changedProperty().get()));
        Optional<Computing> used = setup.desk().slot().computing();
        reopenable.set(used.map(computing -> computing.withImageSize(OptionalInt.empty())) // chosen for one model
                .filter(computing -> !computing.equals(now.model().computing()))
                .isPresent());
    }
}
