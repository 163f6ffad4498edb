"""CLIP's residual network in NumPy, float64: Radford et al. 2021, section 2.4, as OpenAI names the weights."""
import numpy as np

from positions import resized

EPSILON = 1e-5  # torch.nn.BatchNorm2d's default


def convolve(x, kernels, stride=1):
    """(C, h, w) with zeros around it, so that a stride of 1 keeps the size."""
    size = kernels.shape[2]
    around = size // 2
    x = np.pad(x, ((0, 0), (around, around), (around, around)))
    height = (x.shape[1] - size) // stride + 1
    width = (x.shape[2] - size) // stride + 1
    result = np.zeros((len(kernels), height, width))
    for dy in range(size):
        for dx in range(size):
            seen = x[:, dy:dy + stride * height:stride, dx:dx + stride * width:stride]
            result += np.einsum("oc,cyx->oyx", kernels[:, :, dy, dx], seen)
    return result


def halve(x):
    """The mean of each two by two."""
    channels, height, width = x.shape
    return x.reshape(channels, height // 2, 2, width // 2, 2).mean((2, 4))


class ResNet:
    def __init__(self, weights, stages, heads):
        self.w = {name: values.astype(np.float64) for name, values in weights.items()}
        self.stages = stages
        self.heads = heads

    def normal(self, name, x):
        weight, bias, mean, variance = (
            self.w[f"visual.{name}.{part}"][:, None, None] for part in ("weight", "bias", "running_mean", "running_var"))
        return (x - mean) / np.sqrt(variance + EPSILON) * weight + bias

    def layer(self, convolution, norm, x, stride=1):
        return self.normal(norm, convolve(x, self.w[f"visual.{convolution}.weight"], stride))

    def bottleneck(self, name, x, halved):
        y = np.maximum(self.layer(name + ".conv1", name + ".bn1", x), 0)
        y = np.maximum(self.layer(name + ".conv2", name + ".bn2", y), 0)
        y = self.layer(name + ".conv3", name + ".bn3", halve(y) if halved else y)
        if f"visual.{name}.downsample.0.weight" in self.w:
            x = self.layer(name + ".downsample.0", name + ".downsample.1", halve(x) if halved else x)
        return np.maximum(x + y, 0)

    def pool(self, x):
        """Attention of the mean over all places (G², C): (E)."""
        w, name = self.w, "visual.attnpool."

        def linear(projection, states):
            return states @ w[f"{name}{projection}.weight"].T + w[f"{name}{projection}.bias"]

        x = np.vstack([x.mean(0), x])
        x = x + resized(w[name + "positional_embedding"], 1, round((len(x) - 1) ** 0.5))
        q, k, v = linear("q_proj", x[0]), linear("k_proj", x), linear("v_proj", x)
        size = len(q) // self.heads
        found = []
        for head in range(self.heads):
            part = slice(head * size, (head + 1) * size)
            scores = k[:, part] @ q[part] / np.sqrt(size)
            shares = np.exp(scores - scores.max())
            found.append(shares / shares.sum() @ v[:, part])
        return linear("c_proj", np.concatenate(found))

    def image(self, pixels):
        """The states after block 0 and after the last, (places, channels), and the embedding (E), of (3, S, S)."""
        x = pixels.astype(np.float64)
        for i in (1, 2, 3):
            x = np.maximum(self.layer(f"conv{i}", f"bn{i}", x, 2 if i == 1 else 1), 0)
        x = halve(x)
        states = []
        for stage, blocks in enumerate(self.stages):
            for block in range(blocks):
                x = self.bottleneck(f"layer{stage + 1}.{block}", x, halved=stage > 0 and block == 0)
                states.append(x.reshape(len(x), -1).T)
        return states[0], states[-1], self.pool(states[-1])
