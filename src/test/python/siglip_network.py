"""SigLIP's two towers in NumPy, float64: Zhai et al. 2023, as Hugging Face's SiglipModel names the weights."""
import numpy as np

from clip_network import Tower
from positions import resized


def softmax(scores):
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    return shares / shares.sum(-1, keepdims=True)


class Siglip:
    def __init__(self, weights, config):
        self.w = {name: values.astype(np.float64) for name, values in weights.items()}
        self.vision = Tower(self.w, "vision_model", config["vision_config"])
        self.text = Tower(self.w, "text_model", config["text_config"])
        self.patch = config["vision_config"]["patch_size"]

    def pool(self, states):
        """What one learned query finds in the states (P, D): attention, and an MLP beside it."""
        name, heads = "vision_model.head.", self.vision.heads
        length, width = states.shape
        weight, bias = self.w[name + "attention.in_proj_weight"], self.w[name + "attention.in_proj_bias"]
        query = weight[:width] @ self.w[name + "probe"].reshape(width) + bias[:width]
        keys = states @ weight[width:2 * width].T + bias[width:2 * width]
        values = states @ weight[2 * width:].T + bias[2 * width:]
        found = np.empty(width)
        size = width // heads
        for head in range(heads):
            part = slice(head * size, (head + 1) * size)
            found[part] = softmax(keys[:, part] @ query[part] / np.sqrt(size)) @ values[:, part]
        found = self.vision.linear(name + "attention.out_proj", found)
        hidden = self.vision.linear(name + "mlp.fc1", self.vision.norm(name + "layernorm", found))
        return found + self.vision.linear(name + "mlp.fc2", self.vision.activation(hidden))

    def image(self, pixels):
        """The states after block 0 and after the last, (P, D), and the embedding (D), of pixels (3, S, S)."""
        embeddings = "vision_model.embeddings."
        kernels, bias = self.w[embeddings + "patch_embedding.weight"], self.w[embeddings + "patch_embedding.bias"]
        side = pixels.shape[1] // self.patch
        x = np.empty((side * side, len(kernels)))
        for row in range(side):
            for column in range(side):
                y0, x0 = row * self.patch, column * self.patch
                square = pixels[:, y0:y0 + self.patch, x0:x0 + self.patch].astype(np.float64)
                x[row * side + column] = (kernels * square).sum((1, 2, 3)) + bias
        x = x + resized(self.w[embeddings + "position_embedding.weight"], 0, side)
        first, last = self.vision.run(x, causal=False)
        return first, last, self.pool(self.vision.norm("vision_model.post_layernorm", last))

    def prompt(self, ids):
        """The states after block 0 and after the last, (L, D), and the embedding (E) of ids that fill the context."""
        embeddings = "text_model.embeddings."
        x = self.w[embeddings + "token_embedding.weight"][ids] + self.w[embeddings + "position_embedding.weight"]
        first, last = self.text.run(x, causal=False)
        return first, last, self.text.linear("text_model.head", self.text.norm("text_model.final_layer_norm", last)[-1])
