package clipscope.session.output;

import clipscope.clip.Recipe;
import clipscope.clip.ScoreRule;
import clipscope.clip.layout.ModelPlan.Library;
import clipscope.clip.pixels.Crop;
import clipscope.clip.pixels.Preprocessing;
import clipscope.image.ImageSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A Python script that computes a session's numbers again, with the library that the model's files were
/// written for and Pillow: what the model is and how it sees is taken from its certificate, nothing from a
/// library's defaults.
///
/// The script ends by comparing its cosines of the first image with those that ClipScope showed.
public final class PythonScript {

    private static final String OPEN_CLIP_ENCODERS = """


            def encode_texts(texts):
                return model.encode_text(tokenizer(texts))


            def encode_image(path):
                return model.encode_image(tensor(path)[None])
            """;

    private final SessionResult result;
    private final Recipe recipe;
    private final List<Integer> ofFiles; // places of the images that another program can read

    private PythonScript(SessionResult result) {
        this.result = result;
        this.recipe = result.model().recipe();
        this.ofFiles = IntStream.range(0, result.sources().size())
                .filter(i -> result.sources().get(i) instanceof ImageSource.OfFile)
                .boxed()
                .toList();
    }

    /// {@return the script's text}
    public static String of(SessionResult result) {
        PythonScript script = new PythonScript(result);
        return String.join("\n\n", script.head(), script.data(), script.pixels(), script.towers(), script.scores());
    }

    /// {@return the Python library that a session's script computes with}
    public static String library(SessionResult result) {
        return result.model().recipe().library() == Library.TRANSFORMERS ? "transformers" : "open_clip";
    }

    private String head() {
        boolean transformers = recipe.library() == Library.TRANSFORMERS;
        List<String> lines = new ArrayList<>();
        lines.add(PythonText.comment("%s (%s), as ClipScope computed it in %s."
                .formatted(
                        result.model().card().name(),
                        result.model().card().architecture(),
                        result.model().computed().precision().label())));
        lines.add("# pip install torch numpy pillow " + (transformers ? "transformers" : "open_clip_torch"));
        int pasted = result.sources().size() - ofFiles.size();
        if (pasted > 0) {
            lines.add("# Pasted pictures are in no file, so %,d of them cannot be in here.".formatted(pasted));
        }
        if (recipe.resampled()) {
            lines.add("# The pictures are larger or smaller than in training: positions are resampled.");
        }
        lines.add("import numpy as np");
        lines.add("import torch");
        lines.add("from PIL import Image, ImageOps");
        lines.add(transformers ? "from transformers import AutoModel, AutoTokenizer" : "import open_clip");
        return String.join("\n", lines);
    }

    private String data() {
        List<String> lines = new ArrayList<>();
        lines.add("MODEL = " + PythonText.string(place(result.model().card().location())));
        lines.add("IMAGES = " + PythonText.list(ofFiles.stream().map(this::path).toList()));
        lines.add("PROMPTS = " + PythonText.dictionary(result.prompts()));
        lines.add("SCALE = %s  # from cosine to logit: 1 / temperature"
                .formatted(result.rule().scale()));
        lines.add("BIAS = " + result.rule().bias());
        if (!result.others().isEmpty()) {
            lines.add("OTHERS = "
                    + PythonText.list(result.others().stream()
                            .map(SessionResult.Other::prompt)
                            .toList()));
        }
        return String.join("\n", lines);
    }

    private String path(int image) {
        return result.sources().get(image) instanceof ImageSource.OfFile(Path path) ? place(path) : "";
    }

