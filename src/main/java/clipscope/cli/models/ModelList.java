package clipscope.cli.models;

import clipscope.problem.ByteText;
import clipscope.zoo.ShelfModel;
import clipscope.zoo.catalogue.CatalogueModel;
import clipscope.zoo.catalogue.CatalogueModel.Facts;
import clipscope.zoo.catalogue.Fitness;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The models here and those that can be had, as they are written.
///
/// @param here the models of the shelf
/// @param others those of the catalogue that are not on the shelf
/// @param cached where the cache of Hugging Face's own programs has one of them
/// @param fitness what this machine can do with each
record ModelList(
        List<ShelfModel> here,
        List<CatalogueModel> others,
        Function<CatalogueModel, Optional<Path>> cached,
        Fitness fitness) {

    /// {@return a line for each: a name, what it is, where it is, and more, with tabs between}
    String text() {
        List<CatalogueModel> recommended = fitness.recommended(others);
        List<String> lines = new ArrayList<>();
        here.forEach(model -> lines.add("%s\t%s\t%s\t%s"
                .formatted(
                        model.name(),
                        model.kind().words(),
                        model.location(),
                        model.state().words())
                .stripTrailing()));
        for (CatalogueModel model : others) {
            Optional<Path> place = cached.apply(model);
            lines.add("%s\t%s\t%s\t%s"
                    .formatted(
                            model.id(),
                            place.isPresent() ? "in Hugging Face's cache" : "to download",
                            place.map(Path::toString).orElse(model.source().words()),
                            details(model, recommended.contains(model)))
                    .stripTrailing());
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String details(CatalogueModel model, boolean recommended) {
        List<String> details = new ArrayList<>();
        details.add(model.by().isEmpty() ? model.name() : "%s of %s".formatted(model.name(), model.by()));
        details.add(model.goodFor());
        model.facts().weightBytes().ifPresent(bytes -> details.add("about " + ByteText.of(bytes)));
        model.facts().imageNet().ifPresent(accuracy -> details.add("ImageNet %.1f %%".formatted(accuracy)));
        details.add(model.licence());
        fitness.imagesPerSecond(model).ifPresent(rate -> details.add("about %.3g images/s here".formatted(rate)));
        if (!fitness.fits(model)) {
            details.add("large for this machine's memory");
        }
        if (recommended) {
            details.add("recommended here");
        }
        details.removeIf(String::isEmpty);
        return String.join("; ", details);
    }

    String json() {
        List<CatalogueModel> recommended = fitness.recommended(others);
        JsonArray all = new JsonArray();
        for (ShelfModel model : here) {
            JsonObject json = new JsonObject();
            json.addProperty("name", model.name());
            json.addProperty("here", true);
            json.addProperty("kind", model.kind().words());
            json.addProperty("location", model.location().toString());
            json.addProperty("state", model.state().words());
            all.add(json);
        }
        for (CatalogueModel model : others) {
            all.add(json(model, recommended.contains(model)));
        }
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(all)
                + "\n";
    }

    private JsonObject json(CatalogueModel model, boolean recommended) {
        Facts facts = model.facts();
        JsonObject json = new JsonObject();
        json.addProperty("name", model.id());
        json.addProperty("here", false);
        json.addProperty("architecture", model.name());
        json.addProperty("by", model.by());
        json.addProperty("goodFor", model.goodFor());
        json.addProperty("source", model.source().words());
        cached.apply(model).ifPresent(place -> json.addProperty("cached", place.toString()));
        json.addProperty("licence", model.licence());
        add(json, "parametersMillions", facts.parameters());
        facts.weightBytes().ifPresent(bytes -> json.addProperty("weightBytes", bytes));
        facts.memoryBytes().ifPresent(bytes -> json.addProperty("memoryBytes", bytes));
        facts.pixels().ifPresent(pixels -> json.addProperty("pixels", pixels));
        add(json, "gigaOperations", facts.gigaOperations());
        add(json, "imageNet", facts.imageNet());
        add(json, "imagesPerSecond", fitness.imagesPerSecond(model));
        json.addProperty("recommended", recommended);
        return json;
    }

    private static void add(JsonObject json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.addProperty(name, number));
    }
}
