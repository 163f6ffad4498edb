package clipscope.cli.doctor;

import clipscope.clip.EngineFacts;
import clipscope.doctor.Diagnosis;
import clipscope.doctor.GraphicsCard;
import clipscope.doctor.MachineFacts;
import clipscope.doctor.ModelInUse;
import clipscope.doctor.Place;
import clipscope.doctor.ProcessorFeature;
import clipscope.doctor.ProgramFacts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemText;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Set;

/// A diagnosis for programs. Sizes are in bytes; what is not known is left out.
final class DiagnosisJson {

    private DiagnosisJson() {}

    static String of(Diagnosis diagnosis) {
        JsonObject json = new JsonObject();
        json.add("program", program(diagnosis.program()));
        json.add("machine", machine(diagnosis.machine()));
        json.add("engine", engine(diagnosis.engine()));
        diagnosis.model().ifPresent(model -> json.add("model", model(model)));
        diagnosis.speed().ifPresent(speed -> {
            JsonObject object = new JsonObject();
            object.addProperty("fp32", speed.fp32());
            object.addProperty("bf16", speed.bf16());
            json.add("operationsPerSecond", object);
        });
        JsonArray places = new JsonArray();
        diagnosis.places().forEach(place -> places.add(place(place)));
        json.add("places", places);
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }

    private static JsonObject program(ProgramFacts program) {
        JsonObject json = new JsonObject();
        json.addProperty("version", program.version());
        json.addProperty("java", program.java());
        json.addProperty("javaHome", program.javaHome().toString());
        json.addProperty("javafx", program.javafx().version());
        json.addProperty("drawing", program.javafx().pipeline());
        return json;
    }

    private static JsonObject machine(MachineFacts machine) {
        JsonObject json = new JsonObject();
        json.addProperty("system", machine.system());
        json.addProperty("architecture", machine.architecture());
        json.addProperty("processor", machine.processor().name());
        json.addProperty("cores", machine.processor().cores());
        json.addProperty("processors", machine.processor().processors());
        machine.processor().features().ifPresent(features -> json.add("instructions", flags(features)));
        json.addProperty("memory", machine.memory().total());
        machine.memory().available().ifPresent(bytes -> json.addProperty("memoryAvailable", bytes));
        machine.memory().allowed().ifPresent(bytes -> json.addProperty("memoryAllowed", bytes));
        json.addProperty("memoryOfJava", machine.memory().java());
        JsonArray cards = new JsonArray();
        for (GraphicsCard card : machine.cards()) {
            JsonObject object = new JsonObject();
            object.addProperty("name", card.name());
            object.addProperty("driver", card.driver());
            cards.add(object);
        }
        json.add("graphicsCards", cards);
        return json;
    }

    private static JsonArray flags(Set<ProcessorFeature> features) {
        JsonArray flags = new JsonArray();
        features.stream().sorted().map(ProcessorFeature::flag).forEach(flags::add);
        return flags;
    }

    private static JsonObject engine(Diagnosis.Engine engine) {
        JsonObject json = new JsonObject();
        switch (engine) {
            case Diagnosis.Engine.Running(EngineFacts facts) -> {
                json.addProperty("version", facts.version());
                json.addProperty("djl", facts.djl());
                json.addProperty("libraries", facts.libraries().toString());
                json.addProperty("threads", facts.threads());
                facts.graphicsCard().ifPresent(device -> json.addProperty("graphicsCard", device.label()));
            }
            case Diagnosis.Engine.NotRunning(Problem problem) -> json.addProperty("problem", ProblemText.of(problem));
        }
        return json;
    }

    private static JsonObject model(ModelInUse model) {
        JsonObject json = new JsonObject();
        json.addProperty("name", model.name());
        json.addProperty("device", model.computed().device().label());
        json.addProperty("precision", model.computed().precision().label());
        json.addProperty("precisionReason", model.computed().reason());
        return json;
    }

    private static JsonObject place(Place place) {
        JsonObject json = new JsonObject();
        json.addProperty("name", place.name());
        json.addProperty("path", place.path().toString());
        json.addProperty("there", place.there());
        json.addProperty("bytes", place.bytes());
        return json;
    }
}
