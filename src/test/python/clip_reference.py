"""Writes small random CLIP models as folders of Hugging Face's layout, and what they must give, stage by stage.

    /usr/bin/python3 src/test/python/clip_reference.py src/test/golden/clip

NumPy only; the same seed gives the same bytes. See src/test/golden/README.md.
"""
import json
import struct
import sys
from pathlib import Path

import numpy as np

from clip_network import Clip
from clip_tokens import Tokens, learn

MERGES = 300
IMAGES = 6
CORPUS = """
A photo of a red circle on a white ground. A small blue square beside a large green triangle. Two yellow stars above a
black ring. This is a picture of a cat, and that is a picture of a dog; the dog's tail isn't short. They've drawn a house
with three windows, a door and a chimney. We'll see a boat on the lake, I'd say, and you're standing on the shore. It
doesn't rain: the sun is shining over the mountains. A drawing of an old man reading a newspaper. A close photo of a
flower, of the leaf of a tree, of a bird's feather. The street at night, the street in the morning, the street in snow.
A blurry photo of the moon. A bright photo of a bicycle leaning against a brick wall. Many people are walking through the
market, some of them carrying bags of apples, oranges and bread. There is a clock on the tower, and its hands show ten
minutes past two. A child is playing with a wooden train on the carpet. The train is green, the carpet is grey.
"""
TEXTS = [
    "", "a", "a photo of a cat", "A Photo Of A CAT", "  a   photo\tof\n a  cat  ", "You should've done this, it's what they'll do",
    "I'm sure we're right; he'd've SAID'S", "room 101, 3.14159 and 20,000", "red/green/blue -- #ff0000!?...", "caf\u00e9 cafe\u0301 na\u00efve \u00c5ngstr\u00f6m stra\u00dfe",
    "\u4e00\u5f20\u732b\u7684\u7167\u7247", "\u732b\u306e\u5199\u771f\u3002", "\u0635\u0648\u0631\u0629 \u0642\u0637\u0629", "\u0444\u043e\u0442\u043e\u0433\u0440\u0430\u0444\u0438\u044f \u041a\u041e\u0428\u041a\u0418", "\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2 \u039f\u0394\u039f\u03a3",
    "a \U0001f431 and a \U0001f468\u200d\U0001f469\u200d\U0001f467", "\u0939\u093f\u0928\u094d\u0926\u0940 \u092c\u093f\u0932\u094d\u0932\u0940", "\u0130stanbul \u017bubr", "x\u00b2 + y\u00b3 = \u00bd \u2167 \u0663", "non\u00a0breaking\u2003space\u3000here",
    "a photo of <|endoftext|> nothing", "'", "''''s", "\u2019s it\u2019s", "nul\u0000 and \u0007 bell",
    "a very long text about " + "a photo of a dog and " * 20, "supercalifragilisticexpialidocious" * 3, "1" * 100,
]
CHECKPOINTS = {
    # name: storage, activation, (vision width, heads, mlp), (text width, heads, mlp), image, patch, context, dimensions
    "quick-gelu-f32": ("F32", "quick_gelu", (48, 4, 96), (32, 4, 64), 32, 8, 24, 24),
    "gelu-odd-heads-f32": ("F32", "gelu", (60, 5, 100), (36, 3, 72), 24, 6, 20, 20),
    "gelu-tanh-f16": ("F16", "gelu_pytorch_tanh", (40, 5, 80), (48, 2, 96), 28, 14, 32, 16),
    "quick-gelu-bf16": ("BF16", "quick_gelu", (64, 2, 128), (64, 8, 128), 16, 4, 77, 32),
}


def linear(out, into):
    return {"weight": (out, into), "bias": (out,)}


def shapes(config):
    """Every weight's name and shape."""
    vision, text, dimensions = config["vision_config"], config["text_config"], config["projection_dim"]
    patches = (vision["image_size"] // vision["patch_size"]) ** 2
    found = {
        "logit_scale": (),
        "text_model.embeddings.token_embedding.weight": (text["vocab_size"], text["hidden_size"]),
        "text_model.embeddings.position_embedding.weight": (text["max_position_embeddings"], text["hidden_size"]),
        "vision_model.embeddings.class_embedding": (vision["hidden_size"],),
        "vision_model.embeddings.patch_embedding.weight":
            (vision["hidden_size"], 3, vision["patch_size"], vision["patch_size"]),
        "vision_model.embeddings.position_embedding.weight": (patches + 1, vision["hidden_size"]),
        "visual_projection.weight": (dimensions, vision["hidden_size"]),
        "text_projection.weight": (dimensions, text["hidden_size"]),
    }
    norms = {"vision_model": ("pre_layrnorm", "post_layernorm"), "text_model": ("final_layer_norm",)}
    for tower, part in (("vision_model", vision), ("text_model", text)):
        width, mlp = part["hidden_size"], part["intermediate_size"]
        parts = {norm: linear(width, 0) for norm in norms[tower]}
        for i in range(part["num_hidden_layers"]):
            block = f"encoder.layers.{i}."
            for projection in ("q_proj", "k_proj", "v_proj", "out_proj"):
                parts[block + "self_attn." + projection] = linear(width, width)
            parts[block + "mlp.fc1"], parts[block + "mlp.fc2"] = linear(mlp, width), linear(width, mlp)
            parts[block + "layer_norm1"] = parts[block + "layer_norm2"] = linear(width, 0)
        for name, tensors in parts.items():
            for kind, shape in tensors.items():
                found[f"{tower}.{name}.{kind}"] = tuple(n for n in shape if n)
    return found


def random_weights(config, random, named=None):
    """Large enough that each part shows in the result: attention that attends, norms that are not the identity."""
    weights = {}
    for name, shape in sorted((named or shapes(config)).items()):
        values = random.standard_normal(shape)
        if name == "logit_scale":
            values = np.array(np.log(20.0))
        elif "norm" in name:
            values = 0.1 * values + (1 if name.endswith("weight") else 0)
        elif name.endswith("bias"):
            values = 0.1 * values
        elif "embedding" in name and "patch" not in name:
            values = 0.4 * values  # so that states stay near 5: the tolerance is one of absolute differences
        else:
            gain = 0.5 if "out_proj" in name or "fc2" in name else 1.5
            values = values * gain / np.sqrt(np.prod(shape[1:]))
        weights[name] = np.asarray(values)
    return weights


def stored(values, storage):
    """The bytes in a file, and the numbers that they stand for."""
    if storage == "BF16":
        bits = values.astype(np.float32).view(np.uint32) if values.shape else np.float32(values).reshape(1).view(np.uint32)
        upper = ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)  # round to nearest, ties to even
        return upper.tobytes(), (upper.astype(np.uint32) << 16).view(np.float32).reshape(values.shape)
    exact = values.astype({"F32": np.float32, "F16": np.float16}[storage])
    return exact.tobytes(), exact


