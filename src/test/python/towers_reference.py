"""Writes small random towers of each architecture but CLIP's own, and what they must give, stage by stage.

    /usr/bin/python3 src/test/python/towers_reference.py src/test/golden/towers

NumPy only; the same seed gives the same bytes. See src/test/golden/README.md.
"""
import json
import sys
from pathlib import Path

import numpy as np

from clip_network import Clip
from clip_reference import configuration, linear, random_weights, save, write_safetensors
from clip_reference import shapes as clip_shapes
from resnet_network import ResNet
from siglip_network import Siglip

IMAGES = 3
PROMPTS = 4


def siglip_shapes(config):
    vision, text = config["vision_config"], config["text_config"]
    width = vision["hidden_size"]
    left_out = ("class_embedding", "pre_layrnorm", "projection", "logit_scale", "position_embedding")
    found = {name: shape for name, shape in clip_shapes(config).items() if not any(part in name for part in left_out)}
    found["vision_model.embeddings.patch_embedding.bias"] = (width,)
    found["vision_model.embeddings.position_embedding.weight"] = ((vision["image_size"] // vision["patch_size"]) ** 2, width)
    found["text_model.embeddings.position_embedding.weight"] = (text["max_position_embeddings"], text["hidden_size"])
    found["vision_model.head.probe"] = (1, 1, width)
    found["vision_model.head.attention.in_proj_weight"] = (3 * width, width)
    found["vision_model.head.attention.in_proj_bias"] = (3 * width,)
    parts = {"vision_model.head.attention.out_proj": linear(width, width), "vision_model.head.layernorm": linear(width, 0),
             "vision_model.head.mlp.fc1": linear(vision["intermediate_size"], width),
             "vision_model.head.mlp.fc2": linear(width, vision["intermediate_size"]),
             "text_model.head": linear(config["projection_dim"], text["hidden_size"])}
    for name, tensors in parts.items():
        for kind, shape in tensors.items():
            found[f"{name}.{kind}"] = tuple(n for n in shape if n)
    return {**found, "logit_scale": (1,), "logit_bias": (1,)}


def resnet_shapes(stem, stages, dimensions, image):
    found = {}

    def convolution(name, norm, out, into, size):
        found[f"visual.{name}.weight"] = (out, into, size, size)
        for part in ("weight", "bias", "running_mean", "running_var"):
            found[f"visual.{norm}.{part}"] = (out,)

    convolution("conv1", "bn1", stem // 2, 3, 3)
    convolution("conv2", "bn2", stem // 2, stem // 2, 3)
    convolution("conv3", "bn3", stem, stem // 2, 3)
    into = stem
    for stage, blocks in enumerate(stages):
        narrow = stem * 2 ** stage
        for block in range(blocks):
            name = f"layer{stage + 1}.{block}"
            convolution(name + ".conv1", name + ".bn1", narrow, into, 1)
            convolution(name + ".conv2", name + ".bn2", narrow, narrow, 3)
            convolution(name + ".conv3", name + ".bn3", 4 * narrow, narrow, 1)
            if block == 0:
                convolution(name + ".downsample.0", name + ".downsample.1", 4 * narrow, into, 1)
            into = 4 * narrow
    found["visual.attnpool.positional_embedding"] = ((image // 32) ** 2 + 1, into)
    for projection, out in (("q_proj", into), ("k_proj", into), ("v_proj", into), ("c_proj", dimensions)):
        found[f"visual.attnpool.{projection}.weight"] = (out, into)
        found[f"visual.attnpool.{projection}.bias"] = (out,)
    return found


def drawn(shapes, random):
    """Weights of a residual network: statistics that are not trivial, sums that stay of one size."""
    weights = {}
    for name, shape in sorted(shapes.items()):
        values = random.standard_normal(shape)
        norm = ".bn" in name or "downsample.1" in name
        if name.endswith("running_var"):
            values = np.exp(0.5 * values)
        elif name.endswith("running_mean") or name.endswith("bias"):
            values = 0.2 * values
        elif norm:
            values = (0.4 if "bn3" in name and "layer" in name else 0.8) + 0.1 * values
        elif "positional" in name:
            values = 0.3 * values
        else:
            values = values * (0.7 if "attnpool" in name else 1.2) / np.sqrt(np.prod(shape[1:]))
        weights[name] = values
    return weights


def write(folder, weights):
    (folder / "expected").mkdir(parents=True, exist_ok=True)
    return write_safetensors(folder / "model.safetensors", weights, "F32")


def save_images(folder, network, pixels, suffix=""):
    images = [network.image(p) for p in pixels]
    save(folder, "pixels" + suffix, pixels)
    if not suffix:
        save(folder, "image-block0", np.concatenate([first for first, _, _ in images]))
        save(folder, "image-tower", np.concatenate([last for _, last, _ in images]))
    save(folder, "image-projection" + suffix, [projection for _, _, projection in images])


def save_prompts(folder, prompts, ids):
    (folder / "ids.json").write_text(json.dumps(ids), encoding="utf-8")
    save(folder, "text-block0", np.concatenate([first for first, _, _ in prompts]))
    save(folder, "text-tower", np.concatenate([last for _, last, _ in prompts]))
    save(folder, "text-projection", [projection for _, _, projection in prompts])


def siglip(target):
    """Three heads, pictures of 26 pixels in patches of 8 with 2 left over; then of 41 pixels, so 5 patches a side."""
    random = np.random.default_rng(100)
    folder = target / "siglip"
    config = configuration("gelu_pytorch_tanh", (48, 3, 100), (40, 5, 72), 26, 8, 12, 48, 90)
    for tower in ("vision_config", "text_config"):
        config[tower]["layer_norm_eps"] = 1e-6
    named = siglip_shapes(config)
    drawn_weights = random_weights(config, random, {name: s for name, s in named.items() if "logit" not in name})
    weights = write(folder, {**drawn_weights, "logit_scale": np.array([np.log(10)]), "logit_bias": np.array([-10.0])})
    network = Siglip(weights, config)
    save_images(folder / "expected", network, random.standard_normal((IMAGES, 3, 26, 26)).astype(np.float32))
    save_images(folder / "expected", network, random.standard_normal((IMAGES, 3, 41, 41)).astype(np.float32), "-larger")
    ids = random.integers(0, 90, (PROMPTS, 12)).tolist()
    save_prompts(folder / "expected", [network.prompt(row) for row in ids], ids)


def resnet(target):
    """Stem of 6 channels, no power of two as 80 in RN50x4; three strided stages, 64 pixels; then of 96, so 3 places a side."""
    random = np.random.default_rng(101)
    folder = target / "resnet"
    stages, heads, dimensions = (2, 1, 2, 1), 6, 20
    config = configuration("quick_gelu", (8, 1, 8), (36, 3, 72), 8, 8, 12, dimensions, 90)
    text = {name: shape for name, shape in clip_shapes(config).items() if not name.startswith("vis")}
    weights = write(folder, {**random_weights(config, random, text), **drawn(resnet_shapes(6, stages, dimensions, 64), random)})
    network = ResNet({name: values for name, values in weights.items() if name.startswith("visual")}, stages, heads)
    save_images(folder / "expected", network, random.standard_normal((IMAGES, 3, 64, 64)).astype(np.float32))
    save_images(folder / "expected", network, random.standard_normal((IMAGES, 3, 96, 96)).astype(np.float32), "-larger")
    ids = [random.integers(0, 89, n).tolist() + [89] for n in (3, 11, 5, 7)]
    save_prompts(folder / "expected", [Clip(weights, config).prompt(row, 89) for row in ids], ids)


def larger_clip(target):
    """A small model of the folder beside, for pictures of twice the size: positions of 4 × 4 patches for 8 × 8."""
    source = target.parent / "clip" / "gelu-odd-heads-f32"
    raw = (source / "model.safetensors").read_bytes()
    length = int.from_bytes(raw[:8], "little")
    weights = {}
    for name, entry in json.loads(raw[8:8 + length]).items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            begin, end = (8 + length + offset for offset in entry["data_offsets"])
            weights[name] = np.frombuffer(raw[begin:end], np.float32).reshape(entry["shape"])
    folder = target / "clip-larger" / "expected"
    folder.mkdir(parents=True, exist_ok=True)
    network = Clip(weights, json.loads((source / "config.json").read_text()))
    pixels = np.random.default_rng(102).standard_normal((IMAGES, 3, 48, 48)).astype(np.float32)
    save_images(folder, network, pixels, "-larger")


if __name__ == "__main__":
    for make in (siglip, resnet, larger_clip):
        make(Path(sys.argv[1]))
