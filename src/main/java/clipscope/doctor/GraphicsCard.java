package clipscope.doctor;

import clipscope.language.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A graphics card that the system has.
///
/// **Thread:** Immutable.
///
/// @param driver with its version, as far as the system tells
public record GraphicsCard(String name, String driver, boolean nvidia) {

    private static final Texts TEXTS = Texts.beside(GraphicsCard.class);

    private static final String NVIDIA = "proc/driver/nvidia";

    /// The makers' numbers on the PCI bus.
    private static final Map<String, String> MAKERS =
            Map.of("0x10de", "NVIDIA", "0x1002", "AMD", "0x8086", "Intel", "0x1af4", "virtio");

    /// {@return the cards that Linux tells of, or NVIDIA's own program}
    static List<GraphicsCard> look(SystemFiles files, NvidiaProgram program) {
        List<GraphicsCard> cards = new ArrayList<>();
        String version = driverVersion(files);
        for (Path gpu : files.in(NVIDIA + "/gpus", "*")) {
            String information =
                    files.root().relativize(gpu.resolve("information")).toString();
            cards.add(new GraphicsCard(files.value(information, "Model").orElse("NVIDIA"), version, true));
        }
        if (cards.isEmpty()) {
            cards.addAll(program.cards());
        }
        boolean nvidiaSeen = !cards.isEmpty();
        for (Path card : files.in("sys/class/drm", "card[0-9]*")) {
            if (!String.valueOf(card.getFileName()).contains("-")) { // that is a plug of the card
                other(files, card)
                        .filter(seen -> !(seen.nvidia() && nvidiaSeen))
                        .ifPresent(cards::add);
            }
        }
        return cards;
    }

    /// The first line ends in a date: "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.104.05  Sat Aug…".
    private static String driverVersion(SystemFiles files) {
        return files.value(NVIDIA + "/version", "NVRM version")
                .map(text -> text.replaceAll("^.*?\\s([0-9]+\\.[0-9.]+)\\s.*$", "$1"))
                .map(number -> "NVIDIA " + number)
                .orElse(TEXTS.get("driver.unknown"));
    }

    private static Optional<GraphicsCard> other(SystemFiles files, Path card) {
        String device = files.root().relativize(card.resolve("device")).toString();
        return files.lines(device + "/vendor").stream().findFirst().map(maker -> {
            String driver = files.lines(device + "/uevent").stream()
                    .filter(line -> line.startsWith("DRIVER="))
                    .map(line -> line.substring("DRIVER=".length()))
                    .findFirst()
                    .orElseGet(() -> TEXTS.get("driver.none"));
            String name = MAKERS.get(maker.strip());
            return new GraphicsCard(
                    name == null ? TEXTS.get("card.maker", maker.strip()) : name, driver, "NVIDIA".equals(name));
        });
    }
}
