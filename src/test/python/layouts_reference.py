"""Writes a small random model in every layout, and the embeddings of four pictures and some texts.

    /usr/bin/python3 src/test/python/layouts_reference.py src/test/golden/layouts

NumPy and Pillow compute; PyTorch 1.13 only writes its own files. See src/test/golden/README.md.
"""
import gzip
import json
import shutil
import struct
import sys
from pathlib import Path

import numpy as np
import torch
import torch._sources
from PIL import Image

from clip_network import Clip
from clip_reference import CORPUS, configuration, random_weights, shapes, stored
from clip_tokens import Tokens, learn
from resnet_network import ResNet
from siglip_network import Siglip
from towers_reference import drawn, resnet_shapes, siglip_shapes
from unigram_tokens import CONTROL, UNKNOWN, Gemma, Unigram, bare_words
from weights_reference import without_folders

MEAN, DEVIATION = [0.48145466, 0.4578275, 0.40821073], [0.26862954, 0.26130258, 0.27577711]  # openai/CLIP, clip/clip.py
HALF = [0.5, 0.5, 0.5]
TEXTS = ["a photo of a cat", "", "A Red  CIRCLE, and the dog's tail!", "caf\u00e9 \u732b \U0001f431 12", "the market " * 60]
WORDS = "a of the photo cat dog red green it very long text and they circle square tail market".split()
PYTORCH = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}


# --- pictures ------------------------------------------------------------------------------------------------


def pictures(folder):
    """Sizes at which rounding half to even moves the crop, and what is no RGB."""
    folder.mkdir(parents=True)
    made = []
    for seed, (mode, width, height) in enumerate([("RGB", 69, 40), ("L", 23, 57), ("RGBA", 34, 33), ("RGB", 5, 3)]):
        random = np.random.default_rng(seed)
        y, x = np.mgrid[0:height, 0:width]
        waves = [127 + 90 * np.sin(x / random.uniform(3, 9) + y / random.uniform(3, 9)) for _ in mode]
        noisy = (np.stack(waves, -1) + random.normal(0, 9, (height, width, len(mode)))).clip(0, 255).astype(np.uint8)
        made.append(Image.fromarray(noisy.squeeze(), mode))
        made[-1].save(folder / f"{mode.lower()}-{width}x{height}.png", optimize=True)
    return made


def shorter_edge(image, side, resample):
    width, height = image.size
    longer = int(side * max(image.size) / min(image.size))
    return image.resize((side, longer) if width <= height else (longer, side), resample)


def middle(image, side, half):
    """The middle square; `half` says what becomes of half a pixel."""
    left, top = (half((length - side) / 2) for length in image.size)
    return image.crop((left, top, left + side, top + side))


def hugging_face(side, resample=Image.BICUBIC):
    return lambda image: middle(shorter_edge(image, side, resample), side, lambda half: int(np.floor(half)))


def torchvision(side, resample=Image.BICUBIC):
    return lambda image: middle(shorter_edge(image, side, resample), side, round)


def squashed(side, resample=Image.BICUBIC):
    return lambda image: image.resize((side, side), resample)


