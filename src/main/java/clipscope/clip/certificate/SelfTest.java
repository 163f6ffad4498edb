package clipscope.clip.certificate;

import clipscope.clip.ClipModel;
import clipscope.clip.Computing;
import clipscope.clip.Device;
import clipscope.clip.ModelLoader;
import clipscope.clip.Precision;
import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.clip.layout.ModelPlan;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Computes with stored inputs what must hold for every model, whatever its weights.
///
/// It goes in steps of about a second, so that whoever types is served between two of them, and so that it
/// can be left off.
///
/// **Thread:** Confined to the inference thread.
///
/// **Memory:** holds the model, loaded in fp32 and in bf16, until [#close()].
public final class SelfTest implements AutoCloseable {

    private static final Texts TEXTS = Texts.beside(SelfTest.class);

    private static final double SAME = 1e-4; // of unit vectors' numbers; sums in another order differ by 1e-6
    private static final double UNIT = 1e-6;
    private static final double BF16_COSINE = 0.999; // 8 bits of mantissa through 12 to 48 blocks
    private static final List<String> PROMPTS = List.of(
            "", "a cat", "a photo of a red circle on a white ground, beside a small blue square and a tree", "7");

    private final ModelPlan plan;
    private final OptionalInt imageSize;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>(); // each adds those that need what it computed
    private final List<ClipModel> opened = new ArrayList<>();

    /// @param imageSize of the pictures, empty for that of the model's training
    SelfTest(ModelPlan plan, OptionalInt imageSize) {
        this.plan = plan;
        this.imageSize = imageSize;
        steps.add(() -> {
            ClipModel full = open(Precision.FP32);
            steps.add(() -> pictures(full));
            if (plan.tokenizer().source().isPresent()) {
                steps.add(() -> texts(full));
            }
        });
    }

    /// A part of the test.
    private interface Step {

        void run() throws ProblemException;
    }

    /// Goes one step further, if there is one.
    ///
    /// @return whether there are more
    /// @throws ProblemException if the model cannot be loaded
    public boolean step() throws ProblemException {
        if (!steps.isEmpty()) {
            try {
                steps.removeFirst().run();
            } catch (ProblemException e) {
                lines.add(
                        switch (e.problem()) {
                            case Problem.NotANumber(String _, String where) ->
                                new Line(where, TEXTS.get("numbers"), Mark.FAILED, TEXTS.get("numbers.none"));
                            case Problem.NoDirection(String _, String where) ->
                                new Line(where, TEXTS.get("direction"), Mark.FAILED, TEXTS.get("direction.none"));
                            default -> throw e;
                        });
                steps.clear();
            }
        }
        return !steps.isEmpty();
    }

    /// {@return what was found so far; after the last step, all}
    public Section section() {
        return new Section(TEXTS.get("section.test"), lines);
    }

    private ClipModel open(Precision precision) throws ProblemException {
        ClipModel model =
                ModelLoader.load(plan, Computing.in(precision).on(Device.CPU).withImageSize(imageSize));
        opened.add(model);
        return model;
    }

    /// {@return the model in bf16, opened when it is first needed}
    private ClipModel brief() throws ProblemException {
        return opened.size() > 1 ? opened.getLast() : open(Precision.BF16);
    }

    private void pictures(ClipModel full) throws ProblemException {
        List<PixelTensor> pictures =
                TestPictures.all().stream().map(full::preprocess).toList();
        List<Embedding> images = embeddings(full.encodeImages(pictures));
        List<Step> next = List.of(
                () -> test(TEXTS.get("twice"), TEXTS.get("twice.expected"), repeated(full, pictures, images), 0),
                () -> {
                    test(TEXTS.get("length"), "1", length(images), UNIT);
                    test(TEXTS.get("alone"), TEXTS.get("alone.expected"), alone(full, pictures, images), SAME);
                    differ(TEXTS.get("pictures.different"), images);
                },
                () -> aligned(TEXTS.get("pictures.brief"), images, embeddings(brief().encodeImages(pictures))));
        next.reversed().forEach(steps::addFirst); // before the texts
    }

