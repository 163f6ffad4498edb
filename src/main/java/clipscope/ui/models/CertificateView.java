package clipscope.ui.models;

import atlantafx.base.theme.Styles;
import clipscope.clip.certificate.Certificate;
import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.CertificateText;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import clipscope.ui.control.MessagePane;
import clipscope.ui.models.ModelsContent.Check;
import clipscope.ui.problem.ProblemNotice;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The certificate of the model in use: what is known of it, how, and the verdict.
///
/// **Thread:** Confined to the JavaFX thread.
final class CertificateView {

    private static final Texts TEXTS = Texts.beside(CertificateView.class);

    private final ModelsViewModel model;
    private final VBox root = new VBox();
    private final Button verify = new Button(TEXTS.get("verify"), new FontIcon(Feather.SHIELD));
    private final Button copy = new Button(TEXTS.get("copy"), new FontIcon(Feather.COPY));
    private final VBox notices = new VBox();
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);
    private List<Certificate.Section> shown = List.of();

    CertificateView(ModelsViewModel model) {
        this.model = model;
        root.setId("models-certificate");
        root.getStyleClass().add("panel");
        verify.setId("models-verify");
        verify.getStyleClass().add(Styles.ACCENT);
        verify.setOnAction(_ -> model.verify());
        copy.setId("models-copy");
        copy.setTooltip(new Tooltip(TEXTS.get("copy.tip")));
        copy.setAccessibleText(TEXTS.get("copy.accessible"));
        copy.setOnAction(_ -> copy());
        notices.getStyleClass().add("notices");
        sections.getStyleClass().add("sections");
        scroll.setId("models-sections");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        model.contentProperty().subscribe(this::show);
    }

    Region node() {
        return root;
    }

    private void show(ModelsContent content) {
        switch (content) {
            case ModelsContent.NoModel() ->
                message(new MessagePane(Feather.CPU, TEXTS.get("none"), TEXTS.get("none.hint")));
            case ModelsContent.Loading(String name) ->
                message(new MessagePane(Feather.CPU, TEXTS.get("loading", name), "", new ProgressIndicator()));
            case ModelsContent.NotLoaded(Problem problem) ->
                message(new MessagePane(Feather.ALERT_TRIANGLE, TEXTS.get("failed"), ProblemText.of(problem)));
            case ModelsContent.Reading _ ->
                message(new MessagePane(Feather.FILE_TEXT, TEXTS.get("reading"), "", new ProgressIndicator()));
            case ModelsContent.Unread(var _, Problem problem) ->
                message(new MessagePane(Feather.ALERT_TRIANGLE, TEXTS.get("unread"), ProblemText.of(problem)));
            case ModelsContent.Certified(var _, Certificate certificate, Check check) ->
                showCertificate(certificate, check);
        }
    }

    private void message(MessagePane message) {
        shown = List.of();
        VBox.setVgrow(message, Priority.ALWAYS);
        root.getChildren().setAll(message);
    }

    private void showCertificate(Certificate certificate, Check check) {
        verify.setText(check instanceof Check.Ended ? TEXTS.get("verify.again") : TEXTS.get("verify"));
        notices.getChildren().setAll(notices(certificate, check));
        notices.setManaged(!notices.getChildren().isEmpty());
        if (!certificate.sections().equals(shown)) {
            shown = certificate.sections();
            sections.getChildren()
                    .setAll(shown.stream()
                            .filter(section -> !section.disagrees())
                            .map(SectionTable::of)
                            .toList());
        }
        root.getChildren().setAll(head(certificate, check), notices, scroll);
    }

    private Node head(Certificate certificate, Check check) {
        Label title = new Label(TEXTS.get("certificate"));
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button action = check instanceof Check.Running ? cancel() : verify;
        HBox first = new HBox(title, space, copy, action);
        first.getStyleClass().add("first");
        first.setAlignment(Pos.CENTER_LEFT);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        action.setMinWidth(Region.USE_PREF_SIZE);
        Label state = state(certificate, check);
        state.setMinHeight(Region.USE_PREF_SIZE);
        VBox head = new VBox(first, state);
        head.getStyleClass().add("head");
        return head;
    }

    private Button cancel() {
        Button cancel = new Button(TEXTS.get("cancel"), new FontIcon(Feather.X));
        cancel.setId("models-cancel");
        cancel.setOnAction(_ -> model.cancelVerification());
        return cancel;
    }

    /// The step that is going on, or the verdict.
    private static Label state(Certificate certificate, Check check) {
        Label label = new Label();
        label.setId("models-verdict");
        label.setWrapText(true);
        label.getStyleClass().add("verdict");
        if (check instanceof Check.Running(String step)) {
            label.setText(TEXTS.get("going", step));
            label.setGraphic(new ProgressIndicator());
            return label;
        }
        label.setText(CertificateText.verdict(certificate));
        if (!certificate.passed()) {
            label.setGraphic(new FontIcon(Feather.X_OCTAGON));
            label.getStyleClass().add("failed");
        } else if (check instanceof Check.Ended) {
            label.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
            label.getStyleClass().add("passed");
        } else {
            label.getStyleClass().add("muted");
        }
        return label;
    }

    private List<Node> notices(Certificate certificate, Check check) {
        List<Node> nodes = new ArrayList<>();
        if (check instanceof Check.Failed(Problem problem)) {
            ProblemNotice.Action again = new ProblemNotice.Action(TEXTS.get("again"), model::verify);
            nodes.add(new ProblemNotice(problem, List.of(again)).node());
        }
        certificate.sections().stream()
                .filter(Certificate.Section::disagrees)
                .flatMap(section -> section.lines().stream())
                .map(CertificateView::words)
                .forEach(words -> nodes.add(new ProblemNotice(words, List.of()).node()));
        return nodes;
    }

    private static String words(Line line) {
        return TEXTS.get("disagree", line.value(), capitalised(line.note()));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.certificateText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
