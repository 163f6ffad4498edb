package clipscope.train.world.art;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Small pictures of pictographs in many styles, drawn once and read from a mapped file.
///
/// **Thread:** Thread-safe.
///
/// **Memory:** mapped until the process ends or the collector takes it; the system keeps in memory what
/// is used.
public final class Sprites {

    /// The side of a sprite, in pixels.
    public static final int SIDE = 80;

    static final long BYTES = (long) SIDE * SIDE * Integer.BYTES;
    static final String PIXELS = "sprites.bin";
    static final String LIST = "sprites.tsv";

    /// Where sprites of one concept by one hand are.
    ///
    /// @param first the number of the first of them
    /// @param coloured how many have the colours of the drawing: they come first
    /// @param lined how many are drawn with lines: they come next
    /// @param recoloured how many have other colours: they come last
    public record Run(String set, int first, int coloured, int lined, int recoloured) {

        /// {@return how many sprites there are}
        public int styles() {
            return coloured + lined + recoloured;
        }
    }

    private final MemorySegment pixels;
    private final Map<String, List<Run>> runs;

    private Sprites(MemorySegment pixels, Map<String, List<Run>> runs) {
        this.pixels = pixels;
        this.runs = runs;
    }

    /// Opens what [SpriteSheet#draw] has written.
    public static Sprites open(Path folder) throws IOException {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve(LIST))) {
            List<String> cells = List.of(line.split("\t", -1));
            runs.computeIfAbsent(cells.get(0), _ -> new ArrayList<>())
                    .add(new Run(
                            cells.get(1),
                            number(cells.get(2)),
                            number(cells.get(3)),
                            number(cells.get(4)),
                            number(cells.get(5))));
        }
        try (FileChannel file = FileChannel.open(folder.resolve(PIXELS), StandardOpenOption.READ)) {
            MemorySegment pixels = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), Arena.ofAuto());
            return new Sprites(pixels, runs);
        }
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }

    /// {@return the drawings of a concept}
    public List<Run> of(String concept) {
        return runs.getOrDefault(concept, List.of());
    }

    /// {@return a sprite}
    ///
    /// **Shape:** `(SIDE, SIDE)`, alpha, red, green, blue in one number each, the colours times alpha.
    public int[] pixels(int number) {
        int[] copy = new int[SIDE * SIDE];
        MemorySegment.copy(pixels, ValueLayout.JAVA_INT, number * BYTES, copy, 0, copy.length);
        return copy;
    }
}
