package clipscope.zoo.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which files of a repository the loader needs: a repository often has the same weights three times.
final class FileChoice {

    /// Small files that say what the model is.
    static final List<String> DESCRIPTIONS = List.of(
            "config.json",
            "open_clip_config.json",
            "preprocessor_config.json",
            "processor_config.json", // newer: what the former says, and more
            "tokenizer_config.json",
            "special_tokens_map.json");

    /// Forms of a tokenizer, the one that says most first: the first that is whole is enough.
    private static final List<List<String>> TOKENIZERS =
            List.of(List.of("tokenizer.json"), List.of("vocab.json", "merges.txt"), List.of("spiece.model"));

    /// In the order of `clip.layout.WeightSource`.
    private static final List<String> WEIGHTS = List.of(
            "model.safetensors",
            "model.safetensors.index.json",
            "open_clip_model.safetensors",
            "open_clip_pytorch_model.safetensors",
            "pytorch_model.bin",
            "pytorch_model.bin.index.json",
            "open_clip_pytorch_model.bin");

    private FileChoice() {}

    /// {@return the names of the files needed; without weights if there are none}
    ///
    /// @param has whether the repository has a file; asked as seldom as possible, for it may be asked far
    ///     away
    static List<String> of(Predicate<String> has) {
        List<String> chosen = new ArrayList<>(DESCRIPTIONS.stream().filter(has).toList());
        TOKENIZERS.stream()
                .filter(form -> form.stream().allMatch(has))
                .findFirst()
                .ifPresent(chosen::addAll);
        weights(has).ifPresent(chosen::add);
        return chosen;
    }

    private static Optional<String> weights(Predicate<String> has) {
        return WEIGHTS.stream().filter(has).findFirst();
    }

    static boolean isWeights(String name) {
        return WEIGHTS.contains(name);
    }

    /// {@return whether a file names others that hold the weights}
    static boolean isIndex(String name) {
        return name.endsWith(".index.json");
    }
}
