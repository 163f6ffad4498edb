package clipscope.ui.shell.status;

import clipscope.language.Texts;
import clipscope.task.Job;
import clipscope.ui.fx.Ticker;
import clipscope.ui.shell.model.ModelBadgeViewModel;
import clipscope.ui.shell.status.StatusViewModel.JobLine;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The line below everything: counts, what is going on, what could not be read.
///
/// **Thread:** Confined to the JavaFX thread.
public final class StatusBar {

    private static final Texts TEXTS = Texts.beside(StatusBar.class);

    private static final Duration LOOK = Duration.millis(250); // as fast as a person reads numbers

    private final StatusViewModel model;
    private final ModelBadgeViewModel badge;
    private static final PseudoClass SEVERAL = PseudoClass.getPseudoClass("several"); // their numbers need the room

    private final HBox root = new HBox();
    private final HBox jobs = new HBox();
    private final List<JobRow> rows = new ArrayList<>();
    private final Ticker ticker = new Ticker(LOOK, this::look);

    /// One job's nodes, kept while the job goes on, so that the link that stops it keeps the focus.
    private static final class JobRow {

        private final Job job;
        private final Label count = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final Label pace = new Label();
        private final HBox node;

        private JobRow(Job job, StatusViewModel model) {
            this.job = job;
            String word = switch (job.stopping()) {
                case CANCEL -> TEXTS.get("cancel");
                case PAUSE -> TEXTS.get("pause");
            };
            Hyperlink stop = new Hyperlink(word);
            stop.getStyleClass().add("job-stop");
            stop.setMinWidth(Region.USE_PREF_SIZE); // numbers may be cut, not what stops them
            stop.setAccessibleText(TEXTS.get("stop.accessible", word, job.title()));
            stop.setOnAction(_ -> model.stop(job));
            bar.setAccessibleText(job.title());
            pace.getStyleClass().add("job-pace");
            node = new HBox(count, bar, pace, stop);
            node.getStyleClass().add("job");
        }

        private void show(JobLine line) {
            count.setText((line.title() + " " + line.count()).strip());
            bar.setProgress(line.fraction());
            pace.setText(line.pace());
        }
    }

    /// @param badge has its rate refreshed with the line
    /// @param device what the model runs on: "CPU"
    public StatusBar(StatusViewModel status, ModelBadgeViewModel badge, String device, Runnable showUnreadable) {
        this.model = status;
        this.badge = badge;
        Label counts = new Label();
        counts.setId("shell-counts");
        counts.textProperty().bind(model.countsProperty());
        jobs.setId("shell-jobs");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label deviceName = new Label(device);
        deviceName.setId("shell-device");
        root.setId("shell-status");
        root.getChildren().addAll(counts, jobs, unfinished(), space, unreadable(showUnreadable), deviceName);
        root.getChildren().stream()
                .filter(Region.class::isInstance)
                .filter(node -> node != space && node != jobs)
                .forEach(node -> ((Region) node).setMinWidth(Region.USE_PREF_SIZE));
        model.jobs().subscribe(this::showJobs);
        showJobs();
        model.activeProperty().subscribe(active -> {
            if (active) {
                ticker.start();
            }
        });
    }

    public Region node() {
        return root;
    }

    private boolean look() {
        boolean again = model.refresh();
        badge.refresh();
        return again;
    }

    private void showJobs() {
        List<JobLine> lines = model.jobs();
        rows.removeIf(row -> lines.stream().noneMatch(line -> line.job() == row.job));
        for (JobLine line : lines) {
            JobRow row = rows.stream()
                    .filter(r -> r.job == line.job())
                    .findFirst()
                    .orElseGet(() -> added(new JobRow(line.job(), model)));
            row.show(line);
        }
        List<HBox> nodes = rows.stream().map(row -> row.node).toList();
        jobs.pseudoClassStateChanged(SEVERAL, nodes.size() > 1);
        if (!jobs.getChildren().equals(nodes)) {
            jobs.getChildren().setAll(nodes);
        }
    }

    private JobRow added(JobRow row) {
        rows.add(row);
        return row;
    }

    private HBox unfinished() {
        Hyperlink resume = new Hyperlink(TEXTS.get("continue"));
        resume.setId("shell-continue");
        resume.setOnAction(_ -> model.resume());
        resume.accessibleTextProperty()
                .bind(model.unfinishedProperty().map(count -> TEXTS.get("continue.accessible", count.longValue())));
        HBox box = new HBox(resume); // what was encoded is said by the counts beside it
        box.setId("shell-unfinished");
        box.getStyleClass().add("job");
        shownWhen(box, model.unfinishedProperty().map(count -> count.longValue() > 0));
        return box;
    }

    private Hyperlink unreadable(Runnable show) {
        Hyperlink link = new Hyperlink();
        link.setId("shell-unreadable");
        link.setOnAction(_ -> show.run());
        model.unreadable().subscribe(() -> showUnreadable(link));
        showUnreadable(link);
        return link;
    }

    private void showUnreadable(Hyperlink link) {
        boolean any = !model.unreadable().isEmpty();
        link.setText(model.unreadableWords());
        link.setVisible(any);
        link.setManaged(any);
    }

    private static void shownWhen(Region node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
