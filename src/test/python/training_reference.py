"""One training step of a tiny CLIP, in NumPy and float64: the loss, its gradient by finite differences, and AdamW.

Nothing here knows the program that is tested, nor automatic differentiation. Writes
src/test/golden/training/step.safetensors; run from the repository root with `python3 src/test/python/training_reference.py`.

Sources: Radford et al. 2021, figure 3 (cross entropy); Zhai et al. 2023, algorithm 1 (sigmoid); Loshchilov and Hutter
2019, algorithm 2 (AdamW).
"""

import json
import math
import pathlib
import struct

import numpy as np

IMAGE, PATCH, VISION, VISION_MLP, VISION_LAYERS, VISION_HEADS = 8, 4, 8, 12, 2, 2
TEXT, TEXT_MLP, TEXT_LAYERS, TEXT_HEADS, VOCABULARY, CONTEXT = 6, 10, 1, 2, 20, 6
DIMENSIONS, EPSILON = 5, 1e-5
RATE, BETA1, BETA2, ADAM_EPSILON, DECAY, LONGEST, LARGEST_SCALE = 3e-3, 0.9, 0.98, 1e-8, 0.1, 0.5, 100.0
TEXTS = [[18, 3, 19], [18, 4, 5, 19], [18, 6, 19]]
TRUTH = np.array([[1, 0, 0.5], [0, 1, 0], [1, 0, 1]])  # a text true of two pictures, and one of no account


def block_names(tower, width, mlp, layers):
    for i in range(layers):
        p = f"{tower}.encoder.layers.{i}."
        yield p + "layer_norm1.weight", (width,)
        yield p + "layer_norm1.bias", (width,)
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            yield f"{p}self_attn.{name}.weight", (width, width)
            yield f"{p}self_attn.{name}.bias", (width,)
        yield p + "layer_norm2.weight", (width,)
        yield p + "layer_norm2.bias", (width,)
        yield p + "mlp.fc1.weight", (mlp, width)
        yield p + "mlp.fc1.bias", (mlp,)
        yield p + "mlp.fc2.weight", (width, mlp)
        yield p + "mlp.fc2.bias", (width,)


