package clipscope.session.desk;

import clipscope.language.Texts;
import clipscope.session.Session;
import clipscope.session.compare.Comparison;
import clipscope.session.compare.ExtraPrompts;
import clipscope.session.compare.OtherWords;
import clipscope.session.compare.PromptEncoding;
import clipscope.session.compare.Survey;
import clipscope.session.duel.SecondModel;
import clipscope.session.image.Framings;
import clipscope.session.image.ImageIntake;
import clipscope.session.image.ImagePipeline;
import clipscope.session.image.ImageReader;
import clipscope.session.image.Pictures;
import clipscope.session.image.Thumbnails;
import clipscope.session.image.Workplace;
import clipscope.session.model.Embeddings;
import clipscope.session.model.ModelSlot;
import clipscope.task.JobBoard;
import clipscope.task.Runners;

/// A session with everything that keeps it computed: what the workspaces of a window, or a command, work
/// at.
///
/// **Thread:** Confined to the owner's thread.
public final class Desk {

    private static final Texts TEXTS = Texts.beside(Desk.class);

    private final JobBoard jobs;
    private final Workplace at;
    private final ImageIntake intake;
    private final ImagePipeline pipeline;
    private final Comparison comparison;
    private final Pictures pictures;
    private final OtherWords others;
    private final Framings framings;
    private final Survey survey;
    private final ExtraPrompts extraPrompts;
    private final SecondModel second;

    /// @param jobs where long work shows itself
    /// @param loader opens models, on the inference thread
    public Desk(Runners runners, JobBoard jobs, ImageReader reader, ModelSlot.Loader loader) {
        this.jobs = jobs;
        Session session = new Session();
        Embeddings embeddings = new Embeddings();
        ModelSlot slot = new ModelSlot(session, embeddings, runners, loader);
        Thumbnails thumbnails = new Thumbnails(session, reader, runners.io());
        this.at = new Workplace(session, embeddings, slot, thumbnails, reader, runners);
        this.intake = new ImageIntake(session, runners.io(), jobs);
        this.pipeline =
                new ImagePipeline(at, jobs, new ImagePipeline.Titles(TEXTS.get("job.encode"), TEXTS.get("job.read")));
        this.extraPrompts = new ExtraPrompts(session, embeddings, slot, runners);
        this.others = new OtherWords(session, extraPrompts, slot, runners.io(), jobs);
        this.comparison = new Comparison(session, embeddings, slot, others);
        this.survey = new Survey(session, comparison, runners.io());
        this.framings = new Framings(at);
        this.pictures = new Pictures(session, reader, runners.io());
        this.second = new SecondModel(at, jobs, loader);
        var _ = new PromptEncoding(session, embeddings, slot, runners.soon());
    }

    public Session session() {
        return at.session();
    }

    public ModelSlot slot() {
        return at.slot();
    }

    public Embeddings embeddings() {
        return at.embeddings();
    }

    public Thumbnails thumbnails() {
        return at.thumbnails();
    }

    public Runners runners() {
        return at.runners();
    }

    public JobBoard jobs() {
        return jobs;
    }

    public ImageIntake intake() {
        return intake;
    }

    public ImagePipeline pipeline() {
        return pipeline;
    }

    public Comparison comparison() {
        return comparison;
    }

    public OtherWords others() {
        return others;
    }

    public Survey survey() {
        return survey;
    }

    public Framings framings() {
        return framings;
    }

    public Pictures pictures() {
        return pictures;
    }

    public ExtraPrompts extraPrompts() {
        return extraPrompts;
    }

    /// {@return a model beside the one in use}
    public SecondModel second() {
        return second;
    }
}
