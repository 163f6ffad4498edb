"""Writes what the arithmetic of the grid is compared with: clustering, quantiles, percentiles.

Usage: python3 src/test/python/grid_reference.py src/test/golden/grid

The trees are SciPy's. The optimal order of small sets is found by trying every one that the tree allows, that of the
large set from all pairs of ends; SciPy 1.17.1's own is longer there.
"""

import itertools
import sys
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist, squareform
from scipy.stats import percentileofscore


def orders(tree, count, node):
    """Every order of the leaves below a node that crosses no branches."""
    if node < count:
        return [[node]]
    left, right = (orders(tree, count, int(child)) for child in tree[node - count, :2])
    return [a + b for x, y in ((left, right), (right, left)) for a, b in itertools.product(x, y)]


def length(distances, order):
    return sum(distances[a, b] for a, b in zip(order, order[1:]))


def shortest(tree, count, distances):
    """The shortest order that crosses no branches: for each node, the best one for each pair of ends."""
    best = {leaf: {(leaf, leaf): (0.0, [leaf])} for leaf in range(count)}
    for join, (left, right) in enumerate(tree[:, :2].astype(int)):
        ends = {}
        for (u, m), (a, first) in best[left].items():
            for (k, w), (b, second) in best[right].items():
                sum_ = a + distances[m, k] + b
                if (u, w) not in ends or sum_ < ends[u, w][0]:
                    ends[u, w] = (sum_, first + second)
        best[count + join] = {**ends, **{(w, u): (sum_, order[::-1]) for (u, w), (sum_, order) in ends.items()}}
    return min(best[2 * count - 2].values())[1]


def clusterings(lines):
    random = np.random.default_rng(5)
    for count in (3, 6, 9, 60):
        vectors = np.round(random.normal(size=(count, 4)), 3)
        flat = pdist(vectors, "cosine")
        distances = squareform(flat)
        tree = linkage(flat, "average")
        if count < 10:
            best = min(orders(tree, count, 2 * count - 2), key=lambda order: length(distances, order))
        else:
            best = shortest(tree, count, distances)
        lines.append("cluster %d %.9f" % (count, length(distances, best)))
        lines.append(" ".join(str(leaf) for leaf in best))
        lines.extend(" ".join("%.3f" % v for v in vector) for vector in vectors)


def spreads(lines):
    random = np.random.default_rng(6)
    values = np.round(random.normal(size=101), 1).astype(np.float32)  # with ties
    lines.append("values " + " ".join("%.1f" % v for v in values))
    lines.append("quantiles " + " ".join("%.9f" % np.quantile(values.astype(float), q)
                                         for q in (0, 0.02, 0.333, 0.5, 0.98, 1)))
    lines.append("percentiles " + " ".join("%.9f" % percentileofscore(values, v, kind="mean") for v in values))
    lines.append("summary %.9f %.9f %d %d" % (values.astype(float).mean(), values.astype(float).std(),
                                              values.argmin(), values.argmax()))


def main():
    lines = []
    clusterings(lines)
    spreads(lines)
    Path(sys.argv[1], "grid.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
