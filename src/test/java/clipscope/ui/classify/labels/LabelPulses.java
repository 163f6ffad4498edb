package clipscope.ui.classify.labels;

import clipscope.session.desk.Desks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tells how long it takes to find labels among very many, and to put them in order for another picture.
///
/// Not a test: figures of one machine. Started by hand: `LabelPulses [LABELS]`.
final class LabelPulses {

    private static final int ROUNDS = 100;

    private LabelPulses() {}

    public static void main(String[] args) {
        int count = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
        Desks desks = new Desks();
        desks.open();
        desks.desk().session().addImages(List.of(Desks.red("red.png"), Desks.blue("blue.png")));
        desks.desk()
                .session()
                .setLabels(
                        IntStream.range(0, count).mapToObj(LabelPulses::label).toList());
        desks.tasks().runAll();
        LabelsViewModel model = new LabelsViewModel(desks.desk());
        System.out.printf("%,d labels, %,d with a number%n", model.count(), scored(model));
        timed("a search", round -> model.find(label(round)));
        model.find("");
        timed(
                "another picture",
                round -> desks.desk()
                        .session()
                        .select(desks.desk().session().document().images().get(round % 2)));
    }

    /// {@return a text of words that the double knows: the digits of a number to the base of two}
    private static String label(int number) {
        return Integer.toBinaryString(number)
                .replace("1", " red")
                .replace("0", " blue")
                .strip();
    }

    private static long scored(LabelsViewModel model) {
        return model.rowsProperty().get().stream().filter(LabelRow::scored).count();
    }

    /// One round of something.
    private interface Step {

        void in(int round);
    }

    private static void timed(String what, Step step) {
        long[] took = new long[ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) { // the first half is for the compiler
            long from = System.nanoTime();
            step.in(round);
            took[round % ROUNDS] = System.nanoTime() - from;
        }
        Arrays.sort(took);
        System.out.printf("%-20s %6.2f ms, p95 %.2f%n", what, took[ROUNDS / 2] / 1e6, took[ROUNDS * 95 / 100] / 1e6);
    }
}
