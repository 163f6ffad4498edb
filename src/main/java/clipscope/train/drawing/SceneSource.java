package clipscope.train.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes up scenes at random, from the combinations it is given and no others.
///
/// Easy scenes are one large figure in the middle, upright and filled, mostly on white. Beginning with them
/// shortens training much: seeing a shape at all is the hardest thing to learn, and takes longest among
/// small and turned ones.
///
/// **Thread:** Thread-safe: all chance comes from the caller's generator.
public final class SceneSource {

    private static final double MIN_CONTRAST = 60; // in Rgb.distance; pink on white has 80
    private static final double SHARE_OF_PAIRS = 0.15;
    private static final double LARGEST_STRETCH = 1.2; // what a hand may draw

    private final List<Combination> combinations;
    private final double difficulty;

    /// @param difficulty from 0, easy, to 1, all that there is
    public SceneSource(List<Combination> combinations, double difficulty) {
        if (combinations.isEmpty() || !(difficulty >= 0 && difficulty <= 1)) {
            throw new IllegalArgumentException(
                    "%d combinations, difficulty %s".formatted(combinations.size(), difficulty));
        }
        this.combinations = List.copyOf(combinations);
        this.difficulty = difficulty;
    }

    /// {@return a scene with one or two figures}
    public Scene next(RandomGenerator random) {
        return random.nextDouble() < SHARE_OF_PAIRS * difficulty ? pair(random) : single(random);
    }

    /// {@return a scene with one figure}
    public Scene single(RandomGenerator random) {
        double radius = random.nextDouble(0.36 - 0.11 * difficulty, 0.45);
        double room = difficulty * 0.8 * (0.5 - radius);
        double x = 0.5 + room * spread(random);
        double y = 0.5 + room * spread(random);
        return scene(List.of(figure(x, y, radius, stretch(random), random)), random);
    }

    /// {@return a scene with two figures, one beside or above the other}
    private Scene pair(RandomGenerator random) {
        boolean beside = random.nextBoolean();
        double stretch = stretch(random);
        List<Figure> figures = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            double radius = random.nextDouble(0.17, 0.23);
            double along = 0.25 + 0.5 * side + random.nextDouble(-0.04, 0.04);
            double across = 0.5 + (0.5 - radius) * spread(random);
            figures.add(figure(beside ? along : across, beside ? across : along, radius, stretch, random));
        }
        if (random.nextBoolean()) {
            figures.add(figures.removeFirst()); // so that the order tells nothing about the place
        }
        return scene(figures, random);
    }

    /// {@return a scene with up to five figures, of which some are often the same}
    ///
    /// @param places x, y and room of each
    public Scene several(List<double[]> places, RandomGenerator random) {
        Combination first = combinations.get(random.nextInt(combinations.size()));
        List<Figure> figures = new ArrayList<>();
        for (double[] place : places) {
            double radius = place[2] * random.nextDouble(0.32, 0.44);
            Figure figure = figure(place[0], place[1], radius, 1, random);
            Combination what = random.nextInt(5) > 0 ? first : new Combination(figure.colour(), figure.shape());
            figures.add(new Figure(
                    what.shape(),
                    what.colour(),
                    what.colour().shade(random),
                    place[0],
                    place[1],
                    radius,
                    figure.form()));
        }
        return scene(figures, random);
    }

    /// {@return a scene with patterns in the figures that were filled}
    public Scene patterned(Scene scene, RandomGenerator random) {
        Pattern pattern = anyOf(Pattern.values(), random);
        double period = random.nextDouble(0.25, 0.5);
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : scene.figures()) {
            boolean filled = figure.form().line() instanceof Figure.Line.Filled && figure.shape() != Shape.RING;
            Rgb second = figure.colour() == Colour.WHITE ? Rgb.of(0x505050) : Rgb.of(0xffffff);
            Figure.Line line = filled
                    ? new Figure.Line.Patterned(pattern, period, second)
                    : figure.form().line();
            Figure.Form form =
                    new Figure.Form(figure.form().tilt(), figure.form().stretch(), line);
            figures.add(new Figure(
                    figure.shape(), figure.colour(), figure.ink(), figure.x(), figure.y(), figure.radius(), form));
        }
        return new Scene(scene.background(), figures, scene.grain());
    }

    /// {@return the figures on the first background that all of them are seen on}
    private Scene scene(List<Figure> figures, RandomGenerator random) {
        while (true) {
            Background background = background(random);
            if (figures.stream().allMatch(each -> isSeen(each, background))) {
                return new Scene(background, figures, grain(random));
            }
        }
    }

    private static boolean isSeen(Figure figure, Background background) {
        return !background.colours().contains(figure.colour())
                && figure.ink().distance(background.from()) > MIN_CONTRAST
                && figure.ink().distance(background.to()) > MIN_CONTRAST
                && figure.ink().distance(background.at(figure.x(), figure.y())) > MIN_CONTRAST;
    }

    /// {@return from -1 to 1, often near 0, for pictures often have their subject in the middle}
    private static double spread(RandomGenerator random) {
        return random.nextInt(3) == 0 ? random.nextDouble(-0.15, 0.15) : random.nextDouble(-1, 1);
    }

    private double stretch(RandomGenerator random) {
        return random.nextInt(3) == 0 ? 1 : Math.pow(LARGEST_STRETCH, difficulty * random.nextDouble(-1, 1));
    }

    private Background background(RandomGenerator random) {
        Colour colour = random.nextDouble() < 0.9 - 0.55 * difficulty ? Colour.WHITE : anyOf(Colour.values(), random);
        Rgb shade = random.nextInt(4) == 0 && colour == Colour.WHITE ? Rgb.of(0xffffff) : colour.shade(random);
        if (random.nextDouble() < 1 - 0.1 * difficulty) {
            return Background.plain(colour, shade);
        }
        Colour second = anyOf(Colour.values(), random);
        return new Background(List.of(colour, second), shade, second.shade(random), random.nextDouble(0, 2 * Math.PI));
    }

    private Figure figure(double x, double y, double radius, double stretch, RandomGenerator random) {
        Combination what = combinations.get(random.nextInt(combinations.size()));
        double tilt = difficulty * what.shape().maxTilt() * random.nextDouble(-1, 1);
        Figure.Form form = new Figure.Form(tilt, stretch, line(what.shape(), random));
        return new Figure(what.shape(), what.colour(), what.colour().shade(random), x, y, radius, form);
    }

    private Figure.Line line(Shape shape, RandomGenerator random) {
        double dice = random.nextDouble();
        if (dice < 1 - 0.16 * difficulty) {
            return new Figure.Line.Filled();
        }
        if (dice < 1 - 0.08 * difficulty) {
            // a thick outline of a circle would be a ring
            return new Figure.Line.Outlined(random.nextDouble(0.08, shape == Shape.CIRCLE ? 0.12 : 0.22));
        }
        return new Figure.Line.Edged(random.nextDouble(0.05, 0.12), Rgb.of(random.nextInt(4) == 0 ? 0x606060 : 0));
    }

    private Scene.Grain grain(RandomGenerator random) {
        double noise = random.nextInt(3) == 0 ? difficulty * random.nextDouble(0, 6) : 0;
        return new Scene.Grain(noise, random.nextDouble() < 0.1 * difficulty ? 1 : 0, random.nextLong());
    }

    private static <T> T anyOf(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
