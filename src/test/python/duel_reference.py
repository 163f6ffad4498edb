"""Writes what the arithmetic of the duel is compared with: rank correlations, distances, McNemar's test.

Usage: python3 src/test/python/duel_reference.py src/test/golden/duel

NumPy alone: ranks by counting, binomial sums in whole numbers.
"""

import sys
from fractions import Fraction
from math import comb
from pathlib import Path

import numpy as np


def ranks(values):
    """Places from the least, from 1; equal values share the mean: those below, and half of those equal."""
    below = (values[None, :] < values[:, None]).sum(axis=1)
    equal = (values[None, :] == values[:, None]).sum(axis=1)
    return below + (equal + 1) / 2


def softmax(logits):
    e = np.exp(logits - logits.max())
    return e / e.sum()


def mcnemar(b, c):
    """Both tails of Bin(b + c, 1/2), exact."""
    n = b + c
    tail = sum(comb(n, k) for k in range(min(b, c) + 1))
    return float(min(Fraction(1), Fraction(2 * tail, 2 ** n)))


def wilson(right, of):
    z, p = 1.959963984540054, right / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * np.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return middle - half, middle + half


def main():
    random = np.random.default_rng(31)
    images, labels = 23, 5
    left = np.round(random.uniform(0.1, 0.3, (images, labels)), 2).astype(np.float32)  # two digits: with ties
    right = np.round(0.5 * left + random.uniform(-0.1, 0.1, (images, labels)), 2).astype(np.float32)
    lines = ["%d %d" % (images, labels)]
    for matrix in (left, right):
        lines.append(" ".join("%.2f" % v for v in matrix.ravel()))
    lines.append(" ".join("%.12f" % np.corrcoef(ranks(left[:, i]), ranks(right[:, i]))[0, 1] for i in range(labels)))
    p = [softmax(100.0 * row.astype(float)) for row in left]
    q = [softmax(30.0 * row.astype(float)) for row in right]
    lines.append(" ".join("%.12f" % (np.abs(a - b).sum() / 2) for a, b in zip(p, q)))
    lines.append(" ".join("%d %d" % (a.argmax(), b.argmax()) for a, b in zip(p, q)))
    for b, c in ((0, 0), (1, 0), (3, 1), (10, 2), (7, 7), (0, 12), (900, 800)):
        lines.append("mcnemar %d %d %.12e" % (b, c, mcnemar(b, c)))
    for right_ones, of in ((0, 10), (10, 10), (7, 10), (151, 200)):
        lines.append("wilson %d %d %.9f %.9f" % (right_ones, of, *np.abs(wilson(right_ones, of))))
    Path(sys.argv[1]).mkdir(exist_ok=True)
    Path(sys.argv[1], "duel.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
