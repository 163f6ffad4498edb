package clipscope.train.world;

import clipscope.problem.ProblemException;
import clipscope.train.drawing.Combination;
import clipscope.train.world.Quiz.Candidate;
import clipscope.train.world.Quiz.Score;
import clipscope.train.world.art.Lettering;
import clipscope.train.world.art.Pictographs;
import clipscope.train.world.art.Sprites;
import clipscope.train.world.concept.Concept;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// All that the bundled model's card states. None of the pictures was seen in training, and what is told
/// to be unseen was not there in any form.
final class NanoExamination {

    /// Seed of the pictures, which training uses nowhere.
    static final long SEED = 20_002;

    private static final int MANY = 2000;
    private static final int FIGURES = 1200;

    /// A line of the card.
    ///
    /// @param labels among how many it had to choose
    record Line(String what, int labels, Score score) {}

    private final Drawings drawings;
    private final Pictographs pictographs;
    private final DrawnWorld world;
    private final Candidate candidate;
    private final List<Line> lines = new ArrayList<>();

    NanoExamination(Drawings drawings, Pictographs pictographs, DrawnWorld world, Candidate candidate) {
        this.drawings = drawings;
        this.pictographs = pictographs;
        this.world = world;
        this.candidate = candidate;
    }

    /// Takes some minutes.
    List<Line> lines() throws IOException, ProblemException {
        Quizzes quizzes = new Quizzes(world.concepts());
        examine("trained hands, all that training does to pictures", quizzes.trained(world, MANY, SEED));
        Sprites trained = drawings.trained(pictographs, _ -> {});
        for (String hand : Drawings.TRAINED) {
            examine(hand + ", as drawn", quizzes.byHand(trained, hand, _ -> true));
        }
        Sprites unseen = drawings.unseen(pictographs);
        for (String hand : Drawings.UNSEEN) {
            examine(hand + " (unseen)", quizzes.byHand(unseen, hand, _ -> true));
        }
        examine("fxemoji (unseen), animals among animals", quizzes.byHand(unseen, "fxemoji", is("animal")));
        examine("fxemoji (unseen), food among food", quizzes.byHand(unseen, "fxemoji", NanoExamination::isFood));
        examine("shapes, trained combinations", Quizzes.shapes(Combination.trained(), FIGURES, SEED));
        examine("shapes, held-out combinations", Quizzes.shapes(Combination.heldOut(), FIGURES, SEED));
        Lettering unseenFonts = drawings.lettering(Drawings.UNSEEN_FONTS);
        examine("short names in unseen fonts", Quizzes.words(WrittenWords.known(world.concepts()), unseenFonts, SEED));
        examine(
                "unseen words in unseen fonts",
                Quizzes.words(WrittenWords.heldOut(world.concepts()), unseenFonts, SEED));
        choose("which thing is where", Choices.relations(world, FIGURES, SEED));
        choose("how many there are", Choices.counts(world, FIGURES, SEED));
        choose("the thing, not the name that is written on it", Choices.labelled(world, FIGURES, SEED));
        return List.copyOf(lines);
    }

    private void choose(String what, Choices choices) throws ProblemException {
        lines.add(new Line(what, 2, choices.of(candidate)));
    }

    private void examine(String what, Quiz quiz) throws ProblemException {
        lines.add(new Line(what, quiz.labels().size(), quiz.of(candidate)));
    }

    private static Predicate<Concept> is(String kind) {
        return concept -> concept.kinds().contains(kind);
    }

    private static boolean isFood(Concept concept) {
        return concept.group().equals("Food & Drink");
    }
}
