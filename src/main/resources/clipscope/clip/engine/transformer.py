# A pre-norm transformer, in the TorchScript dialect of model archives. Begins the class that all the towers share.
#
# The program holds no parameters: every method is given its weights, so that one text serves every size. Letters:
# N images or prompts, L tokens, D width, H heads, d = D / H, E dimensions of an embedding, P patches, S image size.
#
# Weights as in a checkpoint, each before its bias:
#   block: norm 1 (2), q (2), k (2), v (2), out (2), norm 2 (2), fc1 (2), fc2 (2): 16
# Bound, they keep that order, and matrices are as `pack` leaves them. One matrix of q, k and v together would be a
# quarter of the model copied at each start, and multiply no faster.
#
# Sums over many layers, norms and softmax are computed in float32, matrix products in the number format of their
# weights. Where that is bfloat16, its 8 bits of precision are lost once for each product and not once for each sum.
#
# activation: 0 quick_gelu, 1 gelu, 2 gelu with tanh, 3 quick_gelu folded into the weights (see `bind_blocks`).

class Clip(Module):
  __parameters__ = []
  __buffers__ = []

  # ---- binding: once for each model, and once for each training step ----

  def cast(self: __torch__.Clip, stored: Tensor, dtype: int) -> Tensor:
    return torch.to(stored, dtype)

  # A tensor on a device; itself if it is there.
  def place(self: __torch__.Clip, x: Tensor, device: str) -> Tensor:
    return torch.to(x, torch.device(device))

  # Weights as they are stored, on a device.
  def placed(self: __torch__.Clip, stored: List[Tensor], device: str) -> List[Tensor]:
    there = annotate(List[Tensor], [])
    for i in range(torch.len(stored)):
      _0 = torch.append(there, (self).place(stored[i], device))
    return there

  # Weight and bias of one layer.
  def bind_linear(self: __torch__.Clip, bound: List[Tensor], stored: List[Tensor], at: int, dtype: int) -> List[Tensor]:
    _0 = torch.append(bound, (self).pack(torch.to(stored[at], dtype)))
    _1 = torch.append(bound, torch.to(stored[torch.add(at, 1)], dtype))
    return bound

  def bind_norm(self: __torch__.Clip, bound: List[Tensor], stored: List[Tensor], at: int) -> List[Tensor]:
    _0 = torch.append(bound, torch.to(stored[at], 6))
    _1 = torch.append(bound, torch.to(stored[torch.add(at, 1)], 6))
    return bound

  # Several layers, one behind the other in both lists.
  def bind_linears(self: __torch__.Clip, bound: List[Tensor], stored: List[Tensor], at: int, count: int, dtype: int) -> List[Tensor]:
    for i in range(count):
      bound = (self).bind_linear(bound, stored, torch.add(at, torch.mul(2, i)), dtype)
    return bound

  # In float32, so that a bfloat16 vector is rounded once.
  def scaled(self: __torch__.Clip, stored: Tensor, factor: float, dtype: int) -> Tensor:
    value = torch.to(stored, 6)
    if torch.ne(factor, 1.):
      value = torch.mul(value, factor)
    return torch.to(value, dtype)

  # All blocks, from `first` in the stored list on.
  #
  # Folding makes quick_gelu, x sigmoid(1.702 x), the cheaper silu(1.702 x) / 1.702: the factor goes into norm 2 and the
  # biases of fc1 and fc2, its inverse into the sum with the residual, and only vectors are changed.
  def bind_blocks(self: __torch__.Clip, bound: List[Tensor], stored: List[Tensor], first: int, blocks: int, dtype: int, folded: bool) -> List[Tensor]:
    factor = 1.
    if folded:
      factor = 1.702
    for i in range(blocks):
      at = torch.add(first, torch.mul(i, 16))
      bound = (self).bind_norm(bound, stored, at)
      bound = (self).bind_linears(bound, stored, torch.add(at, 2), 4, dtype)  # q, k, v, out
      _0 = torch.append(bound, (self).scaled(stored[torch.add(at, 10)], factor, 6))
      _1 = torch.append(bound, (self).scaled(stored[torch.add(at, 11)], factor, 6))
      _2 = torch.append(bound, (self).pack(torch.to(stored[torch.add(at, 12)], dtype)))
      _3 = torch.append(bound, (self).scaled(stored[torch.add(at, 13)], factor, dtype))
      _4 = torch.append(bound, (self).pack(torch.to(stored[torch.add(at, 14)], dtype)))
      _5 = torch.append(bound, (self).scaled(stored[torch.add(at, 15)], factor, dtype))
    return bound

  # What still lies in the memory of the stored weights, copied if that is to be given back.
  def owned(self: __torch__.Clip, bound: List[Tensor], copy: bool) -> List[Tensor]:
    kept = annotate(List[Tensor], [])
    for i in range(torch.len(bound)):
      weight = bound[i]
      if copy:
        if torch.__not__(ops.prim.is_mkldnn(weight)):
          weight = torch.clone(weight)
      _0 = torch.append(kept, weight)
    return kept

  # Positions of a square of patches, (extra + G², D), for one of `grid`² patches: the first `extra` as they are, the
  # others resampled by bicubic interpolation, as Hugging Face's `interpolate_pos_encoding` does.
  def positions(self: __torch__.Clip, stored: Tensor, extra: int, grid: int) -> Tensor:
    table = torch.to(stored, 6)
    patches = torch.sub(torch.size(table, 0), extra)
    if torch.ne(torch.mul(grid, grid), patches):
      side = int(torch.round(torch.sqrt(patches)))
      square = torch.reshape(torch.slice(table, 0, extra), [1, side, side, -1])
      square = torch.upsample_bicubic2d(torch.permute(square, [0, 3, 1, 2]), [grid, grid], False, None)  # (1, D, grid, grid)
      table = torch.cat([torch.slice(table, 0, 0, extra), torch.transpose(torch.flatten(torch.squeeze(square, 0), 1), 0, 1)], 0)
    return table  # (extra + grid², D)

  # ---- running ----

  # (T, D) and (M, D) to (T, M), for measuring
  def multiply(self: __torch__.Clip, x: Tensor, weight: Tensor) -> Tensor:
    return (self).product(x, weight, None)

  # In the number format of the layer that follows, whose bias is given.
  def norm(self: __torch__.Clip, x: Tensor, weight: Tensor, bias: Tensor, eps: float, next: Tensor) -> Tensor:
    return torch.to(torch.layer_norm(x, [torch.size(weight, 0)], weight, bias, eps), ops.prim.dtype(next))

  # (N, L, D) to (N, H, L, d)
  def split_heads(self: __torch__.Clip, x: Tensor, heads: int) -> Tensor:
    return torch.transpose(torch.view(x, [torch.size(x, 0), torch.size(x, 1), heads, -1]), 1, 2)

  # Attention over q (N, L, D) and over k and v, both (N, M, D), to (N, L, D)
  def mix(self: __torch__.Clip, q: Tensor, k: Tensor, v: Tensor, heads: int, seen: Optional[Tensor], causal: bool) -> Tensor:
    mixed = (self).attend((self).split_heads(q, heads), (self).split_heads(k, heads), (self).split_heads(v, heads), seen, causal)  # (N, H, L, d)
    return torch.flatten(torch.transpose(mixed, 1, 2), 2, 3)

  # Attention with its first three layers, from the place of their weights on: x (N, L, D) looks at y (N, M, D).
  def look(self: __torch__.Clip, x: Tensor, y: Tensor, w: List[Tensor], at: int, heads: int, seen: Optional[Tensor], causal: bool) -> Tensor:
    q = (self).product(x, w[at], w[torch.add(at, 1)])
    k = (self).product(y, w[torch.add(at, 2)], w[torch.add(at, 3)])
    v = (self).product(y, w[torch.add(at, 4)], w[torch.add(at, 5)])
    return (self).mix(q, k, v, heads, seen, causal)  # (N, L, D)

  def activate(self: __torch__.Clip, x: Tensor, activation: int) -> Tensor:
    if torch.eq(activation, 3):
      y = torch.silu(x)
    elif torch.eq(activation, 0):
      y = torch.mul(x, torch.sigmoid(torch.mul(x, 1.702)))
    else:
      kind = "none"
      if torch.eq(activation, 2):
        kind = "tanh"
      y = torch.gelu(x, approximate=kind)
    return y

  # The block's second half without the residual. With quick_gelu folded the result is 1.702 times too large.
  def mlp(self: __torch__.Clip, x: Tensor, w: List[Tensor], at: int, eps: float, activation: int) -> Tensor:
    y = (self).norm(x, w[at], w[torch.add(at, 1)], eps, w[torch.add(at, 3)])
    y = (self).wide(y, w[torch.add(at, 2)], w[torch.add(at, 3)], activation)  # (N, L, 4 D)
    return (self).product(y, w[torch.add(at, 4)], w[torch.add(at, 5)])  # (N, L, D)

  # x + scale y, in place but for training: the gradient of a norm needs its input. Two number formats in one sum are
  # slow where it is not in place.
  def residual(self: __torch__.Clip, x: Tensor, y: Tensor, activation: int, training: bool) -> Tensor:
    scale = 1.
    if torch.eq(activation, 3):
      scale = 0.5875440658049353  # 1 / 1.702
    if training:
      z = torch.add(x, torch.to(y, 6), alpha=scale)
    else:
      z = torch.add_(x, y, alpha=scale)
    return z

  # What follows on attention, from the place of its `out` on.
  def block_end(self: __torch__.Clip, x: Tensor, mixed: Tensor, w: List[Tensor], at: int, eps: float, activation: int, training: bool) -> Tensor:
    x = (self).residual(x, (self).product(mixed, w[at], w[torch.add(at, 1)]), 0, training)
    return (self).residual(x, (self).mlp(x, w, torch.add(at, 2), eps, activation), activation, training)

  # The first `blocks` blocks, for all tokens.
  def transformer(self: __torch__.Clip, x: Tensor, w: List[Tensor], first: int, blocks: int, heads: int, eps: float, activation: int, causal: bool, training: bool) -> Tensor:
    for i in range(blocks):
      at = torch.add(first, torch.mul(i, 16))
      y = (self).norm(x, w[at], w[torch.add(at, 1)], eps, w[torch.add(at, 3)])
      mixed = (self).look(y, y, w, torch.add(at, 2), heads, None, causal)
      x = (self).block_end(x, mixed, w, torch.add(at, 8), eps, activation, training)
    return x  # (N, L, D)

  # The last block for the one token of each row that a tower gives on: keys and values of all tokens, the rest of one.
  # `seen` (N, 1, 1, L) tells which tokens that one looks at. (N, L, D) to (N, D)
  def last_block(self: __torch__.Clip, x: Tensor, ends: Tensor, seen: Optional[Tensor], w: List[Tensor], at: int, heads: int, eps: float, activation: int, training: bool) -> Tensor:
    y = (self).norm(x, w[at], w[torch.add(at, 1)], eps, w[torch.add(at, 3)])  # (N, L, D)
    one = torch.unsqueeze((self).pick(y, ends), 1)  # (N, 1, D)
    mixed = torch.select((self).look(one, y, w, torch.add(at, 2), heads, seen, False), 1, 0)  # (N, D)
    return (self).block_end((self).pick(x, ends), mixed, w, torch.add(at, 8), eps, activation, training)

  # One token of each row: (N, L, D) and (N) to (N, D)
  def pick(self: __torch__.Clip, x: Tensor, ends: Tensor) -> Tensor:
    rows = torch.arange(torch.size(x, 0), dtype=4, device=ops.prim.device(x))
    return torch.index(x, annotate(List[Optional[Tensor]], [rows, ends]))

  # (N, 3, S, S) to (N, P, D): each patch as one row, in the order of a convolution's kernel, times all kernels. What is
  # left over at the right and at the bottom is not looked at.
  def patches(self: __torch__.Clip, pixels: Tensor, kernels: Tensor, bias: Optional[Tensor], patch: int, dtype: int) -> Tensor:
    grid = torch.floordiv(torch.size(pixels, 2), patch)
    covered = torch.mul(grid, patch)
    x = torch.slice(torch.slice(torch.to(pixels, dtype), 2, 0, covered), 3, 0, covered)
    x = torch.reshape(x, [torch.size(x, 0), 3, grid, patch, grid, patch])
    x = torch.reshape(torch.permute(x, [0, 2, 4, 1, 3, 5]), [torch.size(x, 0), torch.mul(grid, grid), -1])  # (N, P, 3 · patch²)
    return torch.to((self).product(x, kernels, bias), 6)