def longer_edge(side, resample=Image.BICUBIC):
    def fitted(image):
        ratio = max(image.size) / side
        small = image.resize(tuple(max(1, round(length / ratio)) for length in image.size), resample)
        padded = Image.new("RGB", (side, side))
        padded.paste(small, tuple((side - length) // 2 for length in small.size))
        return padded
    return fitted


def tensor(image, mean, deviation):
    scaled = (np.asarray(image).astype(np.float64) / 255).astype(np.float32)
    return ((scaled - np.float32(mean)) / np.float32(deviation)).transpose(2, 0, 1)


# --- files ---------------------------------------------------------------------------------------------------


def safetensors(path, weights, storage):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, values in weights.items():
        raw = stored(values, storage)[0]
        header[name] = {"dtype": storage, "shape": list(values.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def tensors(weights, storage):
    return {name: torch.tensor(np.asarray(values, np.float32)).to(PYTORCH[storage]) for name, values in weights.items()}


def state_dict(path, weights, storage):
    torch.save(tensors(weights, storage), path)


def sharded(path, weights, storage, write):
    """`path` names the file that there would be if it were one."""
    names = list(weights)
    parts = [names[0::2], names[1::2]]
    files = [f"{path.stem}-{i + 1:05}-of-{len(parts):05}{path.suffix}" for i in range(len(parts))]
    for file, part in zip(files, parts):
        write(path.with_name(file), {name: weights[name] for name in part}, storage)
    places = {name: file for file, part in zip(files, parts) for name in part}
    path.with_name(path.name + ".index.json").write_text(json.dumps({"metadata": {}, "weight_map": places}))


class Part(torch.nn.Module):
    def forward(self, x: torch.Tensor):
        return x


def archive(path, weights, storage):
    """A TorchScript archive; what its program computes is of no matter."""
    torch._sources.get_source_lines_and_file = without_folders()
    root = Part()
    shared = {id(values): torch.tensor(values).to(PYTORCH[storage]) for values in weights.values()}
    for name, values in weights.items():
        *way, leaf = name.split(".")
        part = root
        for step in way:
            if step not in part._modules:
                part.add_module(step, Part())
            part = part._modules[step]
        part.register_parameter(leaf, torch.nn.Parameter(shared[id(values)], requires_grad=False))
    for name in ("input_resolution", "context_length", "vocab_size"):
        root.register_buffer(name, torch.tensor(1))
    torch.jit.trace(root, torch.zeros(1)).save(str(path))


def openai_names(weights, prefix=""):
    """OpenAI's names for those of Hugging Face; `prefix` is before those of the text tower, but for the scale."""
    found = {}
    for name, values in weights.items():
        if name.endswith(("k_proj.weight", "v_proj.weight", "k_proj.bias", "v_proj.bias")) and "self_attn" in name:
            continue
        if name.endswith(("q_proj.weight", "q_proj.bias")) and "self_attn" in name:
            values = np.concatenate([weights[name.replace("q_proj", letter + "_proj")] for letter in "qkv"])
        new = name
        for old, replacement in [
            ("q_proj.", "in_proj_"), ("self_attn.", "attn."), ("layer_norm1.", "ln_1."), ("layer_norm2.", "ln_2."),
            ("mlp.fc1.", "mlp.c_fc."), ("mlp.fc2.", "mlp.c_proj."), ("encoder.layers.", "transformer.resblocks."),
            ("final_layer_norm.", "ln_final."), ("pre_layrnorm.", "ln_pre."), ("post_layernorm.", "ln_post."),
            ("embeddings.patch_embedding.", "conv1."), ("embeddings.class_embedding", "class_embedding"),
            ("embeddings.position_embedding.weight", "positional_embedding"), ("embeddings.token_", "token_"),
            ("text_model.", prefix), ("vision_model.", "visual."),
        ]:
            new = new if name.startswith("visual.") else new.replace(old, replacement)
        if name == "visual_projection.weight":
            new, values = "visual.proj", np.ascontiguousarray(values.T)
        if name == "text_projection.weight":
            new, values = prefix + "text_projection", np.ascontiguousarray(values.T)
        found[new] = values
    return found


# --- models --------------------------------------------------------------------------------------------------


class Bench:
    """The folders, and what all models share."""

    def __init__(self, target):
        self.target = target
        self.images = [image.convert("RGB") for image in pictures(target / "pictures")]
        self.tokens = Tokens(learn(CORPUS, 24))
        self.few = Tokens(self.tokens.merges[:4])

    def folder(self, name):
        folder = self.target / name
        folder.mkdir()
        return folder

    def merges(self, folder, packed=False):
        lines = "\n".join(["#version: 0.2", *(" ".join(pair) for pair in self.tokens.merges), ""])
        if packed:
            with open(folder / "bpe_simple_vocab_16e6.txt.gz", "wb") as file:
                file.write(gzip.compress(lines.encode(), mtime=0))
        else:
            (folder / "merges.txt").write_text(lines, encoding="utf-8")

    def clip(self, seed, activation, vision=(24, 3, 48), text=(8, 2, 24), image=16, patch=4, context=20, storage="F32",
             vocabulary=None):
        config = configuration(activation, vision, text, image, patch, context, 12, vocabulary or len(self.tokens.ids))
        random = np.random.default_rng(200 + seed)
        for tower in ("vision_config", "text_config"):
            config[tower]["num_hidden_layers"] = 1
        weights = random_weights(config, random)
        return config, {name: np.asarray(stored(values, storage)[1], np.float32) for name, values in weights.items()}

    def expect(self, folder, image, prompt, picture, texts=None, encode=None, mean=MEAN, deviation=DEVIATION):
        """`image` and `prompt` are the towers, `picture` what is done before numbers are made of it."""
        texts = texts or TEXTS
        ids = [(encode or self.tokens.encode)(text) for text in texts]
        found = {
            "texts": [{"text": text, "ids": row} for text, row in zip(texts, ids)],
            "images": [unit(image(tensor(picture(i), mean, deviation))) for i in self.images],
            "prompts": [unit(prompt(row)) for row in ids],
        }
        (folder / "expected.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")

    def expect_clip(self, folder, weights, config, picture, **more):
        network = Clip(weights, config)
        encode = more.pop("encode", lambda text: self.tokens.cut(text, config["text_config"]["max_position_embeddings"])[0])
        end = more.pop("end", self.tokens.end)
        self.expect(folder, lambda x: network.image(x)[2], lambda ids: network.prompt(ids, end)[2], picture, encode=encode,
                    **more)


def unit(values):
    return [float(f"{v:.8g}") for v in values / np.linalg.norm(values)]


def cut(encode, context):
    """The ids that fit, the last one kept."""
    def short(text):
        ids = encode(text)
        return ids if len(ids) <= context else ids[:context - 1] + ids[-1:]
    return short


def write_json(path, content):
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def transformers(bench):
    """Hugging Face's folders of CLIP."""
    def write(name, config, weights, storage="F32", file="model.safetensors", save=safetensors, pieces=None):
        folder = bench.folder(name)
        write_json(folder / "config.json", config)
        size = config["vision_config"].get("image_size", 224)
        write_json(folder / "preprocessor_config.json", {
            "image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": size}, "do_center_crop": True,
            "crop_size": {"height": size, "width": size}})
        (pieces or bench.tokens.write)(folder / "tokenizer.json")
        save(folder / file, weights, storage)
        return folder

    for seed, storage in enumerate(["F32", "F16", "BF16"]):
        config, weights = bench.clip(seed, "quick_gelu", storage=storage)
        bench.expect_clip(write("hf-" + {"F32": "fp32", "F16": "fp16", "BF16": "bf16"}[storage], config, weights, storage),
                          weights, config, hugging_face(16))

    config, weights = bench.clip(3, "gelu", storage="F16")
    for name, file, one in (("hf-sharded", "model.safetensors", safetensors), ("hf-bin-sharded", "pytorch_model.bin", state_dict)):
        folder = write(name, config, weights, "F16", file, lambda path, w, s, one=one: sharded(path, w, s, one))
        bench.expect_clip(folder, weights, config, hugging_face(16))
    bench.expect_clip(write("hf-bin", config, weights, "F16", "pytorch_model.bin", state_dict), weights, config, hugging_face(16))

    config, weights = bench.clip(4, "quick_gelu", storage="F16")
    for tower in ("vision_config", "text_config"):  # the default, left out, as the older files do
        del config[tower]["hidden_act"]
    folder = write("hf-vocab-and-merges", config, weights, "F16")
    (folder / "tokenizer.json").unlink()
    write_json(folder / "vocab.json", bench.tokens.ids)
    bench.merges(folder)
    write_json(folder / "preprocessor_config.json", {
        "feature_extractor_type": "CLIPFeatureExtractor", "size": 16, "crop_size": 16, "resample": 2, "do_resize": True,
        "do_center_crop": True, "do_normalize": True, "image_mean": HALF, "image_std": [0.25, 0.5, 0.3]})
    config["vision_config"]["hidden_act"] = config["text_config"]["hidden_act"] = "quick_gelu"
    bench.expect_clip(folder, weights, config, hugging_face(16, Image.BILINEAR), mean=HALF, deviation=[0.25, 0.5, 0.3])

    config, weights = bench.clip(5, "gelu", storage="F16")
    older = {**config, "text_config_dict": config["text_config"], "vision_config_dict": config["vision_config"],
             "text_config": {"hidden_act": "quick_gelu"}, "vision_config": {"hidden_act": "quick_gelu", "image_size": 16}}
    bench.expect_clip(write("hf-older-config", older, weights, "F16"), weights, config, hugging_face(16))

    config, weights = bench.clip(6, "quick_gelu", context=248, storage="F16")
    texts = [*TEXTS, "the market and the street, " * 12, "a tower " * 200]
    bench.expect_clip(write("hf-long-context", config, weights, "F16"), weights, config, hugging_face(16), texts=texts)

    pieces = Unigram([("<s>", CONTROL), ("<pad>", CONTROL), ("</s>", CONTROL), ("<unk>", UNKNOWN)], WORDS, ["<s>"], ["</s>"],
                     lambda text: " ".join(text.split()))
    config, weights = bench.clip(7, "quick_gelu", storage="F16", vocabulary=len(pieces.pieces))
    config.update(model_type="metaclip_2", architectures=["MetaClip2Model"])
    config["text_config"].update(model_type="metaclip_2_text_model", eos_token_id=2)
    config["vision_config"].update(model_type="metaclip_2_vision_model")
    folder = write("hf-metaclip-2", config, weights, "F16", pieces=pieces.write_json)
    bench.expect_clip(folder, weights, config, hugging_face(16), encode=cut(pieces.encode, 20), end=pieces.ids["</s>"])


def open_clip(bench):
    def write(name, config, weights, storage, file, save, model, vision, text, pictures, custom=False):
        folder = bench.folder(name)
        vocabulary = {"vocab_size": len(bench.tokens.ids), "context_length": 20, "width": 8, "heads": 2, "layers": 1}
        write_json(folder / "open_clip_config.json", {
            "model_cfg": {"embed_dim": 12, **model, "vision_cfg": vision, "text_cfg": {**vocabulary, **text}},
            "preprocess_cfg": pictures})
        save(folder / file, openai_names(weights, "text." if custom else ""), storage)
        return folder

    sizes = {"image_size": 16, "patch_size": 4, "width": 24, "layers": 1}
    config, weights = bench.clip(20, "gelu", (24, 3, 72), (8, 2, 20), storage="F16")
    folder = write("open-clip-safetensors", config, weights, "F16", "open_clip_model.safetensors", safetensors, {},
                   {**sizes, "head_width": 8, "mlp_ratio": 3.0}, {"mlp_ratio": 2.5},
                   {"mean": MEAN, "std": DEVIATION})
    bench.tokens.write(folder / "tokenizer.json")
    bench.expect_clip(folder, weights, config, torchvision(16))

    config, weights = bench.clip(21, "quick_gelu", (24, 2, 96), (8, 2, 32), storage="F16")
    folder = write("open-clip-bin", config, weights, "F16", "open_clip_pytorch_model.bin", state_dict, {"quick_gelu": True},
                   {**sizes, "head_width": 12}, {},
                   {"mean": HALF, "std": HALF, "resize_mode": "squash", "interpolation": "bilinear"})
    bench.merges(folder)
    bench.expect_clip(folder, weights, config, squashed(16, Image.BILINEAR), mean=HALF, deviation=HALF)

    config, weights = bench.clip(22, "gelu", (24, 3, 96), (8, 2, 32), storage="F16")
    folder = write("open-clip-custom-text", config, weights, "F16", "open_clip_model.safetensors", safetensors,
                   {"custom_text": True}, {**sizes, "head_width": 8}, {},
                   {"mean": MEAN, "std": DEVIATION, "resize_mode": "longest", "interpolation": "bicubic"}, custom=True)
    bench.merges(folder)
    bench.expect_clip(folder, weights, config, longer_edge(16))

    config, weights = residual(bench, 23, 2, (1, 2, 1, 1), (8, 2, 32), 64, "F16")
    folder = write("open-clip-resnet", config, weights, "F16", "open_clip_pytorch_model.bin", state_dict, {"quick_gelu": True},
                   {"image_size": 64, "layers": [1, 2, 1, 1], "width": 2, "patch_size": None, "head_width": 32}, {}, {})
    bench.merges(folder)
    expect_residual(bench, folder, weights, config, (1, 2, 1, 1), 2, torchvision(64))


def residual(bench, seed, stem, stages, text, image, storage):
    """A residual network of OpenAI's beside a text tower."""
    config, _ = bench.clip(seed, "quick_gelu", text=text)
    random = np.random.default_rng(200 + seed)
    named = {name: shape for name, shape in shapes(config).items() if not name.startswith("vis")}
    weights = {**random_weights(config, random, named), **drawn(resnet_shapes(stem, stages, 12, image), random)}
    return config, {name: np.asarray(stored(values, storage)[1], np.float32) for name, values in weights.items()}


def expect_residual(bench, folder, weights, config, stages, heads, picture):
    network = ResNet({name: values for name, values in weights.items() if name.startswith("visual.")}, stages, heads)
    text = Clip(weights, config)
    bench.expect(folder, lambda x: network.image(x)[2], lambda ids: text.prompt(ids, bench.tokens.end)[2], picture,
                 encode=lambda t: bench.tokens.cut(t, 20)[0])


def openai(bench):
    """OpenAI's archives: heads of 64, inner widths of four times the width. The first uses only some of its merges."""
    vocabulary = len(bench.few.ids)
    config, weights = bench.clip(30, "quick_gelu", (64, 1, 256), (64, 1, 256), context=12, storage="F16", vocabulary=vocabulary)
    folder = bench.folder("openai-vit")
    for matrix in ("fc1", "fc2"):  # one storage for both towers, so that the file stays small
        weights[f"vision_model.encoder.layers.0.mlp.{matrix}.weight"] = weights[f"text_model.encoder.layers.0.mlp.{matrix}.weight"]
    archive(folder / "ViT-64-4.pt", openai_names(weights), "F16")
    bench.merges(folder)
    few = lambda text: bench.few.cut(text, 12)[0]
    bench.expect_clip(folder, weights, config, torchvision(16), encode=few, end=bench.few.end)

    config, weights = residual(bench, 31, 2, (1, 1, 1, 1), (64, 1, 256), 64, "F16")
    folder = bench.folder("openai-resnet")
    archive(folder / "RN.pt", openai_names(weights), "F16")
    bench.merges(folder, packed=True)
    expect_residual(bench, folder, weights, config, (1, 1, 1, 1), 1, torchvision(64))


def siglip(bench):
    gemma = Gemma(CORPUS, 150)
    unigram = Unigram([("<pad>", CONTROL), ("</s>", CONTROL), ("<unk>", UNKNOWN)], WORDS, [], ["</s>"], bare_words)
    for seed, (name, pieces, padding, vocabulary, tokenizer) in enumerate([
        ("siglip-tokenizer-json", unigram, 1, len(unigram.pieces), None),
        ("siglip-spiece", unigram, 1, len(unigram.pieces), {"tokenizer_class": "SiglipTokenizer", "pad_token": "</s>"}),
        ("siglip-2", gemma, 0, len(gemma.ids), {"tokenizer_class": "GemmaTokenizer", "pad_token": {"content": "<pad>"}}),
    ]):
        folder = bench.folder(name)
        config = configuration("gelu_pytorch_tanh", (24, 3, 48), (8, 2, 24), 16, 4, 16, 24, vocabulary)
        del config["logit_scale_init_value"]
        config.update(architectures=["SiglipModel"], model_type="siglip")
        for part in ("vision", "text"):
            config[part + "_config"].update(layer_norm_eps=1e-6, num_hidden_layers=1, model_type=f"siglip_{part}_model")
        config["text_config"]["projection_size"] = 24
        random = np.random.default_rng(240 + seed)
        named = {n: shape for n, shape in siglip_shapes(config).items() if "logit" not in n}
        weights = {**random_weights(config, random, named), "logit_scale": np.array([2.0]), "logit_bias": np.array([-4.0])}
        weights = {n: np.asarray(stored(values, "F16")[1], np.float32) for n, values in weights.items()}
        network = Siglip(weights, config)
        write_json(folder / "config.json", config)
        write_json(folder / "preprocessor_config.json", {
            "image_processor_type": "SiglipImageProcessor", "size": {"height": 16, "width": 16}, "resample": 3,
            "rescale_factor": 0.00392156862745098, "image_mean": HALF, "image_std": HALF})
        safetensors(folder / "model.safetensors", weights, "F16")
        if tokenizer:
            write_json(folder / "tokenizer_config.json", tokenizer)
        if name == "siglip-spiece":
            pieces.write_model(folder / "spiece.model")
        else:
            pieces.write_json(folder / "tokenizer.json")
        bench.expect(folder, lambda x: network.image(x)[2],
                     lambda ids: network.prompt(ids + [padding] * (16 - len(ids)))[2], squashed(16),
                     encode=cut(pieces.encode, 16), mean=HALF, deviation=HALF)


if __name__ == "__main__":
    shutil.rmtree(sys.argv[1], ignore_errors=True)
    shared = Bench(Path(sys.argv[1]))
    for make in (transformers, open_clip, openai, siglip):
        make(shared)
