"""Bicubic resampling of a square of positions, as torch.nn.functional.interpolate does it with align_corners=False."""
import numpy as np

A = -0.75  # torch's, where Pillow has -0.5


def cubic(distance):
    """Keys 1981, "Cubic convolution interpolation for digital image processing", equation 4 with a free parameter."""
    x = abs(distance)
    if x <= 1:
        return (A + 2) * x ** 3 - (A + 3) * x ** 2 + 1
    if x < 2:
        return A * x ** 3 - 5 * A * x ** 2 + 8 * A * x - 4 * A
    return 0.0


def resampling(size, result):
    """The matrix (result, size) that resamples one axis. Beyond the edges the edge is repeated; nothing is smoothed."""
    matrix = np.zeros((result, size))
    for i in range(result):
        centre = (i + 0.5) * size / result - 0.5
        for tap in range(int(np.floor(centre)) - 1, int(np.floor(centre)) + 3):
            matrix[i, min(max(tap, 0), size - 1)] += cubic(centre - tap)
    return matrix


def resized(table, extra, side):
    """Positions (extra + G², D) as (extra + side², D): the first `extra` belong to no place and stay."""
    before = round((len(table) - extra) ** 0.5)
    if before == side:
        return table
    square = table[extra:].reshape(before, before, -1)
    matrix = resampling(before, side)
    square = np.einsum("ya,xb,abd->yxd", matrix, matrix, square)
    return np.concatenate([table[:extra], square.reshape(side * side, -1)])
