"""CLIP's two towers in NumPy, float64: Radford et al. 2021, figure 3, as Hugging Face names the weights."""
import math

import numpy as np

from positions import resized

ERF = np.vectorize(math.erf, otypes=[np.float64])


def quick_gelu(x):
    return x / (1 + np.exp(-1.702 * x))


def gelu(x):
    return x * 0.5 * (1 + ERF(x / math.sqrt(2)))


def gelu_tanh(x):
    return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))


ACTIVATIONS = {"quick_gelu": quick_gelu, "gelu": gelu, "gelu_pytorch_tanh": gelu_tanh}


class Tower:
    """A pre-norm transformer over the states of one input's tokens, (L, D)."""

    def __init__(self, weights, name, config):
        self.w = weights
        self.name = name
        self.layers = config["num_hidden_layers"]
        self.heads = config["num_attention_heads"]
        self.epsilon = config["layer_norm_eps"]
        self.activation = ACTIVATIONS[config["hidden_act"]]

    def norm(self, name, x):
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred ** 2).mean(-1, keepdims=True) + self.epsilon)
        return scaled * self.w[name + ".weight"] + self.w[name + ".bias"]

    def linear(self, name, x):
        return x @ self.w[name + ".weight"].T + self.w[name + ".bias"]

    def attention(self, name, x, causal):
        length, width = x.shape
        head = width // self.heads

        def split(projection):
            return self.linear(f"{name}.{projection}", x).reshape(length, self.heads, head).transpose(1, 0, 2)

        q, k, v = split("q_proj"), split("k_proj"), split("v_proj")  # (H, L, D/H)
        scores = q @ k.transpose(0, 2, 1) / math.sqrt(head)  # (H, L, L)
        if causal:
            scores = np.where(np.tri(length, dtype=bool), scores, -np.inf)
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        return self.linear(name + ".out_proj", (shares @ v).transpose(1, 0, 2).reshape(length, width))

    def block(self, i, x, causal):
        name = f"{self.name}.encoder.layers.{i}"
        x = x + self.attention(name + ".self_attn", self.norm(name + ".layer_norm1", x), causal)
        hidden = self.activation(self.linear(name + ".mlp.fc1", self.norm(name + ".layer_norm2", x)))
        return x + self.linear(name + ".mlp.fc2", hidden)

    def run(self, x, causal):
        """The states after block 0 and after the last one."""
        first = x = self.block(0, x, causal)
        for i in range(1, self.layers):
            x = self.block(i, x, causal)
        return first, x


class Clip:
    def __init__(self, weights, config):
        self.w = {name: values.astype(np.float64) for name, values in weights.items()}
        self.vision = Tower(self.w, "vision_model", config["vision_config"])
        self.text = Tower(self.w, "text_model", config["text_config"])
        self.patch = config["vision_config"]["patch_size"]

    def image(self, pixels):
        """The states after block 0 and after the last, (1 + P, D), and the projection (E), of pixels (3, S, S)."""
        embeddings = "vision_model.embeddings."
        channels, size, _ = pixels.shape
        side = size // self.patch
        patches = pixels.astype(np.float64).reshape(channels, side, self.patch, side, self.patch)
        patches = patches.transpose(1, 3, 0, 2, 4).reshape(side * side, -1)  # row by row; channel, y, x inside
        kernel = self.w[embeddings + "patch_embedding.weight"]
        x = np.vstack([self.w[embeddings + "class_embedding"], patches @ kernel.reshape(len(kernel), -1).T])
        positions = resized(self.w[embeddings + "position_embedding.weight"], 1, side)
        x = self.vision.norm("vision_model.pre_layrnorm", x + positions)
        first, last = self.vision.run(x, causal=False)
        output = self.vision.norm("vision_model.post_layernorm", last[0])
        return first, last, self.w["visual_projection.weight"] @ output

    def prompt(self, ids, end):
        """The states after block 0 and after the last, (L, D), and the projection (E) of the first end token."""
        embeddings = "text_model.embeddings."
        x = self.w[embeddings + "token_embedding.weight"][ids]
        x = x + self.w[embeddings + "position_embedding.weight"][:len(ids)]
        first, last = self.text.run(x, causal=True)
        output = self.text.norm("text_model.final_layer_norm", last[ids.index(end)])
        return first, last, self.w["text_projection.weight"] @ output

    def logits(self, images, prompts):
        images = images / np.linalg.norm(images, axis=1, keepdims=True)
        prompts = prompts / np.linalg.norm(prompts, axis=1, keepdims=True)
        return math.exp(float(self.w["logit_scale"])) * images @ prompts.T
