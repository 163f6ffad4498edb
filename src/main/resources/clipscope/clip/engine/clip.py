# CLIP: two transformers and a contrastive loss, in the TorchScript dialect of model archives.
#
# The program holds no parameters: every method is given its weights, so that one text serves every size. Letters:
# N images or prompts, L tokens, D width, H heads, d = D / H, E dimensions of an embedding, P patches, S image size.
#
# A tower's weights come as a list, in one of two orders. As in a checkpoint:
#   image: patch, class token, positions, pre norm (2), blocks of 16, post norm (2), projection
#   text:  tokens, positions, blocks of 16, final norm (2), projection
#   block: norm 1 (2), q (2), k (2), v (2), out (2), norm 2 (2), fc1 (2), fc2 (2), each weight before its bias
# Bound, as `bind` makes it: the same with q, k and v one matrix of (3 D, D), so blocks of 12.
#
# activation: 0 quick_gelu, 1 gelu, 2 gelu with tanh, 3 quick_gelu folded into the weights (see `bind`).
#
# Sources: Radford et al. 2021, "Learning Transferable Visual Models From Natural Language Supervision", section 2 and
# figure 3; names and order of operations as in Hugging Face's CLIPModel.

class Clip(Module):
  __parameters__ = []
  __buffers__ = []

  # ---- binding: once for each model, and once for each training step ----

  # A weight as it is stored, in the number format to compute with.
  def cast(self: __torch__.Clip, stored: Tensor, dtype: int) -> Tensor:
    return torch.to(stored, dtype)

  # The list in the bound order. `first` is the number of weights before the blocks.
  #
  # Folding makes quick_gelu, x sigmoid(1.702 x), the cheaper silu(1.702 x) / 1.702: the factor goes into norm 2 and the
  # bias of fc1, its inverse into the sum with the residual, and only vectors are changed.
  def bind(self: __torch__.Clip, stored: List[Tensor], first: int, dtype: int, folded: bool) -> List[Tensor]:
    bound = annotate(List[Tensor], [])
    for i in range(first):
      _0 = torch.append(bound, (self).cast(stored[i], dtype))
    factor = 1.
    if folded:
      factor = 1.702
    blocks = torch.floordiv(torch.sub(torch.sub(torch.len(stored), first), 3), 16)
    for i in range(blocks):
      at = torch.add(first, torch.mul(i, 16))
      _1 = torch.append(bound, (self).cast(stored[at], dtype))
      _2 = torch.append(bound, (self).cast(stored[torch.add(at, 1)], dtype))
      q = (self).cast(stored[torch.add(at, 2)], dtype)
      k = (self).cast(stored[torch.add(at, 4)], dtype)
      v = (self).cast(stored[torch.add(at, 6)], dtype)
      _3 = torch.append(bound, torch.cat([q, k, v], 0))  # (3 D, D)
      q = (self).cast(stored[torch.add(at, 3)], dtype)
      k = (self).cast(stored[torch.add(at, 5)], dtype)
      v = (self).cast(stored[torch.add(at, 7)], dtype)
      _4 = torch.append(bound, torch.cat([q, k, v], 0))  # (3 D)
      _5 = torch.append(bound, (self).cast(stored[torch.add(at, 8)], dtype))
      _6 = torch.append(bound, (self).cast(stored[torch.add(at, 9)], dtype))
      _7 = torch.append(bound, (self).scaled(stored[torch.add(at, 10)], factor, dtype))
      _8 = torch.append(bound, (self).scaled(stored[torch.add(at, 11)], factor, dtype))
      _9 = torch.append(bound, (self).cast(stored[torch.add(at, 12)], dtype))
      _10 = torch.append(bound, (self).scaled(stored[torch.add(at, 13)], factor, dtype))
      _11 = torch.append(bound, (self).cast(stored[torch.add(at, 14)], dtype))
      _12 = torch.append(bound, (self).scaled(stored[torch.add(at, 15)], factor, dtype))
    for i in range(3):
      _13 = torch.append(bound, (self).cast(stored[torch.sub(i, 3)], dtype))
    return bound

  def bind_clip_image(self: __torch__.Clip, stored: List[Tensor], dtype: int, folded: bool) -> List[Tensor]:
    return (self).bind(stored, 5, dtype, folded)

  def bind_clip_text(self: __torch__.Clip, stored: List[Tensor], dtype: int, folded: bool) -> List[Tensor]:
    return (self).bind(stored, 2, dtype, folded)

  # Scaled in float32, so that a bfloat16 vector is rounded once.
  def scaled(self: __torch__.Clip, stored: Tensor, factor: float, dtype: int) -> Tensor:
    value = (self).cast(stored, dtype)
    if torch.ne(factor, 1.):
      value = torch.to(torch.mul((self).cast(stored, 6), factor), dtype)
    return value

  # (T, D) and (M, D) to (T, M), for measuring
  def product(self: __torch__.Clip, x: Tensor, weight: Tensor) -> Tensor:
    return torch.linear(x, weight)

  # ---- the transformer ----

  def norm(self: __torch__.Clip, x: Tensor, weight: Tensor, bias: Tensor, eps: float) -> Tensor:
    return torch.layer_norm(x, [torch.size(weight, 0)], weight, bias, eps)

  # (N, L, D) to (N, H, L, d)
  def split_heads(self: __torch__.Clip, x: Tensor, heads: int) -> Tensor:
    return torch.transpose(torch.view(x, [torch.size(x, 0), torch.size(x, 1), heads, -1]), 1, 2)

  # (N, H, L, d) to (N, L, D)
  def join_heads(self: __torch__.Clip, x: Tensor) -> Tensor:
    return torch.flatten(torch.transpose(x, 1, 2), 2, 3)

  def attention(self: __torch__.Clip, x: Tensor, w: List[Tensor], at: int, heads: int, causal: bool) -> Tensor:
    qkv = torch.chunk(torch.linear(x, w[torch.add(at, 2)], w[torch.add(at, 3)]), 3, -1)  # 3 of (N, L, D)
    q = (self).split_heads(qkv[0], heads)  # (N, H, L, d)
    k = (self).split_heads(qkv[1], heads)
    v = (self).split_heads(qkv[2], heads)
    mixed = torch.scaled_dot_product_attention(q, k, v, None, 0., causal)  # (N, H, L, d)
    return torch.linear((self).join_heads(mixed), w[torch.add(at, 4)], w[torch.add(at, 5)])  # (N, L, D)

  # In place only for inference: the gradient of an activation needs its input.
  def activate(self: __torch__.Clip, x: Tensor, activation: int, training: bool) -> Tensor:
    if torch.eq(activation, 3):
      y = torch.silu_(x)
    elif torch.eq(activation, 0):
      y = torch.mul(x, torch.sigmoid(torch.mul(x, 1.702)))
    else:
      kind = "none"
      if torch.eq(activation, 2):
        kind = "tanh"
      if training:
        y = torch.gelu(x, approximate=kind)
      else:
        y = torch.gelu_(x, approximate=kind)
    return y

  # The block's second half without the residual. With quick_gelu folded the result is 1.702 times too large.
  def mlp(self: __torch__.Clip, x: Tensor, w: List[Tensor], at: int, eps: float, activation: int, training: bool) -> Tensor:
    y = (self).norm(x, w[torch.add(at, 6)], w[torch.add(at, 7)], eps)
    y = torch.linear(y, w[torch.add(at, 8)], w[torch.add(at, 9)])  # (N, L, 4 D)
    y = (self).activate(y, activation, training)
    return torch.linear(y, w[torch.add(at, 10)], w[torch.add(at, 11)])  # (N, L, D)

  # x + scale y, in place but for training: the gradient of a norm needs its input.
  def residual(self: __torch__.Clip, x: Tensor, y: Tensor, activation: int, training: bool) -> Tensor:
    scale = 1.
    if torch.eq(activation, 3):
      scale = 0.5875440658049353  # 1 / 1.702
    if training:
      z = torch.add(x, y, alpha=scale)
    else:
      z = torch.add_(x, y, alpha=scale)
    return z

  # The first `blocks` blocks of a tower.
  def transformer(self: __torch__.Clip, x: Tensor, w: List[Tensor], first: int, blocks: int, heads: int, eps: float, activation: int, causal: bool, training: bool) -> Tensor:
    for i in range(blocks):
      at = torch.add(first, torch.mul(i, 12))
      y = (self).norm(x, w[at], w[torch.add(at, 1)], eps)
      y = (self).attention(y, w, at, heads, causal)
      x = (self).residual(x, y, 0, training)
      y = (self).mlp(x, w, at, eps, activation, training)
      x = (self).residual(x, y, activation, training)
    return x  # (N, L, D)

  # The last block for the one token of each row that a tower gives on: keys and values of all tokens, the rest of one.
  # `seen` (N, 1, 1, L) tells which tokens that one looks at.
  def last_block(self: __torch__.Clip, x: Tensor, ends: Tensor, seen: Optional[Tensor], w: List[Tensor], heads: int, eps: float, activation: int, training: bool) -> Tensor:
    at = torch.sub(torch.len(w), 15)
    width = torch.size(x, 2)
    y = (self).norm(x, w[at], w[torch.add(at, 1)], eps)  # (N, L, D)
    weight = torch.split_with_sizes(w[torch.add(at, 2)], [width, torch.mul(2, width)], 0)
    bias = torch.split_with_sizes(w[torch.add(at, 3)], [width, torch.mul(2, width)], 0)
    q = torch.linear(torch.unsqueeze((self).pick(y, ends), 1), weight[0], bias[0])  # (N, 1, D)
    kv = torch.chunk(torch.linear(y, weight[1], bias[1]), 2, -1)  # 2 of (N, L, D)
    q = (self).split_heads(q, heads)  # (N, H, 1, d)
    k = (self).split_heads(kv[0], heads)  # (N, H, L, d)
    v = (self).split_heads(kv[1], heads)
    y = torch.scaled_dot_product_attention(q, k, v, seen)  # (N, H, 1, d)
    y = torch.select((self).join_heads(y), 1, 0)  # (N, D)
    y = torch.linear(y, w[torch.add(at, 4)], w[torch.add(at, 5)])
    x = (self).residual((self).pick(x, ends), y, 0, training)
    y = (self).mlp(x, w, at, eps, activation, training)
    return (self).residual(x, y, activation, training)

  # One token of each row: (N, L, D) and (N) to (N, D)
  def pick(self: __torch__.Clip, x: Tensor, ends: Tensor) -> Tensor:
    rows = torch.arange(torch.size(x, 0), dtype=4)
    return torch.index(x, annotate(List[Optional[Tensor]], [rows, ends]))

  # The tower's last norm and its projection: (N, D) to (N, E)
  def project(self: __torch__.Clip, x: Tensor, w: List[Tensor], eps: float) -> Tensor:
    return torch.linear((self).norm(x, w[-3], w[-2], eps), w[-1])

  def blocks_of(self: __torch__.Clip, w: List[Tensor], first: int) -> int:
    return torch.floordiv(torch.sub(torch.sub(torch.len(w), first), 3), 12)

  # ---- images ----

  # (N, 3, S, S) to (N, 1 + P, D): the class token, then the patches, row by row
  def embed_patches(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], eps: float) -> Tensor:
    size = torch.size(w[0], 2)
    x = torch.conv2d(torch.to(pixels, ops.prim.dtype(w[0])), w[0], None, [size, size])  # (N, D, S / size, S / size)
    x = torch.transpose(torch.flatten(x, 2), 1, 2)  # (N, P, D)
    start = torch.expand(w[1], [torch.size(x, 0), 1, -1])  # (N, 1, D)
    x = torch.add(torch.cat([start, x], 1), w[2])  # (N, 1 + P, D)
    return (self).norm(x, w[3], w[4], eps)

  # The states of all tokens after some blocks, for looking inside: (N, 1 + P, D)
  def clip_image_states(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], blocks: int, heads: int, eps: float, activation: int) -> Tensor:
    x = (self).embed_patches(pixels, w, eps)
    return torch.to((self).transformer(x, w, 5, blocks, heads, eps, activation, False, False), 6)

  # (N, 3, S, S) to (N, E)
  def image_embedding(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], heads: int, eps: float, activation: int, training: bool) -> Tensor:
    x = (self).embed_patches(pixels, w, eps)
    x = (self).transformer(x, w, 5, torch.sub((self).blocks_of(w, 5), 1), heads, eps, activation, False, training)
    class_token = torch.zeros([torch.size(x, 0)], dtype=4)
    x = (self).last_block(x, class_token, None, w, heads, eps, activation, training)
    return torch.to((self).project(x, w, eps), 6)

  def encode_clip_image(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], heads: int, eps: float, activation: int) -> Tensor:
    return (self).image_embedding(pixels, w, heads, eps, activation, False)

  # ---- texts ----

  # (N, L) to (N, L, D)
  def embed_tokens(self: __torch__.Clip, ids: Tensor, w: List[Tensor]) -> Tensor:
    return torch.add(torch.embedding(w[0], ids), torch.slice(w[1], 0, 0, torch.size(ids, 1)))

  # The states of all tokens after some blocks, for looking inside: (N, L, D)
  def clip_text_states(self: __torch__.Clip, ids: Tensor, w: List[Tensor], blocks: int, heads: int, eps: float, activation: int) -> Tensor:
    x = (self).embed_tokens(ids, w)
    return torch.to((self).transformer(x, w, 2, blocks, heads, eps, activation, True, False), 6)

  # Token ids (N, L) and each prompt's end (N) to (N, E). What follows an end is never looked at.
  def text_embedding(self: __torch__.Clip, ids: Tensor, ends: Tensor, w: List[Tensor], heads: int, eps: float, activation: int, training: bool) -> Tensor:
    x = (self).embed_tokens(ids, w)
    x = (self).transformer(x, w, 2, torch.sub((self).blocks_of(w, 2), 1), heads, eps, activation, True, training)
    tokens = torch.view(torch.arange(torch.size(x, 1), dtype=4), [1, 1, 1, -1])
    seen = torch.le(tokens, torch.view(ends, [-1, 1, 1, 1]))  # (N, 1, 1, L)
    x = (self).last_block(x, ends, seen, w, heads, eps, activation, training)
    return torch.to((self).project(x, w, eps), 6)

  def encode_clip_text(self: __torch__.Clip, ids: Tensor, ends: Tensor, w: List[Tensor], heads: int, eps: float, activation: int) -> Tensor:
    return (self).text_embedding(ids, ends, w, heads, eps, activation, False)
