
  # ---- CLIP's residual network ----
  #
  # Weights as in a checkpoint, each convolution with its batch norm (kernels, weight, bias, mean, variance):
  #   stem: 3 convolutions; blocks: 3 convolutions each, with a fourth for the shortcut of each stage's first;
  #   pool: positions, q (2), k (2), v (2), c (2)
  # Bound: kernels and bias of each convolution; pool: positions, q (2), k (2), v (2), c (2).
  #
  # `stages` holds how many blocks each stage has. C is the number of channels, G the side of the last grid. Pictures are
  # (N, h, w, C), so that a convolution is a matrix product of every place, or of every place and its neighbours, side by
  # side. torch's own convolutions are not asked: with numbers of channels such as RN50x4's 40 and 160, the oneDNN of
  # torch 2.7 gives wrong results on some processors.
  #
  # Sources: Radford et al. 2021, section 2.4; names and order of operations as in ModifiedResNet of openai/CLIP.

  # A batch norm with fixed statistics is a factor and a sum for each channel, so it goes into the convolution before it.
  def bind_convolution(self: __torch__.Clip, bound: List[Tensor], stored: List[Tensor], at: int, dtype: int) -> List[Tensor]:
    kernels = torch.to(stored[at], 6)
    variance = torch.to(stored[torch.add(at, 4)], 6)
    factor = torch.div(torch.to(stored[torch.add(at, 1)], 6), torch.sqrt(torch.add(variance, 1.0000000000000001e-05)))
    bias = torch.sub(torch.to(stored[torch.add(at, 2)], 6), torch.mul(torch.to(stored[torch.add(at, 3)], 6), factor))
    kernels = torch.permute(torch.mul(kernels, torch.view(factor, [-1, 1, 1, 1])), [0, 2, 3, 1])
    _0 = torch.append(bound, (self).pack(torch.to(torch.flatten(kernels, 1), dtype)))  # (C', size² C)
    _1 = torch.append(bound, torch.to(bias, dtype))
    return bound

  def bind_resnet_image(self: __torch__.Clip, stored: List[Tensor], dtype: int, grid: int) -> List[Tensor]:
    pool = torch.sub(torch.len(stored), 9)
    bound = annotate(List[Tensor], [])
    for i in range(torch.floordiv(pool, 5)):
      bound = (self).bind_convolution(bound, stored, torch.mul(5, i), dtype)
    _0 = torch.append(bound, (self).positions(stored[pool], 1, grid))
    return (self).bind_linears(bound, stored, torch.add(pool, 1), 4, dtype)

  # Every place with its eight neighbours, zeros beyond the edge: (N, h, w, C) to (N, h / stride, w / stride, 9 C)
  def neighbours(self: __torch__.Clip, x: Tensor, stride: int) -> Tensor:
    height = torch.size(x, 1)
    width = torch.size(x, 2)
    padded = torch.constant_pad_nd(x, [0, 0, 1, 1, 1, 1], 0)
    shifted = annotate(List[Tensor], [])
    for dy in range(3):
      rows = torch.slice(padded, 1, dy, torch.add(dy, height), stride)
      for dx in range(3):
        _0 = torch.append(shifted, torch.slice(rows, 2, dx, torch.add(dx, width), stride))
    return torch.cat(shifted, 3)

  def rectified(self: __torch__.Clip, x: Tensor, w: List[Tensor], at: int) -> Tensor:
    return torch.relu_((self).product(x, w[at], w[torch.add(at, 1)]))

  # The mean of each two by two: (N, h, w, C) to (N, h / 2, w / 2, C)
  def halve(self: __torch__.Clip, x: Tensor) -> Tensor:
    half = torch.floordiv(torch.size(x, 1), 2)
    return torch.mean(torch.reshape(x, [torch.size(x, 0), half, 2, half, 2, torch.size(x, 3)]), [2, 4])

  # (N, 3, S, S) to (N, S / 4, S / 4, C)
  def stem(self: __torch__.Clip, pixels: Tensor, w: List[Tensor]) -> Tensor:
    x = torch.permute(torch.to(pixels, ops.prim.dtype(w[1])), [0, 2, 3, 1])
    x = (self).rectified((self).neighbours(x, 2), w, 0)
    x = (self).rectified((self).neighbours(x, 1), w, 2)
    x = (self).rectified((self).neighbours(x, 1), w, 4)
    return torch.to((self).halve(x), 6)

  # Pools where others let a convolution step over every second pixel, which would alias. Like a transformer's states, the
  # sum over the blocks is kept in float32.
  def bottleneck(self: __torch__.Clip, x: Tensor, w: List[Tensor], at: int, halved: bool, widened: bool) -> Tensor:
    dtype = ops.prim.dtype(w[1])
    y = (self).rectified(torch.to(x, dtype), w, at)
    y = (self).rectified((self).neighbours(y, 1), w, torch.add(at, 2))
    if halved:
      y = (self).halve(y)
      x = (self).halve(x)
    y = (self).product(y, w[torch.add(at, 4)], w[torch.add(at, 5)])
    if widened:
      x = torch.to((self).product(torch.to(x, dtype), w[torch.add(at, 6)], w[torch.add(at, 7)]), 6)
    return torch.relu_(torch.add(x, y))

  # The first `blocks` blocks, (N, h, w, C)
  def bottlenecks(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], blocks: int, stages: List[int]) -> Tensor:
    x = (self).stem(pixels, w)
    at = 6
    done = 0
    for stage in range(torch.len(stages)):
      for block in range(stages[stage]):
        if torch.lt(done, blocks):
          first = torch.eq(block, 0)
          x = (self).bottleneck(x, w, at, torch.__and__(first, torch.gt(stage, 0)), first)
          at = torch.add(at, 6)
          if first:
            at = torch.add(at, 2)
          done = torch.add(done, 1)
    return x

  # For looking inside: (N, h · w, C)
  def resnet_image_states(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], blocks: int, stages: List[int], heads: int) -> Tensor:
    x = (self).bottlenecks(pixels, w, blocks, stages)
    return torch.flatten(x, 1, 2)

  # Attention of the mean over all places: (N, 3, S, S) to (N, E)
  def encode_resnet_image(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], stages: List[int], heads: int) -> Tensor:
    x = (self).resnet_image_states(pixels, w, torch.sum(stages), stages, heads)  # (N, G², C)
    x = torch.add(torch.cat([torch.mean(x, [1], True), x], 1), w[-9])  # (N, 1 + G², C)
    x = torch.to(x, ops.prim.dtype(w[-1]))
    mean = torch.slice(x, 1, 0, 1)  # (N, 1, C)
    mixed = torch.select((self).look(mean, x, w, torch.sub(torch.len(w), 8), heads, None, False), 1, 0)  # (N, C)
    return torch.to((self).product(mixed, w[-2], w[-1]), 6)
