"""Writes weight files as PyTorch writes them, and beside each what is in it.

    /usr/bin/python3 src/test/python/weights_reference.py src/test/golden/weights

Needs PyTorch 1.13. See src/test/golden/README.md.
"""
import hashlib
import json
import struct
import sys
from collections import OrderedDict
from pathlib import Path

import torch
import torch._sources
from torch import nn

TYPES = {
    torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64",
    torch.int32: "I32", torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL",
}
WIDTH, DIMENSIONS, CONTEXT, VOCABULARY = 64, 24, 12, 40


def row_major(tensor):
    tensor = tensor.detach().contiguous()
    if tensor.dtype == torch.bfloat16:
        return tensor.view(torch.int16).numpy().tobytes()
    return tensor.numpy().tobytes()


def expect(path, tensors, ending=".expected.json"):
    """What a reader must find: each tensor's type, shape, and the hash of its bytes in row-major order."""
    found = {
        name: {"dtype": TYPES[t.dtype], "shape": list(t.shape), "sha256": hashlib.sha256(row_major(t)).hexdigest()}
        for name, t in sorted(tensors.items())
    }
    path.with_name(path.name + ending).write_text(json.dumps(found, indent=1) + "\n")


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.attn = nn.MultiheadAttention(width, width // 64)
        self.ln_1 = nn.LayerNorm(width)
        self.mlp = nn.Sequential(OrderedDict(
            [("c_fc", nn.Linear(width, width)), ("gelu", nn.Identity()), ("c_proj", nn.Linear(width, width))]))
        self.ln_2 = nn.LayerNorm(width)

    def forward(self, x):
        return x


class Transformer(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.width = WIDTH
        self.layers = layers
        self.resblocks = nn.Sequential(*[Block(WIDTH) for _ in range(layers)])

    def forward(self, x):
        return self.resblocks(x)


class VisionTransformer(nn.Module):
    def __init__(self, image, patch, layers):
        super().__init__()
        self.input_resolution = image
        self.output_dim = DIMENSIONS
        self.conv1 = nn.Conv2d(3, WIDTH, patch, patch, bias=False)
        self.class_embedding = nn.Parameter(torch.randn(WIDTH))
        self.positional_embedding = nn.Parameter(torch.randn((image // patch) ** 2 + 1, WIDTH))
        self.ln_pre = nn.LayerNorm(WIDTH)
        self.transformer = Transformer(layers)
        self.ln_post = nn.LayerNorm(WIDTH)
        self.proj = nn.Parameter(torch.randn(WIDTH, DIMENSIONS))

    def forward(self, x):
        return self.transformer(x)


class Bottleneck(nn.Module):
    def __init__(self, into, planes, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(into, planes, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(planes)
        self.conv2 = nn.Conv2d(planes, planes, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(planes)
        self.conv3 = nn.Conv2d(planes, planes * 4, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(planes * 4)
        self.downsample = nn.Sequential(OrderedDict([
            ("-1", nn.AvgPool2d(stride)), ("0", nn.Conv2d(into, planes * 4, 1, bias=False)),
            ("1", nn.BatchNorm2d(planes * 4))])) if stride > 1 or into != planes * 4 else None

    def forward(self, x):
        return x


class AttentionPool(nn.Module):
    def __init__(self, grid, width):
        super().__init__()
        self.positional_embedding = nn.Parameter(torch.randn(grid ** 2 + 1, width))
        self.k_proj = nn.Linear(width, width)
        self.q_proj = nn.Linear(width, width)
        self.v_proj = nn.Linear(width, width)
        self.c_proj = nn.Linear(width, DIMENSIONS)

    def forward(self, x):
        return x


class ModifiedResNet(nn.Module):
    def __init__(self, image, blocks, width):
        super().__init__()
        self.conv1 = nn.Conv2d(3, width // 2, 3, 2, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width // 2)
        self.conv2 = nn.Conv2d(width // 2, width // 2, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width // 2)
        self.conv3 = nn.Conv2d(width // 2, width, 3, padding=1, bias=False)
        self.bn3 = nn.BatchNorm2d(width)
        into = width
        for i, count in enumerate(blocks):
            layer = []
            for j in range(count):
                layer.append(Bottleneck(into, width << i, 2 if i and not j else 1))
                into = (width << i) * 4
            setattr(self, f"layer{i + 1}", nn.Sequential(*layer))
        self.attnpool = AttentionPool(image // 32, width * 32)

    def forward(self, x):
        return x


class Clip(nn.Module):
    """The names and shapes of OpenAI's model; what it computes is of no matter here."""

    def __init__(self, visual):
        super().__init__()
        self.context_length = CONTEXT
        self.visual = visual
        self.transformer = Transformer(1)
        self.token_embedding = nn.Embedding(VOCABULARY, WIDTH)
        self.positional_embedding = nn.Parameter(torch.randn(CONTEXT, WIDTH))
        self.ln_final = nn.LayerNorm(WIDTH)
        self.text_projection = nn.Parameter(torch.randn(WIDTH, DIMENSIONS))
        self.logit_scale = nn.Parameter(torch.ones([]) * 2.6592)
        self.register_buffer("input_resolution", torch.tensor(64))

    def forward(self, x):
        return self.transformer(x)


def randomised(model):
    for tensor in model.state_dict().values():
        if tensor.is_floating_point() and tensor.dim():
            tensor.copy_(torch.randn(tensor.shape))
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear, nn.MultiheadAttention)):
            module.half()
    return model.eval()


def renamed(state):
    """The same tensors under the names of Hugging Face's CLIPModel; a ResNet, which it does not have, as it is."""
    found = {}
    for name, tensor in state.items():
        if name == "input_resolution":
            continue
        if name.startswith("visual.") and "visual.proj" not in state:
            found[name] = tensor
            continue
        if name in ("visual.proj", "text_projection"):
            found[{"visual.proj": "visual_projection.weight"}.get(name, "text_projection.weight")] = tensor.t()
            continue
        new = name
        for old, replacement in [
            ("visual.transformer.resblocks.", "vision_model.encoder.layers."),
            ("visual.positional_embedding", "vision_model.embeddings.position_embedding.weight"),
            ("visual.class_embedding", "vision_model.embeddings.class_embedding"),
            ("visual.conv1.", "vision_model.embeddings.patch_embedding."),
            ("visual.ln_pre.", "vision_model.pre_layrnorm."), ("visual.ln_post.", "vision_model.post_layernorm."),
            ("transformer.resblocks.", "text_model.encoder.layers."),
            ("token_embedding.", "text_model.embeddings.token_embedding."), ("ln_final.", "text_model.final_layer_norm."),
            (".ln_1.", ".layer_norm1."), (".ln_2.", ".layer_norm2."), (".c_fc.", ".fc1."), (".c_proj.", ".fc2."),
            (".attn.", ".self_attn."),
        ]:
            new = new.replace(old, replacement)
        if new == "positional_embedding":
            new = "text_model.embeddings.position_embedding.weight"
        if ".in_proj_" in new:
            for letter, part in zip("qkv", tensor.chunk(3)):
                found[new.replace(".in_proj_", f".{letter}_proj.")] = part
        else:
            found[new] = tensor
    return found


def without_folders(find=torch._sources.get_source_lines_and_file):
    """TorchScript notes the places of its sources; those of this machine have no business in a golden file."""
    def found(*arguments):
        lines, number, file = find(*arguments)
        return lines, number, Path(file or "").name
    return found


def script(path, model):
    torch._sources.get_source_lines_and_file = without_folders()
    torch.jit.script(model).save(str(path))
    expect(path, model.state_dict())
    expect(path, renamed(model.state_dict()), ".renamed.json")


def odd_tensors():
    """Every type, and every way in which a tensor can lie in its storage."""
    base = torch.randn(6, 5)
    block = torch.randn(2, 3, 4, 5)
    tensors = OrderedDict(
        plain=base, transposed=base.t(), rows=base[2:4], columns=base[:, 1:3], every_other=base[::2, ::2],
        channels_last=block.contiguous(memory_format=torch.channels_last), permuted=block.permute(3, 1, 0, 2),
        half_transposed=torch.randn(4, 3).half().t(), scalar=torch.tensor(2.5), view_of_one=base[3, 2],
        empty=torch.zeros(0, 3), one_by_one=torch.randn(1, 4).t(), parameter=nn.Parameter(torch.randn(3)),
        float64=torch.randn(3).double(), bfloat16=torch.randn(3, 2).bfloat16().t(), int64=torch.arange(4),
        int32=torch.arange(3).int(), int16=torch.arange(3).short(), int8=torch.tensor([[-1, 2], [3, 4]]).char().t(),
        uint8=torch.arange(5).byte(), bool=torch.tensor([True, False, True]),
    )
    tensors._metadata = OrderedDict({"": {"version": 1}})
    return tensors


def safetensors(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        raw = row_major(tensor)
        header[name] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape),
                        "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def shards(folder, stem, ending, write, tensors):
    names = list(tensors)
    parts = [names[:2], names[2:]]
    places = {}
    for i, part in enumerate(parts):
        file = f"{stem}-{i + 1:05}-of-{len(parts):05}.{ending}"
        write(folder / file, {name: tensors[name] for name in part})
        places.update({name: file for name in part})
    index = folder / f"{stem}.{ending}.index.json"
    index.write_text(json.dumps({"metadata": {"total_size": 0}, "weight_map": places}, indent=1) + "\n")
    expect(index, tensors)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    script(folder / "openai-vit.pt", randomised(Clip(VisionTransformer(16, 4, 2))))
    script(folder / "openai-resnet.pt", randomised(Clip(ModifiedResNet(64, (2, 1, 1, 1), 4))))
    odd = odd_tensors()
    for name, options in {
        "state-dict.bin": {}, "protocol-3.bin": {"pickle_protocol": 3}, "protocol-4.bin": {"pickle_protocol": 4},
        "protocol-5.bin": {"pickle_protocol": 5}, "legacy.bin": {"_use_new_zipfile_serialization": False},
        "legacy-protocol-4.bin": {"_use_new_zipfile_serialization": False, "pickle_protocol": 4},
    }.items():
        torch.save(odd, str(folder / name), **options)
        expect(folder / name, odd)
    model = nn.Sequential(nn.Linear(3, 2), nn.Linear(2, 2))
    optimizer = torch.optim.AdamW(model.parameters())
    model(torch.randn(4, 3)).sum().backward()
    optimizer.step()
    state = {"module." + name: tensor for name, tensor in model.state_dict().items()}
    torch.save({"epoch": 3, "step": torch.tensor(7), "name": "run", "state_dict": state, "optimizer": optimizer.state_dict(),
                "scaler": {"scale": 65536.0, "growth_interval": 2000}}, str(folder / "training.pt"))
    expect(folder / "training.pt", model.state_dict())
    torch.save(model, str(folder / "whole-module.pt"))
    compiled = {"_orig_mod.module." + name: tensor for name, tensor in model.state_dict().items()}
    torch.save({"model": compiled}, str(folder / "compiled.pt"))
    expect(folder / "compiled.pt", model.state_dict())
    few = {"a": torch.randn(2, 3), "b": torch.randn(3, 2).half().t(), "c": torch.arange(3), "d": torch.tensor(1.5)}
    shards(folder, "pytorch_model", "bin", lambda path, part: torch.save(part, str(path)), few)
    shards(folder, "model", "safetensors", safetensors, few)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
