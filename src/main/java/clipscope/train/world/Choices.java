package clipscope.train.world;

import clipscope.embedding.Embedding;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.ProblemException;
import clipscope.train.world.Quiz.Candidate;
import clipscope.train.world.Quiz.Score;
import clipscope.train.world.concept.Concept;
import clipscope.train.world.picture.PictureMaker;
import clipscope.train.world.picture.Thing;
import clipscope.train.world.say.Narrator;
import clipscope.train.world.say.Said;
import clipscope.train.world.say.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Pictures with two captions each, of which one is true: who guesses is right half of the time.
///
/// **Thread:** Immutable.
record Choices(List<PixelImage> pictures, List<String> right, List<String> wrong) {

    Choices {
        pictures = List.copyOf(pictures);
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
    }

    /// {@return pictures of two things, and captions that differ in how these stand to each other}
    static Choices relations(DrawnWorld world, int count, long seed) {
        return of(
                random -> world.pictures().several(List.of(world.anyConcept(random), world.anyConcept(random)), random),
                Statement.Related.class::isInstance,
                count,
                seed);
    }

    /// {@return pictures of the same thing a few times, and captions that differ in how often}
    static Choices counts(DrawnWorld world, int count, long seed) {
        return of(
                random -> world.pictures().counted(world.anyConcept(random), 2 + random.nextInt(4), random),
                Statement.Counted.class::isInstance,
                count,
                seed);
    }

    /// {@return things with the short names of others on them, and both names}
    static Choices labelled(DrawnWorld world, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> known = Set.copyOf(WrittenWords.known(world.concepts()));
        List<PixelImage> shown = new ArrayList<>();
        List<String> right = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        while (shown.size() < count) {
            Concept concept = world.anyConcept(random);
            PictureMaker.Made made = world.pictures().labelled(concept, random);
            if (made.depiction().things().getLast() instanceof Thing.Lettered written
                    && known.contains(written.text())
                    && !concept.words().contains(written.text())) {
                shown.add(made.picture());
                right.add(Quizzes.TEMPLATE + concept.name());
                wrong.add(Quizzes.TEMPLATE + written.text());
            }
        }
        return new Choices(shown, right, wrong);
    }

    private static Choices of(
            Function<RandomGenerator, PictureMaker.Made> pictures, Predicate<Statement> asked, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Narrator narrator = new Narrator(random);
        List<PixelImage> shown = new ArrayList<>();
        List<String> right = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        while (shown.size() < count) {
            PictureMaker.Made made = pictures.apply(random);
            Said said = narrator.about(made.depiction());
            Optional<Said> other = asked.test(said.statement()) ? narrator.wrong(said) : Optional.empty();
            if (other.isPresent()) {
                shown.add(made.picture());
                right.add(said.text());
                wrong.add(other.get().text());
            }
        }
        return new Choices(shown, right, wrong);
    }

    /// {@return how often the true caption is the nearer one}
    Score of(Candidate candidate) throws ProblemException {
        FloatMatrix images = candidate.encodeImages(pictures);
        FloatMatrix truths = candidate.encodeTexts(right);
        FloatMatrix lies = candidate.encodeTexts(wrong);
        int nearer = 0;
        for (int i = 0; i < pictures.size(); i++) {
            Embedding image = Embedding.ofProjection(images.row(i));
            nearer += image.cosine(Embedding.ofProjection(truths.row(i)))
                            > image.cosine(Embedding.ofProjection(lies.row(i)))
                    ? 1
                    : 0;
        }
        return new Score(pictures.size(), (double) nearer / pictures.size(), OptionalDouble.empty());
    }
}
