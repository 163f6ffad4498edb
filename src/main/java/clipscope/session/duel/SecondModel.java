package clipscope.session.duel;

import clipscope.clip.Computing;
import clipscope.language.Texts;
import clipscope.prompt.PromptTemplate;
import clipscope.score.ScoreSettings;
import clipscope.session.Document;
import clipscope.session.Session;
import clipscope.session.SessionChange;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.ExtraPrompts;
import clipscope.session.compare.OtherWords;
import clipscope.session.compare.PromptEncoding;
import clipscope.session.image.ImagePipeline;
import clipscope.session.image.Workplace;
import clipscope.session.model.Embeddings;
import clipscope.session.model.ModelSlot;
import clipscope.task.JobBoard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A model beside the one in use, on the same images and labels, with a template of its own.
///
/// A session mirrors the person's, so that everything that keeps a session computed works for this model too,
/// its preprocessing, its prompts, the cache on disk. While no model is asked for, nothing is mirrored and
/// nothing is computed. See `docs/decisions/0031`.
///
/// **Memory:** a second set of weights and of embeddings while it is open; thumbnails are the first's.
///
/// **Thread:** Confined to the owner's thread.
public final class SecondModel {

    private static final Texts TEXTS = Texts.beside(SecondModel.class);

    private final Session first;
    private final Session mirror;
    private final ModelSlot slot;
    private final ImagePipeline pipeline;
    private final Comparison comparison;
    private Optional<PromptTemplate> own = Optional.empty();
    private boolean open;

    /// @param at where the model in use works
    /// @param loader opens models, on the inference thread
    public SecondModel(Workplace at, JobBoard jobs, ModelSlot.Loader loader) {
        this.first = at.session();
        this.mirror = first.mirrored();
        Embeddings embeddings = new Embeddings();
        this.slot = new ModelSlot(mirror, embeddings, at.runners(), loader);
        this.pipeline = new ImagePipeline(
                new Workplace(mirror, embeddings, slot, at.thumbnails(), at.reader(), at.runners()),
                jobs,
                new ImagePipeline.Titles(TEXTS.get("job.encode"), TEXTS.get("job.read")));
        ExtraPrompts words = new ExtraPrompts(mirror, embeddings, slot, at.runners());
        OtherWords none = new OtherWords(mirror, words, slot, at.runners().io(), jobs);
        this.comparison = new Comparison(mirror, embeddings, slot, none);
        var _ = new PromptEncoding(mirror, embeddings, slot, at.runners().soon());
        first.onChange(this::follow);
        mirror.onChange(change -> {
            if (change instanceof SessionChange.Model) {
                look();
            }
        });
    }

    /// Calls the listener after everything that becomes different for this model, for as long as the program
    /// runs.
    public void onChange(Consumer<? super SessionChange> listener) {
        mirror.onChange(listener);
    }

    /// {@return the model, and whether it is being loaded}
    public ModelSlot slot() {
        return slot;
    }

    public ImagePipeline pipeline() {
        return pipeline;
    }

    public Comparison comparison() {
        return comparison;
    }

    /// {@return the template of this model's prompts: its own, or the session's}
    public PromptTemplate template() {
        return own.orElse(first.document().template());
    }

    // commands

    /// Loads a model in place of the present one, and encodes with it whatever its cache does not have.
    public void open(Path location, Computing computing) {
        open = true;
        look();
        slot.open(location, computing);
    }

    /// Stops its work and frees its memory, once the batch that is computed now has ended.
    public void close() {
        open = false;
        pipeline.cancel();
        slot.release();
        mirror.mirror(first, Document.EMPTY);
    }

    /// Makes prompts by another template than the session.
    ///
    /// @param template empty for the session's
    public void setTemplate(Optional<PromptTemplate> template) {
        own = template;
        look();
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Images(), SessionChange.Prompts(), SessionChange.Scores() -> look();
            case SessionChange.Image _,
                    SessionChange.Frozen _,
                    SessionChange.Encoded _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _,
                    SessionChange.Selection _,
                    SessionChange.Model _ -> {}
        }
    }

    private void look() {
        if (open) {
            mirror.mirror(first, seen(first.document()));
        }
    }

    /// Without a model there are no images: they would be decoded for nothing.
    ///
    /// Labels that are left out take no part here either; a temperature is the business of the model that it
    /// was chosen for.
    private Document seen(Document document) {
        ScoreSettings scores = ScoreSettings.MODELS_OWN;
        for (String label : document.scores().leftOut()) {
            scores = scores.leavingOut(label, true);
        }
        Document seen = document.withTemplate(template()).withScores(scores);
        return slot.model().isPresent() ? seen : seen.withImages(List.of());
    }
}
