package clipscope.doctor;

import clipscope.clip.EngineFacts;
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
                            lines.add(new Line("model", model.name()));
                            lines.add(new Line(
                                    "device",
                                    "%s: %s".formatted(model.computed().device().words(), advice.device(model))));
                            lines.add(new Line(
                                    "precision",
                                    "%s: %s"
                                            .formatted(
                                                    model.computed().precision().label(), Advice.precision(model))));
                            lines.add(new Line(
                                    "speed",
                                    model.imagesPerSecond() > 0
                                            ? "%.1f images a second, in the last batches"
                                                    .formatted(model.imagesPerSecond())
                                            : "no images were encoded yet"));
                        },
                        () -> lines.add(new Line("model", "none is open")));
        lines.add(new Line(
                "matrix products", diagnosis.speed().map(Advice::speed).orElse("not measured yet: open Models")));
        return new Section("In use", lines);
    }

    private Section machine() {
        MachineFacts machine = diagnosis.machine();
        ProcessorFacts processor = machine.processor();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("system", machine.system()));
        lines.add(new Line("processor", "%s (%s)".formatted(processor.name(), machine.architecture())));
        lines.add(new Line(
                "instructions", processor.features().map(this::features).orElse("this system does not tell")));
        processor.features().ifPresent(features -> lines.add(new Line("bf16", Advice.bf16(features))));
        lines.add(new Line(
                "cores", "%d to compute with, %d processors".formatted(processor.cores(), processor.processors())));
        lines.add(new Line("memory", memory(machine.memory())));
        if (machine.cards().isEmpty()) {
            lines.add(new Line("graphics cards", "none seen"));
        }
        machine.cards()
                .forEach(card ->
                        lines.add(new Line("graphics card", "%s (driver %s)".formatted(card.name(), card.driver()))));
        return new Section("Machine", lines);
    }

    private String features(Set<ProcessorFeature> there) {
        String architecture = diagnosis.machine().architecture();
        List<ProcessorFeature> possible = List.of(ProcessorFeature.values()).stream()
                .filter(feature -> feature.of(architecture))
                .toList();
        String has = words(possible.stream().filter(there::contains).toList());
        String lacks = words(
                possible.stream().filter(feature -> !there.contains(feature)).toList());
        String first = has.isEmpty() ? "none that help" : has;
        return lacks.isEmpty() ? first : "%s; not %s".formatted(first, lacks);
    }

    private static String words(List<ProcessorFeature> features) {
        return features.stream().map(ProcessorFeature::words).collect(Collectors.joining(", "));
    }

    private static String memory(MemoryFacts memory) {
        String available = memory.available()
                .map(bytes -> ", %s of it available".formatted(ByteText.of(bytes)))
                .orElse("");
        String allowed = memory.allowed()
                .map(bytes -> "; this program may use %s".formatted(ByteText.of(bytes)))
                .orElse("");
        return "%s%s%s; Java's own at most %s"
                .formatted(ByteText.of(memory.total()), available, allowed, ByteText.of(memory.java()));
    }

    private Section engine() {
        return new Section(
                "Engine",
                switch (diagnosis.engine()) {
                    case Diagnosis.Engine.Running(EngineFacts facts) -> running(facts);
                    case Diagnosis.Engine.NotRunning(Problem problem) ->
                        List.of(new Line("PyTorch", ProblemText.of(problem)));
                });
    }

    private static List<Line> running(EngineFacts facts) {
        Optional<String> card = facts.graphicsCard().map(device -> "can compute on " + device.words());
        return List.of(
                new Line("version", "%s by DJL %s".formatted(facts.version(), facts.djl())),
                new Line("libraries", facts.libraries().toString()),
                new Line("threads", Integer.toString(facts.threads())),
                new Line(
                        "graphics cards",
                        card.orElse(
                                "none it can use. ClipScope brings the build for processors, and offers no other")));
    }

    private Section program() {
        ProgramFacts program = diagnosis.program();
        return new Section(
                "Program",
                List.of(
                        new Line("ClipScope", program.version()),
                        new Line("Java", "%s, in %s".formatted(program.java(), program.javaHome())),
                        new Line(
                                "JavaFX",
                                "%s, drawing: %s"
                                        .formatted(
                                                program.javafx().version(),
                                                program.javafx().pipeline()))));
    }

    private Section places() {
        return new Section(
                "Kept",
                diagnosis.places().stream()
                        .map(place -> new Line(
                                place.name(),
                                "%s (%s)"
                                        .formatted(
                                                place.path(),
                                                place.there() ? ByteText.of(place.bytes()) : "not there yet")))
                        .toList());
    }
}