    private void texts(ClipModel full) throws ProblemException {
        List<TokenizedText> prompts = new ArrayList<>();
        for (String text : PROMPTS) {
            prompts.add(full.tokenize(text));
        }
        List<Embedding> texts = embeddings(full.encodeTexts(prompts));
        double worst = 0;
        for (int i = 0; i < prompts.size(); i++) {
            worst = Math.max(
                    worst,
                    distance(
                            embeddings(full.encodeTexts(List.of(prompts.get(i))))
                                    .getFirst(),
                            texts.get(i)));
        }
        test(TEXTS.get("texts.alone"), TEXTS.get("texts.alone.expected"), worst, SAME);
        differ(TEXTS.get("texts.different"), texts);
        steps.add(() -> aligned(TEXTS.get("texts.brief"), texts, embeddings(brief().encodeTexts(prompts))));
    }

    private static double repeated(ClipModel model, List<PixelTensor> pictures, List<Embedding> before)
            throws ProblemException {
        List<Embedding> after = embeddings(model.encodeImages(pictures));
        return IntStream.range(0, before.size())
                .mapToDouble(i -> distance(before.get(i), after.get(i)))
                .max()
                .orElse(0);
    }

    /// {@return how far the longest or shortest embedding is from length 1}
    private static double length(List<Embedding> embeddings) {
        return embeddings.stream()
                .mapToDouble(embedding -> Math.abs(1 - norm(embedding.toArray())))
                .max()
                .orElse(0);
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static double alone(ClipModel model, List<PixelTensor> pictures, List<Embedding> together)
            throws ProblemException {
        double worst = 0;
        for (int i = 0; i < pictures.size(); i++) {
            Embedding single =
                    embeddings(model.encodeImages(List.of(pictures.get(i)))).getFirst();
            worst = Math.max(worst, distance(single, together.get(i)));
        }
        return worst;
    }

    private void test(String name, String expected, double difference, double limit) {
        lines.add(new Line(
                name,
                expected,
                difference <= limit ? Mark.PASSED : Mark.FAILED,
                TEXTS.get("difference", scientific(difference))));
    }

    /// A network whose output does not depend on its input is broken, however well its numbers look.
    private void differ(String name, List<Embedding> embeddings) {
        double closest = IntStream.range(0, embeddings.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, i)
                        .mapToObj(j -> (double) embeddings.get(i).cosine(embeddings.get(j))))
                .mapToDouble(cosine -> cosine)
                .max()
                .orElse(-1);
        lines.add(new Line(
                name,
                TEXTS.get("different.expected"),
                closest < 1 - 1e-6 ? Mark.PASSED : Mark.FAILED,
                TEXTS.get("cosine.highest", String.format(Locale.ROOT, "%.4f", closest))));
    }

    private void aligned(String name, List<Embedding> full, List<Embedding> brief) {
        double least = 1;
        for (int i = 0; i < full.size(); i++) {
            least = Math.min(least, full.get(i).cosine(brief.get(i)));
        }
        lines.add(new Line(
                name,
                TEXTS.get("brief.expected"),
                least >= BF16_COSINE ? Mark.PASSED : Mark.FAILED,
                TEXTS.get("cosine.lowest", String.format(Locale.ROOT, "%.5f", least))));
    }

    private static List<Embedding> embeddings(FloatMatrix projections) {
        return IntStream.range(0, projections.rows())
                .mapToObj(row -> Embedding.ofProjection(projections.row(row)))
                .toList();
    }

    private static double distance(Embedding a, Embedding b) {
        return IntStream.range(0, a.dimensions())
                .mapToDouble(i -> Math.abs(a.at(i) - b.at(i)))
                .max()
                .orElse(0);
    }

    private static String scientific(double number) {
        return number == 0 ? "0" : String.format(Locale.ROOT, "%.1e", number);
    }

    @Override
    public void close() {
        opened.forEach(ClipModel::close);
    }
}
