package clipscope.session.image;

import clipscope.clip.ClipModel;
import clipscope.clip.pixels.Framing;
import clipscope.clip.pixels.PixelTensor;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.embedding.ImageId;
import clipscope.embedding.MeanEmbedding;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import clipscope.session.SessionChange;
import clipscope.task.Outcome;
import clipscope.task.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The image looked at in another framing than the model's own, and what the image tower is given of it.
///
/// All other images, and the other workspaces, keep the model's own framing: it is the one the model was
/// trained with.
///
/// **Thread:** Confined to the owner's thread.
public final class Framings {

    private final Workplace at;
    private TaskRunner.Handle running = TaskRunner.Handle.NONE;
    private Optional<Framing> wanted = Optional.empty();
    private boolean inputsWanted;
    private Optional<Framed> current = Optional.empty();

    /// What was made of an image.
    ///
    /// @param inputs pictures as the image tower is given them, turned back into pixels
    /// @param embedding the mean of theirs; empty in the model's own framing, whose embedding the session has
    public record Framed(ImageId image, Framing framing, List<PixelImage> inputs, Optional<Embedding> embedding) {

        public Framed {
            inputs = List.copyOf(inputs);
        }
    }

    /// What the image tower is given, and the same turned back into pixels.
    private record Frames(List<PixelTensor> tensors, List<PixelImage> inputs) {

        static Frames of(List<PixelTensor> tensors, ClipModel model) {
            return new Frames(
                    tensors, tensors.stream().map(model.framer()::picture).toList());
        }
    }

    public Framings(Workplace at) {
        this.at = at;
        at.session().onChange(this::follow);
    }

    /// {@return the framing of the image looked at}
    public Framing chosen() {
        return wanted.orElse(own());
    }

    /// {@return the framing the model was trained with}
    public Framing own() {
        return at.slot().model().map(model -> model.framer().own()).orElse(Framing.CROP);
    }

    /// {@return what was made of the image looked at, empty while nothing is asked or it is being made}
    public Optional<Framed> current() {
        return current;
    }

    /// {@return the embedding of an image in the framing chosen, empty while there is none}
    public Optional<Embedding> embedding(ImageId image) {
        if (chosen() == own()) {
            return at.embeddings().image(image);
        }
        return current.filter(framed -> framed.image().equals(image)).flatMap(Framed::embedding);
    }

    // commands

    /// Shows the image looked at to the model in another framing.
    public void choose(Framing framing) {
        wanted = framing == own() ? Optional.empty() : Optional.of(framing);
        refresh();
    }

    /// Asks for what the image tower is given, or no longer.
    public void showInputs(boolean show) {
        inputsWanted = show;
        refresh();
    }

    private void follow(SessionChange change) {
        switch (change) {
            case SessionChange.Selection(), SessionChange.Model() -> refresh();
            case SessionChange.Images _,
                    SessionChange.Image _,
                    SessionChange.Encoded _,
                    SessionChange.Prompts _,
                    SessionChange.PromptsEncoded _,
                    SessionChange.Scores _,
                    SessionChange.Frozen _,
                    SessionChange.Surveyed _,
                    SessionChange.Framed _ -> {}
        }
    }

    private void refresh() {
        running.cancel();
        current = Optional.empty();
        Framing framing = chosen();
        boolean asked = inputsWanted || framing != own();
        Optional<ClipModel> model = at.slot().model();
        Optional<ImageId> image = at.session().selected();
        if (asked && model.isPresent() && image.isPresent()) {
            frame(model.get(), image.get(), framing);
        }
        at.session().tell(new SessionChange.Framed());
    }

    private void frame(ClipModel model, ImageId image, Framing framing) {
        var source = at.session().source(image);
        running = at.runners()
                .io()
                .submit(_ -> Frames.of(at.reader().frames(source, model, framing), model), outcome -> {
                    if (outcome instanceof Outcome.Done(Frames(var tensors, var inputs))) {
                        framed(model, new Framed(image, framing, inputs, Optional.empty()), tensors);
                    } // the image itself says what is wrong with it
                });
    }

    private void framed(ClipModel model, Framed framed, List<PixelTensor> tensors) {
        if (framed.framing() == own()) {
            show(framed);
            return;
        }
        running = at.runners().soon().submit(_ -> mean(model, tensors), outcome -> {
            Optional<Embedding> embedding =
                    outcome instanceof Outcome.Done(Embedding done) ? Optional.of(done) : Optional.empty();
            show(new Framed(framed.image(), framed.framing(), framed.inputs(), embedding));
        });
    }

    private void show(Framed framed) {
        current = Optional.of(framed);
        at.session().tell(new SessionChange.Framed());
    }

    /// Encodes on the inference thread.
    private static Embedding mean(ClipModel model, List<PixelTensor> tensors) throws ProblemException {
        FloatMatrix projections = model.encodeImages(tensors);
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < projections.rows(); i++) {
            embeddings.add(Embedding.ofProjection(projections.row(i)));
        }
        return MeanEmbedding.of(embeddings);
    }
}
