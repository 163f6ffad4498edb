
  # ---- CLIP's residual network ----
  #
  # Weights as in a checkpoint, each convolution with its batch norm (kernels, weight, bias, mean, variance):
  #   stem: 3 convolutions; blocks: 3 convolutions each, with a fourth for the shortcut of each stage's first;
  #   pool: positions, q (2), k (2), v (2), c (2)
  # Bound: kernels and bias of each convolution; pool: positions, q (2), k and v (2), c (2).
  #
  # `stages` holds how many blocks each stage has. C is the number of channels, G the side of the last grid.
  #
  # Sources: Radford et al. 2021, section 2.4; names and order of operations as in ModifiedResNet of openai/CLIP.

  # A batch norm with fixed statistics is a factor and a sum for each channel, so it goes into the convolution before it.
  def bind_convolution(self: __torch__.Clip, bound: List[Tensor], stored: List[Tensor], at: int, stride: int, dtype: int) -> List[Tensor]:
    kernels = torch.to(stored[at], 6)
    variance = torch.to(stored[torch.add(at, 4)], 6)
    factor = torch.div(torch.to(stored[torch.add(at, 1)], 6), torch.sqrt(torch.add(variance, 1.0000000000000001e-05)))
    bias = torch.sub(torch.to(stored[torch.add(at, 2)], 6), torch.mul(torch.to(stored[torch.add(at, 3)], 6), factor))
    kernels = torch.to(torch.mul(kernels, torch.view(factor, [-1, 1, 1, 1])), dtype)
    padding = torch.floordiv(torch.size(kernels, 2), 2)
    _0 = torch.append(bound, (self).pack_kernels(kernels, stride, padding))
    _1 = torch.append(bound, torch.to(bias, dtype))
    return bound

  def bind_resnet_image(self: __torch__.Clip, stored: List[Tensor], dtype: int, grid: int) -> List[Tensor]:
    pool = torch.sub(torch.len(stored), 9)
    bound = (self).bind_convolution(annotate(List[Tensor], []), stored, 0, 2, dtype)
    for i in range(torch.sub(torch.floordiv(pool, 5), 1)):
      bound = (self).bind_convolution(bound, stored, torch.mul(5, torch.add(i, 1)), 1, dtype)
    _0 = torch.append(bound, (self).positions(stored[pool], 1, grid))
    bound = (self).bind_linear(bound, stored, torch.add(pool, 1), dtype)
    _1 = torch.append(bound, (self).pack_rows([stored[torch.add(pool, 3)], stored[torch.add(pool, 5)]], dtype))
    _2 = torch.append(bound, torch.to(torch.cat([stored[torch.add(pool, 4)], stored[torch.add(pool, 6)]], 0), dtype))
    return (self).bind_linear(bound, stored, torch.add(pool, 7), dtype)

  # (N, 3, S, S) to (N, C, S / 4, S / 4)
  def stem(self: __torch__.Clip, pixels: Tensor, w: List[Tensor]) -> Tensor:
    x = torch.contiguous(torch.to(pixels, ops.prim.dtype(w[1])), memory_format=2)  # channels last, as oneDNN has them
    x = (self).rectified(x, w[0], w[1], 2, 1)
    x = (self).rectified(x, w[2], w[3], 1, 1)
    x = (self).rectified(x, w[4], w[5], 1, 1)
    return torch.avg_pool2d(x, [2, 2])

  # Pools where others let a convolution step over every second pixel, which would alias.
  def bottleneck(self: __torch__.Clip, x: Tensor, w: List[Tensor], at: int, halved: bool, widened: bool) -> Tensor:
    y = (self).rectified(x, w[at], w[torch.add(at, 1)], 1, 0)
    y = (self).rectified(y, w[torch.add(at, 2)], w[torch.add(at, 3)], 1, 1)
    if halved:
      y = torch.avg_pool2d(y, [2, 2])
      x = torch.avg_pool2d(x, [2, 2])
    y = (self).convolution(y, w[torch.add(at, 4)], w[torch.add(at, 5)], 1, 0)
    if widened:
      x = (self).convolution(x, w[torch.add(at, 6)], w[torch.add(at, 7)], 1, 0)
    return torch.relu_(torch.add_(y, x))

  # The first `blocks` blocks, (N, C, h, w)
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
    return torch.to(torch.transpose(torch.flatten(x, 2), 1, 2), 6)

  # Attention of the mean over all places: (N, 3, S, S) to (N, E)
  def encode_resnet_image(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], stages: List[int], heads: int) -> Tensor:
    x = (self).resnet_image_states(pixels, w, torch.sum(stages), stages, heads)  # (N, G², C)
    x = torch.add(torch.cat([torch.mean(x, [1], True), x], 1), w[-7])  # (N, 1 + G², C)
    x = torch.to(x, ops.prim.dtype(w[-1]))
    q = (self).product(torch.slice(x, 1, 0, 1), w[-6], w[-5])  # (N, 1, C)
    kv = (self).product(x, w[-4], w[-3])  # (N, 1 + G², 2 C)
    mixed = torch.select((self).mix(q, kv, heads, None, False), 1, 0)  # (N, C)
    return torch.to((self).product(mixed, w[-2], w[-1]), 6)
