"""Writes src/test/golden/ensembles.json: ensembles of templates and their selection, worked out with NumPy.

Nothing here follows the Java code: embeddings are averaged as embeddings, not by way of their cosines.
"""

import json
import pathlib

import numpy as np

IMAGES, TEMPLATES, LABELS, DIMS, SCALE = 40, 6, 4, 7, 12.0
OUT = pathlib.Path(__file__).resolve().parents[1] / "golden" / "ensembles.json"


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def mean_embedding(images, prompts, weights):
    classifier = unit(np.einsum("t,tld->ld", weights, prompts))
    return softmax(SCALE * images @ classifier.T)


def signed_margin(p, reference):
    ordered = np.sort(p, axis=1)
    lead = ordered[:, -1] - ordered[:, -2]
    return np.where(p.argmax(1) == reference, lead, -lead).mean()


def select(images, prompts, reference, measure, least_gain):
    chosen, values = [], []
    while len(chosen) < len(prompts):
        def value(t):
            p = mean_embedding(images, prompts[chosen + [t]], np.ones(len(chosen) + 1))
            margin = signed_margin(p, reference)
            return ((p.argmax(1) == reference).mean() if measure == "accuracy" else margin, margin)
        left = [t for t in range(len(prompts)) if t not in chosen]
        best = max(left, key=value)
        if values and value(best)[0] <= values[-1] + least_gain:
            break
        values.append(value(best)[0])
        chosen.append(best)
    return {"chosen": chosen, "values": values}


def main():
    rng = np.random.default_rng(11)
    centres = unit(rng.normal(size=(LABELS, DIMS)))
    truth = rng.integers(0, LABELS, IMAGES)
    images = unit(centres[truth] + 0.55 * rng.normal(size=(IMAGES, DIMS))).astype(np.float32)
    prompts = unit(centres[None] + 0.6 * rng.normal(size=(TEMPLATES, LABELS, DIMS))).astype(np.float32)
    x, e = images.astype(np.float64), prompts.astype(np.float64)

    singles = softmax(SCALE * np.einsum("nd,tld->tnl", x, e))
    tops = singles.argmax(2)
    accuracy = (tops == truth).mean(1)
    votes = np.stack([(tops == label).sum(0) for label in range(LABELS)], 1).argmax(1)
    chosen = [0, 2, 5]
    result = {
        "scale": SCALE,
        "images": images.tolist(),
        "prompts": prompts.tolist(),
        "truth": truth.tolist(),
        "chosen": chosen,
        "accuracy": accuracy.tolist(),
        "margin": [signed_margin(p, truth) for p in singles],
        "recall": [[float((tops[t][truth == l] == l).mean()) for l in range(LABELS)] for t in range(TEMPLATES)],
        "votes": votes.tolist(),
        "MEAN_EMBEDDING": mean_embedding(x, e[chosen], np.ones(3)).tolist(),
        "WEIGHTED": mean_embedding(x, e[chosen], accuracy[chosen]).tolist(),
        "MEAN_PROBABILITY": singles[chosen].mean(0).tolist(),
        "MAXIMUM": softmax(SCALE * np.einsum("nd,tld->tnl", x, e[chosen]).max(0)).tolist(),
        "without": [
            float((mean_embedding(x, e[[t for t in chosen if t != out]], np.ones(2)).argmax(1) == truth).mean())
            for out in chosen
        ],
        "byAccuracy": select(x, e, truth, "accuracy", 1e-9),
        "byMargin": select(x, e, votes, "margin", 1e-3),
        "sum": unit(1.5 * x[0] - 0.5 * x[1] + 0.25 * x[2]).tolist(),
    }
    OUT.write_text(json.dumps(result) + "\n")
    print(accuracy, result["byAccuracy"], result["byMargin"])


if __name__ == "__main__":
    main()
