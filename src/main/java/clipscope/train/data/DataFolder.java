package clipscope.train.data;

import clipscope.image.PixelImage;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a folder of pictures and captions: every picture is opened, so that what is wrong with them is known
/// before a training starts.
///
/// **Thread:** Stateless; not for the JavaFX thread.
public final class DataFolder {

    private static final Texts TEXTS = Texts.beside(DataFolder.class);

    private static final int FEWEST = 4; // two to learn from and two to tell apart

    private DataFolder() {}

    /// Told how far the reading is.
    @FunctionalInterface
    public interface Reading {

        /// Called before each picture.
        void at(int done, int all);
    }

    /// Reads a folder.
    ///
    /// @param store opens the pictures, and keeps them
    /// @param cancelled asked before each picture; what was read until then is returned
    /// @throws ProblemException if there is no such folder, or too little in it that can be used
    public static PairData read(
            Path place, DataSettings settings, PictureStore store, Reading progress, Cancellation cancelled)
            throws ProblemException {
        Path folder = place.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(
                    Files.exists(folder)
                            ? new Problem.BadInput(place.toString(), TEXTS.get("folder.none"))
                            : new Problem.MissingFile(place));
        }
        CaptionSearch.Result found = new CaptionSearch(folder, settings.templates(), cancelled).run();
        List<DataProblem> problems = new ArrayList<>(found.captioned().problems());
        List<Example> examples = open(found.captioned(), store, problems, progress, cancelled);
        if (examples.size() < FEWEST) {
            throw new ProblemException(new Problem.BadInput(
                    place.toString(),
                    Stream.concat(
                                    Stream.of(TEXTS.get("folder.few", examples.size(), FEWEST)),
                                    problems.stream().limit(3).map(each -> DataProblemText.of(each, folder)))
                            .collect(Collectors.joining("; "))));
        }
        if (found.form() == DataForm.FOLDERS) {
            problems.addAll(onePictures(examples));
        }
        Split split = Split.of(examples, settings, found.form());
        if (split.heldOut().isEmpty()) {
            throw new ProblemException(new Problem.BadInput(place.toString(), TEXTS.get("folder.single")));
        }
        return new PairData(found.form(), split.training(), split.heldOut(), problems, fingerprint(split));
    }

    private static List<Example> open(
            Captioned captioned,
            PictureStore store,
            List<DataProblem> problems,
            Reading progress,
            Cancellation cancelled) {
        Map<String, Example> byDigest = new LinkedHashMap<>();
        int done = 0;
        for (Map.Entry<Path, List<String>> each : captioned.captions().entrySet()) {
            if (cancelled.requested()) {
                break;
            }
            progress.at(done++, captioned.captions().size());
            Path file = each.getKey();
            if (each.getValue().isEmpty()) {
                if (!problems.contains(new DataProblem.EmptyCaption(file))) {
                    problems.add(new DataProblem.NoCaption(file));
                }
                continue;
            }
            try {
                add(new Example(file, digest(store.picture(file)), each.getValue()), byDigest, problems);
            } catch (ProblemException e) {
                problems.add(new DataProblem.Unreadable(file, CaptionSearch.plain(e.problem())));
            }
        }
        return byDigest.values().stream()
                .sorted(Comparator.comparing(Example::digest)) // wherever the files lie
                .toList();
    }

    private static void add(Example example, Map<String, Example> byDigest, List<DataProblem> problems) {
        Example known = byDigest.get(example.digest());
        if (known == null) {
            byDigest.put(example.digest(), example);
            return;
        }
        problems.add(new DataProblem.Duplicate(example.file(), known.file()));
        List<String> captions = Stream.concat(known.captions().stream(), example.captions().stream())
                .distinct()
                .toList();
        byDigest.put(example.digest(), new Example(known.file(), known.digest(), captions));
    }

    private static List<DataProblem> onePictures(List<Example> examples) {
        return examples.stream()
                .collect(Collectors.groupingBy(
                        each -> CaptionSearch.labelOf(each.file()), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(label -> label.getValue() == 1)
                .<DataProblem>map(label -> new DataProblem.OnePicture(label.getKey()))
                .toList();
    }

    private static String digest(PixelImage picture) {
        MessageDigest digest = sha256();
        digest.update("%d×%d".formatted(picture.width(), picture.height()).getBytes(StandardCharsets.UTF_8));
        digest.update(picture.toBytes());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String fingerprint(Split split) {
        MessageDigest digest = sha256();
        for (List<Example> part : List.of(split.training(), split.heldOut())) {
            for (Example each : part) {
                digest.update(each.digest().getBytes(StandardCharsets.UTF_8));
                digest.update(String.join("\n", each.captions()).getBytes(StandardCharsets.UTF_8));
            }
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