def write_safetensors(path, weights, storage):
    header, data, exact = {"__metadata__": {"format": "pt"}}, b"", {}
    for name, values in weights.items():
        raw, exact[name] = stored(values, storage)
        header[name] = {"dtype": storage, "shape": list(values.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    ids = np.arange(4, dtype=np.int64)  # as old checkpoints have it; not a weight
    header["text_model.embeddings.position_ids"] = {
        "dtype": "I64", "shape": [1, 4], "data_offsets": [len(data), len(data) + ids.nbytes]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data + ids.tobytes())
    return exact


def configuration(activation, vision, text, image, patch, context, dimensions, vocabulary):
    def tower(width, heads, mlp, **more):
        return {"hidden_size": width, "num_attention_heads": heads, "intermediate_size": mlp, "num_hidden_layers": 2,
                "hidden_act": activation, "layer_norm_eps": 1e-5, **more}

    return {
        "architectures": ["CLIPModel"], "model_type": "clip", "projection_dim": dimensions, "logit_scale_init_value": 2.6592,
        "vision_config": tower(*vision, image_size=image, patch_size=patch, num_channels=3, model_type="clip_vision_model"),
        "text_config": tower(*text, vocab_size=vocabulary, max_position_embeddings=context, model_type="clip_text_model",
                             bos_token_id=0, eos_token_id=2),
    }


def save(folder, name, values):
    np.save(folder / f"{name}.npy", np.ascontiguousarray(values, dtype=np.float32), allow_pickle=False)


def expected(folder, clip, tokens, context, pixels):
    """The result of each stage, float64 inside and float32 in the file."""
    cut = [tokens.cut(text, context) for text in TEXTS]
    images = [clip.image(p) for p in pixels]
    prompts = [clip.prompt(ids, tokens.end) for ids, _ in cut]
    texts = [{"text": text, "ids": ids, "dropped": dropped} for text, (ids, dropped) in zip(TEXTS, cut)]
    (folder / "texts.json").write_text(json.dumps(texts, indent=1), encoding="utf-8")
    save(folder, "pixels", pixels)
    save(folder, "image-block0", np.concatenate([first for first, _, _ in images]))
    save(folder, "image-tower", np.concatenate([last for _, last, _ in images]))
    save(folder, "image-projection", [projection for _, _, projection in images])
    save(folder, "text-block0", np.concatenate([first for first, _, _ in prompts]))
    save(folder, "text-tower", np.concatenate([last for _, last, _ in prompts]))
    save(folder, "text-projection", [projection for _, _, projection in prompts])
    projections = [np.array([result[2] for result in results]) for results in (images, prompts)]
    save(folder, "logits", clip.logits(*projections))


def main(target):
    tokens = Tokens(learn(CORPUS, MERGES))
    for seed, (name, settings) in enumerate(CHECKPOINTS.items()):
        storage, activation, vision, text, image, patch, context, dimensions = settings
        random = np.random.default_rng(seed)
        folder = target / name
        (folder / "expected").mkdir(parents=True, exist_ok=True)
        config = configuration(activation, vision, text, image, patch, context, dimensions, len(tokens.ids))
        (folder / "config.json").write_text(json.dumps(config, indent=1), encoding="utf-8")
        preprocessor = {"size": {"shortest_edge": image}, "crop_size": {"height": image, "width": image}}
        (folder / "preprocessor_config.json").write_text(json.dumps(preprocessor, indent=1), encoding="utf-8")
        tokens.write(folder / "tokenizer.json")
        weights = write_safetensors(folder / "model.safetensors", random_weights(config, random), storage)
        pixels = random.standard_normal((IMAGES, 3, image, image)).astype(np.float32)
        expected(folder / "expected", Clip(weights, config), tokens, context, pixels)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
