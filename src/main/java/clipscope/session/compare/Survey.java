package clipscope.session.compare;

import clipscope.embedding.Embedding;
import clipscope.embedding.ImageId;
import clipscope.score.Distribution;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What all images of the session say together: how the cosines of each prompt are spread, and which label
/// fits each image best.
///
/// Worked out on an io thread, one round at a time. While images keep arriving a round waits until there is
/// a tenth more of them, so that the work stays small beside the encoding.
///
/// **Thread:** Confined to the owner's thread.
public final class Survey {

    private static final double MORE = 1.1;

    private final Session session;
    private final Comparison comparison;
    private final TaskRunner io;
    private boolean busy;
    private boolean again;
    private int surveyed; // images in the latest round
    private Findings findings = Findings.NONE;

    /// What was found.
    ///
    /// @param byLabel how the cosines of a label are spread over the images
    /// @param best the label with the largest cosine for an image
    /// @param heirs for a label that is best somewhere: which labels come second there, for how many images
    /// @param low the smallest of all cosines
    /// @param high the largest of all cosines
    public record Findings(
            Map<String, Distribution> byLabel,
            Map<ImageId, String> best,
            Map<String, Map<String, Integer>> heirs,
            double low,
            double high) {

        static final Findings NONE = new Findings(Map.of(), Map.of(), Map.of(), 0, 0);

        public Findings {
            byLabel = Map.copyOf(byLabel);
            best = Map.copyOf(best);
            heirs = Map.copyOf(heirs);
        }
    }

    public Survey(Session session, Comparison comparison, TaskRunner io) {
        this.session = session;
        this.comparison = comparison;
        this.io = io;
        session.onChange(this::follow);
    }

    /// {@return what was found in the latest round}
    public Findings findings() {
        return findings;
    }

    /// {@return how the cosines of a label are spread, empty with fewer than two images}
    public Optional<Distribution> of(String label) {
        return Optional.ofNullable(findings.byLabel().get(label)).filter(spread -> spread.size() > 1);
    }

    /// {@return what a label changes for the others; empty without others, or if no image was looked at}
    public Optional<LabelEffect> effect(String label) {
        return findings.byLabel().size() > 1 && findings.byLabel().containsKey(label)
                ? Optional.of(LabelEffect.of(label, findings))
                : Optional.empty();
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Encoded _ -> {
                if (enoughMore()) {
                    request();
                }
            }
            case SessionChange.PromptsEncoded(),
                    SessionChange.Prompts(),
                    SessionChange.Scores(),
                    SessionChange.Images() -> request();
            case SessionChange.Model() -> {
                if (comparison.encodedImages() < surveyed) { // another model forgets all embeddings
                    request();
                }
            }
            case SessionChange.Image _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _ -> {}
        }
    }

    private boolean enoughMore() {
        int encoded = comparison.encodedImages();
        return encoded >= surveyed * MORE || comparison.allEncoded();
    }

    private void request() {
        if (busy) {
            again = true;
            return;
        }
        again = false;
        Comparison.Snapshot snapshot = comparison.snapshot();
        surveyed = snapshot.images().size();
        if (snapshot.images().isEmpty() || snapshot.labels().isEmpty()) {
            if (!findings.equals(Findings.NONE)) {
                found(Findings.NONE);
            }
            return;
        }
        busy = true;
        var _ = io.submit(_ -> look(snapshot), this::looked);
    }

    private void looked(Outcome<Findings> outcome) {
        busy = false;
        if (outcome instanceof Outcome.Done(Findings found)) {
            found(found);
        }
        if (again) {
            request();
        }
    }

    private void found(Findings found) {
        findings = found;
        session.tell(new SessionChange.Surveyed());
    }

    private static Findings look(Comparison.Snapshot snapshot) {
        List<ImageId> images = snapshot.images();
        List<String> labels = snapshot.labels();
        float[][] byLabel = new float[labels.size()][images.size()];
        Map<ImageId, String> best = new HashMap<>();
        Map<String, Map<String, Integer>> heirs = new HashMap<>();
        for (int i = 0; i < images.size(); i++) {
            Embedding image = snapshot.imageEmbeddings().get(i);
            int top = -1;
            int next = -1;
            for (int k = 0; k < labels.size(); k++) {
                byLabel[k][i] = image.cosine(snapshot.promptEmbeddings().get(k));
                if (top < 0 || byLabel[k][i] > byLabel[top][i]) {
                    next = top;
                    top = k;
                } else if (next < 0 || byLabel[k][i] > byLabel[next][i]) {
                    next = k;
                }
            }
            if (top >= 0) {
                best.put(images.get(i), labels.get(top));
            }
            if (next >= 0) {
                heirs.computeIfAbsent(labels.get(top), _ -> new HashMap<>()).merge(labels.get(next), 1, Integer::sum);
            }
        }
        Map<String, Distribution> spreads = new HashMap<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < labels.size() && !images.isEmpty(); k++) {
            Distribution spread = Distribution.of(byLabel[k]);
            spreads.put(labels.get(k), spread);
            low = Math.min(low, spread.min());
            high = Math.max(high, spread.max());
        }
        return spreads.isEmpty() ? Findings.NONE : new Findings(spreads, best, heirs, low, high);
    }
}