    private static String place(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private String pixels() {
        Preprocessing settings = recipe.pixels();
        return """
                def tensor(path):
                    picture = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
                    width, height = picture.size
                %s
                    picture = picture.resize((width, height), Image.%s)
                %s    values = np.asarray(picture, dtype=np.float32) / 255
                    values = (values - np.float32(%s)) / np.float32(%s)
                    return torch.from_numpy(values.transpose(2, 0, 1).copy())
                """.formatted(
                        size(settings),
                        settings.resample().name().toUpperCase(Locale.ROOT),
                        settings.crop().map(PythonScript::crop).orElse(""),
                        PythonText.numbers(settings.mean()),
                        PythonText.numbers(settings.std()));
    }

    private static String size(Preprocessing settings) {
        return switch (settings.mode()) {
            case SQUASH -> "    width, height = %d, %d".formatted(settings.width(), settings.height());
            case SHORTEST_EDGE -> """
                    edge, shorter = %d, min(width, height)
                    width = edge if width <= height else int(edge * width / shorter)
                    height = edge if height <= picture.size[0] else int(edge * height / shorter)""".formatted(settings.width()).indent(4).stripTrailing();
            case LONGEST_EDGE -> """
                    ratio = max(width, height) / %d
                    width, height = max(1, round(width / ratio)), max(1, round(height / ratio))""".formatted(settings.width()).indent(4).stripTrailing();
        };
    }

    private static String crop(Crop crop) {
        String half = crop.rounding() == Crop.Rounding.DOWN ? "(%1$s - %2$d) // 2" : "round((%1$s - %2$d) / 2)";
        return """
                    left, top = %s, %s
                    picture = picture.crop((left, top, left + %d, top + %d))
                """.formatted(
                        half.formatted("width", crop.width()),
                        half.formatted("height", crop.height()),
                        crop.width(),
                        crop.height());
    }

    private String towers() {
        int context = result.model().card().contextLength();
        return switch (recipe.library()) {
            case TRANSFORMERS ->
                """
                model = AutoModel.from_pretrained(MODEL).eval()
                tokenizer = AutoTokenizer.from_pretrained(MODEL)


                def encode_texts(texts):
                    tokens = tokenizer(
                        texts, padding=%s, truncation=True, max_length=%d, return_tensors="pt"
                    )
                    return model.get_text_features(**tokens)


                def encode_image(path):
                    return model.get_image_features(tensor(path)[None]%s)
                """.formatted(
                                recipe.filled() ? "\"max_length\"" : "True",
                                context,
                                recipe.resampled() ? ", interpolate_pos_encoding=True" : "");
            case OPEN_CLIP ->
                """
                model = open_clip.create_model("local-dir:" + MODEL%s).eval()
                tokenizer = open_clip.get_tokenizer("local-dir:" + MODEL)
                """.formatted(
                                recipe.resampled()
                                        ? ", force_image_size=%d"
                                                .formatted(result.model().card().imageSize())
                                        : "")
                        + OPEN_CLIP_ENCODERS;
            case OPENAI -> """
                model = open_clip.load_openai_model(MODEL, precision="fp32", device="cpu").eval()
                tokenizer = open_clip.get_tokenizer("ViT-B-32")
                """ + OPEN_CLIP_ENCODERS;
        };
    }

    private String scores() {
        return """
                def unit(features):
                    # newer versions of transformers wrap the features
                    features = getattr(features, "pooler_output", features).double().numpy()
                    return features / np.linalg.norm(features, axis=-1, keepdims=True)


                def softmax(logits):
                    e = np.exp(logits - logits.max())
                    return e / e.sum()


                with torch.inference_mode():
                    prompts = unit(encode_texts(list(PROMPTS.values())))
                %s    cosines = []
                    for path in IMAGES:
                        image = unit(encode_image(path))[0]
                        cosines.append(prompts @ image)
                        logits = SCALE * cosines[-1] + BIAS
                        print(path)
                %s
                        for i in np.argsort(-logits, kind="stable"):
                            label = list(PROMPTS)[i]
                            print(f"  {scores[i]:.6f}  cosine {cosines[-1][i]:.6f}  {label}")
                %s""".formatted(
                        result.others().isEmpty() ? "" : "    others = unit(encode_texts(OTHERS))\n",
                        probability().indent(8).stripTrailing(),
                        check());
    }

    private String probability() {
        boolean others = !result.others().isEmpty();
        String ofOthers = others ? ", SCALE * (others @ image)" : "";
        return switch (result.mode()) {
            case COSINE -> "scores = cosines[-1]";
            case SOFTMAX -> others ? """
                    shares = softmax(np.concatenate([logits%s]))
                    scores = shares[:len(PROMPTS)]
                    print(f"  {shares[len(PROMPTS):].sum():.6f}  none of these")""".formatted(ofOthers) : "scores = softmax(logits)";
            case INDEPENDENT ->
                switch (result.rule()) {
                    case ScoreRule.Sigmoid _ -> "scores = 1 / (1 + np.exp(-logits))";
                    case ScoreRule.Softmax _ ->
                        "scores = [softmax(np.concatenate([[logit]%s]))[0] for logit in logits]".formatted(ofOthers);
                };
        };
    }

    private String check() {
        if (ofFiles.isEmpty()) {
            return "";
        }
        return """

                # what ClipScope found for the first image: fp32 agrees to about 1e-6, bf16 to about 0.01
                CLIPSCOPE = %s
                print("largest difference:", np.abs(np.array(CLIPSCOPE) - cosines[0]).max())
                """.formatted(PythonText.numbers(result.image(ofFiles.getFirst()).cosines()));
    }
}
