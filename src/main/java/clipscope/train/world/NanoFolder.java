package clipscope.train.world;

import clipscope.clip.engine.TrainingNetwork;
import clipscope.clip.weights.SafetensorsWriter.Storage;
import clipscope.embedding.FloatMatrix;
import clipscope.file.WholeFile;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import clipscope.train.ModelFolder;
import clipscope.train.bpe.CaptionTokens;
import clipscope.train.bpe.TokenizerFile;
import clipscope.train.world.Quiz.Candidate;
import clipscope.train.world.art.Pictographs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes what was trained as the model folder that comes with ClipScope: model, card, samples and curve.
final class NanoFolder {

    static final String CARD = "README.md";
    static final String CURVE = "curve.csv";

    private final NanoPlan plan;
    private final EarlierCourses earlier;
    private final Drawings drawings;
    private final Pictographs pictographs;
    private final DrawnWorld world;

    NanoFolder(NanoPlan plan, EarlierCourses earlier, Drawings drawings, Pictographs pictographs, DrawnWorld world) {
        this.plan = plan;
        this.earlier = earlier;
        this.drawings = drawings;
        this.pictographs = pictographs;
        this.world = world;
    }

    void write(TrainingNetwork network, TokenizerFile tokenizer, CaptionTokens tokens)
            throws IOException, ProblemException {
        ModelFolder folder = new ModelFolder(plan.model());
        List<String> words = Vocabulary.spoken(world);
        folder.writeWords(words);
        folder.write(
                new ModelFolder.Content(
                        NanoShape.of(tokenizer.size()),
                        NanoShape.PREPROCESSING,
                        tokenizer.json(),
                        tokenizer.startId(),
                        tokenizer.endId(),
                        network.weights()),
                Storage.F16);
        Samples.write(
                plan.model().resolve("samples"),
                pictographs,
                world.concepts(),
                drawings.lettering(List.of(Drawings.PLAIN_FONT)));
        WholeFile.write(plan.model().resolve(CURVE), earlier.curve() + rows(plan.curve(), earlier));
        NanoExamination examination = new NanoExamination(drawings, pictographs, world, new Trained(network, tokens));
        NanoCard card =
                new NanoCard(plan, earlier.commands(), world.concepts().size(), words.size(), network.parameters());
        WholeFile.write(plan.model().resolve(CARD), card.text(examination.lines()));
    }

    private static String rows(Path curve, EarlierCourses earlier) throws IOException {
        String all = Files.readString(curve);
        return earlier.curve().isEmpty() ? all : all.substring(all.indexOf('\n') + 1);
    }

    private record Trained(TrainingNetwork network, CaptionTokens tokens) implements Candidate {

        @Override
        public FloatMatrix encodeImages(List<PixelImage> pictures) {
            return network.encodeImages(pictures.stream().map(NanoShape::pixels).toList());
        }

        @Override
        public FloatMatrix encodeTexts(List<String> texts) {
            return network.encodeTexts(texts.stream().map(tokens::of).toList());
        }
    }
}