def names():
    yield "logit_scale", ()
    v = "vision_model."
    yield v + "embeddings.patch_embedding.weight", (VISION, 3, PATCH, PATCH)
    yield v + "embeddings.class_embedding", (VISION,)
    yield v + "embeddings.position_embedding.weight", (1 + (IMAGE // PATCH) ** 2, VISION)
    yield v + "pre_layrnorm.weight", (VISION,)
    yield v + "pre_layrnorm.bias", (VISION,)
    yield from block_names("vision_model", VISION, VISION_MLP, VISION_LAYERS)
    yield v + "post_layernorm.weight", (VISION,)
    yield v + "post_layernorm.bias", (VISION,)
    yield "visual_projection.weight", (DIMENSIONS, VISION)
    t = "text_model."
    yield t + "embeddings.token_embedding.weight", (VOCABULARY, TEXT)
    yield t + "embeddings.position_embedding.weight", (CONTEXT, TEXT)
    yield from block_names("text_model", TEXT, TEXT_MLP, TEXT_LAYERS)
    yield t + "final_layer_norm.weight", (TEXT,)
    yield t + "final_layer_norm.bias", (TEXT,)
    yield "text_projection.weight", (DIMENSIONS, TEXT)


def norm(x, w, p):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + EPSILON) * w[p + ".weight"] + w[p + ".bias"]


def linear(x, w, p):
    return x @ w[p + ".weight"].T + w[p + ".bias"]


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def gelu(x):
    return x * 0.5 * (1 + np.vectorize(math.erf)(x / math.sqrt(2)))


def transformer(x, w, tower, layers, heads, causal):  # x (L, D)
    length, width = x.shape
    for i in range(layers):
        p = f"{tower}.encoder.layers.{i}."
        y = norm(x, w, p + "layer_norm1")
        q, k, v = (
            linear(y, w, f"{p}self_attn.{n}").reshape(length, heads, -1).transpose(1, 0, 2)
            for n in ("q_proj", "k_proj", "v_proj")
        )
        scores = q @ k.transpose(0, 2, 1) / math.sqrt(q.shape[-1])  # (H, L, L)
        if causal:
            scores = np.where(np.tril(np.ones((length, length), bool)), scores, -np.inf)
        mixed = (softmax(scores) @ v).transpose(1, 0, 2).reshape(length, width)
        x = x + linear(mixed, w, p + "self_attn.out_proj")
        y = norm(x, w, p + "layer_norm2")
        x = x + linear(gelu(linear(y, w, p + "mlp.fc1")), w, p + "mlp.fc2")
    return x


def image(pixels, w):  # (3, S, S)
    e = "vision_model.embeddings."
    kernels = w[e + "patch_embedding.weight"].reshape(VISION, -1)
    patches = [
        kernels @ pixels[:, r : r + PATCH, c : c + PATCH].reshape(-1)
        for r in range(0, IMAGE, PATCH)
        for c in range(0, IMAGE, PATCH)
    ]
    x = np.stack([w[e + "class_embedding"], *patches]) + w[e + "position_embedding.weight"]
    x = norm(x, w, "vision_model.pre_layrnorm")
    x = transformer(x, w, "vision_model", VISION_LAYERS, VISION_HEADS, False)
    return w["visual_projection.weight"] @ norm(x[0], w, "vision_model.post_layernorm")


def text(ids, w):
    e = "text_model.embeddings."
    x = w[e + "token_embedding.weight"][ids] + w[e + "position_embedding.weight"][: len(ids)]
    x = transformer(x, w, "text_model", TEXT_LAYERS, TEXT_HEADS, True)
    return w["text_projection.weight"] @ norm(x[-1], w, "text_model.final_layer_norm")


def cosines(pixels, w):
    images = np.stack([image(p, w) for p in pixels])
    texts = np.stack([text(t, w) for t in TEXTS])
    images /= np.linalg.norm(images, axis=1, keepdims=True)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    return images @ texts.T


def one_side(logits, truth):
    rows = []
    for row, true in zip(logits, truth):
        against = np.exp(row[true == 0]).sum()
        own = [-math.log(math.exp(x) / (math.exp(x) + against)) for x in row[true == 1]]
        if own:
            rows.append(sum(own) / len(own))
    return sum(rows) / len(rows)


def cross_entropy(pixels, w):
    logits = math.exp(w["logit_scale"]) * cosines(pixels, w)
    return (one_side(logits, TRUTH) + one_side(logits.T, TRUTH.T)) / 2


def sigmoid(pixels, w):
    logits = math.exp(w["logit_scale"]) * cosines(pixels, w) + w["logit_bias"]
    sign = 2 * TRUTH - 1
    losses = np.where(TRUTH == 0.5, 0, np.log1p(np.exp(-sign * logits)))
    return losses.sum() / len(pixels)


def gradient(loss, pixels, w, step=1e-5):
    gradients = {}
    for name, value in w.items():
        slopes = np.zeros_like(value)
        for at in np.ndindex(value.shape):
            moved = dict(w)
            ends = []
            for sign in (1, -1):
                moved[name] = value.copy()
                moved[name][at] += sign * step
                ends.append(loss(pixels, moved))
            slopes[at] = (ends[0] - ends[1]) / (2 * step)
        gradients[name] = slopes
    return gradients


def adamw(w, gradients):
    """The first step: both averages are zero before it."""
    length = math.sqrt(sum((g**2).sum() for g in gradients.values()))
    cut = min(1, LONGEST / (length + 1e-6))
    after = {}
    for name, value in w.items():
        g = gradients[name] * cut
        first, second = (1 - BETA1) * g, (1 - BETA2) * g**2
        decayed = value * (1 - RATE * DECAY) if value.ndim > 1 else value
        step = first / (1 - BETA1) / (np.sqrt(second / (1 - BETA2)) + ADAM_EPSILON)
        after[name] = decayed - RATE * step
    after["logit_scale"] = np.minimum(after["logit_scale"], math.log(LARGEST_SCALE))
    return length, after


def write(file, tensors):
    header, data = {}, b""
    for name, value in tensors.items():
        array = np.asarray(value, "<f4")
        raw = array.tobytes()
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(struct.pack("<Q", len(text)) + text + data)


def main():
    random = np.random.default_rng(4)
    weights = {}
    for name, shape in names():
        centre = 1 if "norm" in name and name.endswith("weight") else 0
        weights[name] = (centre + 0.3 * random.standard_normal(shape)).astype(np.float32).astype(np.float64)
    weights["logit_scale"] = np.array(np.float32(math.log(1 / 0.07)), np.float64)
    pixels = random.standard_normal((3, 3, IMAGE, IMAGE)).astype(np.float32).astype(np.float64)
    golden = {"pixels": pixels, "truth": TRUTH}
    golden |= {"before/" + name: value for name, value in weights.items()}
    for kind, loss in (("cross_entropy", cross_entropy), ("sigmoid", sigmoid)):
        w = dict(weights)
        if kind == "sigmoid":
            w["logit_bias"] = np.array(-10.0)
        gradients = gradient(loss, pixels, w)
        length, after = adamw(w, gradients)
        golden[kind + "/loss"] = np.array(loss(pixels, w))
        golden[kind + "/length"] = np.array(length)
        golden |= {f"{kind}/gradient/{name}": value for name, value in gradients.items()}
        golden |= {f"{kind}/after/{name}": value for name, value in after.items()}
        print(kind, golden[kind + "/loss"], length)
    write(pathlib.Path("src/test/golden/training/step.safetensors"), golden)


main()
