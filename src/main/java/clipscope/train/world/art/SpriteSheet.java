package clipscope.train.world.art;

import clipscope.train.world.concept.Concept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Draws pictographs in all styles into the file that [Sprites] reads.
///
/// A sprite depends on its drawing, its style and its number alone, so that the same files give the
/// same ones.
public final class SpriteSheet {

    /// The styles of a sprite sheet for training: what differs at random is drawn twice.
    private static final List<Makeover> ALL = List.of(
            Makeover.NONE,
            Makeover.FLAT,
            Makeover.CARTOON,
            Makeover.OUTLINE,
            Makeover.OUTLINE,
            Makeover.WIRE,
            Makeover.RECOLOURED,
            Makeover.RECOLOURED);

    private static final int MANY_PARTS = 40_000; // characters; lines around shades on shades show nothing

    private record Work(Concept concept, String set, Svg drawing, int first, List<Makeover> styles) {}

    private SpriteSheet() {}

    /// Draws, on all processors.
    ///
    /// @param restyled whether in other styles too
    /// @param progress told how many drawings are done, from any thread
    public static void draw(
            Pictographs pictographs,
            List<Concept> concepts,
            List<String> sets,
            boolean restyled,
            Path folder,
            IntConsumer progress)
            throws IOException {
        Files.createDirectories(folder);
        List<Work> works = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        int next = 0;
        for (Concept concept : concepts) {
            for (String set : sets) {
                Optional<Svg> drawing = pictographs.drawing(concept, set);
                if (drawing.isPresent()) {
                    List<Makeover> styles = restyled ? styles(drawing.get()) : List.of(Makeover.NONE);
                    works.add(new Work(concept, set, drawing.get(), next, styles));
                    lines.add("%s\t%s\t%d\t%d\t%d\t%d"
                            .formatted(
                                    concept.id(),
                                    set,
                                    next,
                                    styles.stream()
                                            .filter(Makeover::keepsColours)
                                            .count(),
                                    styles.stream().filter(Makeover::isLined).count(),
                                    styles.stream()
                                            .filter(each -> each == Makeover.RECOLOURED)
                                            .count()));
                    next += styles.size();
                }
            }
        }
        try (FileChannel file = FileChannel.open(
                folder.resolve(Sprites.PIXELS),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            AtomicInteger done = new AtomicInteger();
            works.parallelStream().forEach(work -> {
                draw(work, file);
                progress.accept(done.incrementAndGet());
            });
        }
        Files.write(folder.resolve(Sprites.LIST), lines);
    }

    private static List<Makeover> styles(Svg drawing) {
        return drawing.body().length() > MANY_PARTS || drawing.body().contains("<filter")
                ? List.of(Makeover.NONE, Makeover.RECOLOURED)
                : ALL;
    }

    private static void draw(Work work, FileChannel file) {
        SvgPainter painter = new SvgPainter(Sprites.SIDE);
        for (int i = 0; i < work.styles().size(); i++) {
            SplittableRandom random = new SplittableRandom((work.concept().id() + work.set()).hashCode() * 31L + i);
            Svg drawing = work.styles().get(i).of(work.drawing(), random);
            int[] pixels = painter.paint(drawing).orElseGet(() -> new int[Sprites.SIDE * Sprites.SIDE]);
            ByteBuffer bytes = ByteBuffer.allocate((int) Sprites.BYTES).order(ByteOrder.nativeOrder());
            bytes.asIntBuffer().put(pixels);
            try {
                file.write(bytes, (work.first() + i) * Sprites.BYTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
