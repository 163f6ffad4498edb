package clipscope.cli.bench;

import clipscope.bench.BenchReport;
import clipscope.bench.BenchReport.Encoding;
import clipscope.bench.BenchReport.Rate;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/// Measurements for programs. Rates are inputs a second, times seconds.
final class BenchJson {

    private BenchJson() {}

    static String of(BenchReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("model", report.model());
        json.addProperty("architecture", report.architecture());
        JsonObject machine = new JsonObject();
        machine.addProperty("processor", report.machine().processor());
        machine.addProperty("processors", report.machine().processors());
        machine.addProperty("system", report.machine().system());
        machine.addProperty("java", report.machine().java());
        json.add("machine", machine);
        JsonArray encodings = new JsonArray();
        report.encodings().forEach(encoding -> encodings.add(encoding(encoding)));
        json.add("precisions", encodings);
        JsonArray preparing = new JsonArray();
        report.preparing().forEach(each -> {
            JsonObject object = new JsonObject();
            object.addProperty("picture", each.picture());
            object.addProperty("exactPerSecond", each.exactPerSecond());
            object.addProperty("reducedPerSecond", each.reducedPerSecond());
            preparing.add(object);
        });
        json.add("preparing", preparing);
        report.peakMemoryBytes().ifPresent(bytes -> json.addProperty("peakMemoryBytes", bytes));
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }

    private static JsonObject encoding(Encoding encoding) {
        JsonObject object = new JsonObject();
        object.addProperty("precision", encoding.precision());
        object.addProperty("loadSeconds", encoding.opening().loadSeconds());
        object.addProperty("firstImageSeconds", encoding.opening().firstImageSeconds());
        object.add("images", rates(encoding.images()));
        object.add("texts", rates(encoding.texts()));
        object.addProperty("filesPerSecond", encoding.pipelinePerSecond());
        encoding.prompts().ifPresent(prompts -> {
            object.addProperty("promptsPerSecond", prompts.perSecond());
            object.addProperty("paddedFp32PromptsPerSecond", prompts.paddedPerSecond());
            object.addProperty("promptTimeShare", prompts.share());
        });
        return object;
    }

    private static JsonArray rates(List<Rate> rates) {
        JsonArray array = new JsonArray();
        for (Rate rate : rates) {
            JsonObject object = new JsonObject();
            object.addProperty("batch", rate.batch());
            object.addProperty("perSecond", rate.perSecond());
            object.addProperty("limitPerSecond", rate.limit());
            object.addProperty("share", rate.share());
            array.add(object);
        }
        return array;
    }
}
