package clipscope.doctor;

import clipscope.clip.EngineFacts;
import clipscope.language.Texts;
import clipscope.problem.ByteText;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A diagnosis in words: the same in the window, on a terminal, and in what is copied.
public final class DiagnosisText {

    private static final Texts TEXTS = Texts.beside(DiagnosisText.class);

    private final Diagnosis diagnosis;
    private final Advice advice;

    private DiagnosisText(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
        this.advice = new Advice(diagnosis);
    }

    /// Lines that belong together.
    public record Section(String title, List<Line> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// One fact.
    public record Line(String name, String value) {}

    public static List<Section> sections(Diagnosis diagnosis) {
        DiagnosisText text = new DiagnosisText(diagnosis);
        return List.of(text.use(), text.machine(), text.engine(), text.program(), text.places());
    }

    /// {@return all of it, in lines of two columns}
    public static String of(Diagnosis diagnosis) {
        StringBuilder text = new StringBuilder();
        for (Section section : sections(diagnosis)) {
            text.append(section.title()).append('\n');
            for (Line line : section.lines()) {
                text.append("  %-16s %s%n".formatted(line.name(), line.value()));
            }
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private Section use() {
        List<Line> lines = new ArrayList<>();
        diagnosis
                .model()
                .ifPresentOrElse(
                        model -> {
                            lines.add(new Line(TEXTS.get("model"), model.name()));
                            lines.add(new Line(
                                    TEXTS.get("device"),
                                    TEXTS.get(
                                            "because", model.computed().device().words(), advice.device(model))));
                            lines.add(new Line(
                                    TEXTS.get("precision"),
                                    TEXTS.get(
                                            "because",
                                            model.computed().precision().label(),
                                            Advice.precision(model))));
                            lines.add(new Line(
                                    TEXTS.get("speed"),
                                    model.imagesPerSecond() > 0
                                            ? TEXTS.get("speed.images", "%.1f".formatted(model.imagesPerSecond()))
                                            : TEXTS.get("speed.none")));
                        },
                        () -> lines.add(new Line(TEXTS.get("model"), TEXTS.get("model.none"))));
        lines.add(new Line(
                TEXTS.get("products"), diagnosis.speed().map(Advice::speed).orElse(TEXTS.get("products.none"))));
        return new Section(TEXTS.get("section.use"), lines);
    }

    private Section machine() {
        MachineFacts machine = diagnosis.machine();
        ProcessorFacts processor = machine.processor();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(TEXTS.get("system"), machine.system()));
        lines.add(new Line(TEXTS.get("processor"), "%s (%s)".formatted(processor.name(), machine.architecture())));
        lines.add(new Line(
                TEXTS.get("instructions"),
                processor.features().map(this::features).orElse(TEXTS.get("instructions.unknown"))));
        processor.features().ifPresent(features -> lines.add(new Line("bf16", Advice.bf16(features))));
        lines.add(new Line(TEXTS.get("cores"), TEXTS.get("cores.count", processor.cores(), processor.processors())));
        lines.add(new Line(TEXTS.get("memory"), memory(machine.memory())));
        if (machine.cards().isEmpty()) {
            lines.add(new Line(TEXTS.get("cards"), TEXTS.get("cards.none")));
        }
        machine.cards()
                .forEach(card ->
                        lines.add(new Line(TEXTS.get("card"), TEXTS.get("card.driver", card.name(), card.driver()))));
        return new Section(TEXTS.get("section.machine"), lines);
    }

    private String features(Set<ProcessorFeature> there) {
        String architecture = diagnosis.machine().architecture();
        List<ProcessorFeature> possible = List.of(ProcessorFeature.values()).stream()
                .filter(feature -> feature.of(architecture))
                .toList();
        String has = words(possible.stream().filter(there::contains).toList());
        String lacks = words(
                possible.stream().filter(feature -> !there.contains(feature)).toList());
        String first = has.isEmpty() ? TEXTS.get("features.none") : has;
        return lacks.isEmpty() ? first : TEXTS.get("features.lacking", first, lacks);
    }

    private static String words(List<ProcessorFeature> features) {
        return features.stream().map(ProcessorFeature::words).collect(Collectors.joining(", "));
    }

    private static String memory(MemoryFacts memory) {
        String total = ByteText.of(memory.total());
        String available = memory.available()
                .map(bytes -> TEXTS.get("memory.available", total, ByteText.of(bytes)))
                .orElse(total);
        String allowed = memory.allowed()
                .map(bytes -> TEXTS.get("memory.allowed", available, ByteText.of(bytes)))
                .orElse(available);
        return TEXTS.get("memory.java", allowed, ByteText.of(memory.java()));
    }

    private Section engine() {
        return new Section(
                TEXTS.get("section.engine"),
                switch (diagnosis.engine()) {
                    case Diagnosis.Engine.Running(EngineFacts facts) -> running(facts);
                    case Diagnosis.Engine.NotRunning(Problem problem) ->
                        List.of(new Line("PyTorch", ProblemText.of(problem)));
                });
    }

    private static List<Line> running(EngineFacts facts) {
        Optional<String> card = facts.graphicsCard().map(device -> TEXTS.get("cards.used", device.words()));
        return List.of(
                new Line(TEXTS.get("version"), TEXTS.get("version.djl", facts.version(), facts.djl())),
                new Line(TEXTS.get("libraries"), facts.libraries().toString()),
                new Line(TEXTS.get("threads"), Integer.toString(facts.threads())),
                new Line(TEXTS.get("cards"), card.orElse(TEXTS.get("cards.unused"))));
    }

    private Section program() {
        ProgramFacts program = diagnosis.program();
        return new Section(
                TEXTS.get("section.program"),
                List.of(
                        new Line("ClipScope", program.version()),
                        new Line("Java", TEXTS.get("java.home", program.java(), program.javaHome())),
                        new Line(
                                "JavaFX",
                                TEXTS.get(
                                        "javafx.drawing",
                                        program.javafx().version(),
                                        program.javafx().pipeline()))));
    }

    private Section places() {
        return new Section(
                TEXTS.get("section.places"),
                diagnosis.places().stream()
                        .map(place -> new Line(
                                place.name(),
                                "%s (%s)"
                                        .formatted(
                                                place.path(),
                                                place.there() ? ByteText.of(place.bytes()) : TEXTS.get("place.none"))))
                        .toList());
    }
}
