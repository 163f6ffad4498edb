
  # ---- CLIP's two transformers ----
  #
  # A tower's weights as in a checkpoint, and bound in the same order:
  #   image: patch, class token, positions, pre norm (2), blocks, post norm (2), projection
  #   text:  tokens, positions, blocks, final norm (2), projection
  # Tokens, positions and norms stay in float32, or the tokens as they are stored: they are looked up, not multiplied.
  #
  # Sources: Radford et al. 2021, "Learning Transferable Visual Models From Natural Language Supervision", section 2 and
  # figure 3; names and order of operations as in Hugging Face's CLIPModel.

  def bind_clip_blocks(self: __torch__.Clip, bound: List[Tensor], stored: List[Tensor], first: int, dtype: int, folded: bool) -> List[Tensor]:
    end = torch.sub(torch.len(stored), 3)
    bound = (self).bind_blocks(bound, stored, first, torch.floordiv(torch.sub(end, first), 16), dtype, folded)
    bound = (self).bind_norm(bound, stored, end)
    _0 = torch.append(bound, (self).pack(torch.to(stored[-1], dtype)))
    return bound

  # `grid` patches along a side of the pictures to come.
  def bind_clip_image(self: __torch__.Clip, stored: List[Tensor], dtype: int, grid: int, folded: bool) -> List[Tensor]:
    kernels = torch.to(torch.flatten(stored[0], 1), dtype)  # (D, 3 · patch²)
    bound = [(self).pack(kernels), torch.to(stored[1], 6), (self).positions(stored[2], 1, grid)]
    return (self).bind_clip_blocks((self).bind_norm(bound, stored, 3), stored, 5, dtype, folded)

  def bind_clip_text(self: __torch__.Clip, stored: List[Tensor], dtype: int, folded: bool) -> List[Tensor]:
    return (self).bind_clip_blocks([stored[0], torch.to(stored[1], 6)], stored, 2, dtype, folded)

  # Where the last block begins.
  def last(self: __torch__.Clip, w: List[Tensor]) -> int:
    return torch.sub(torch.len(w), 19)

  def blocks_before_last(self: __torch__.Clip, w: List[Tensor], first: int) -> int:
    return torch.floordiv(torch.sub((self).last(w), first), 16)

  # The tower's last norm and its projection: (N, D) to (N, E)
  def project(self: __torch__.Clip, x: Tensor, w: List[Tensor], eps: float) -> Tensor:
    y = (self).norm(x, w[-3], w[-2], eps, w[-4])
    return torch.to((self).product(y, w[-1], None), 6)

  # ---- images ----

  # (N, 3, S, S) to (N, 1 + P, D): the class token, then the patches, row by row
  def embed_patches(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], patch: int, eps: float) -> Tensor:
    x = (self).patches(pixels, w[0], None, patch, ops.prim.dtype(w[-4]))  # (N, P, D)
    start = torch.expand(w[1], [torch.size(x, 0), 1, -1])  # (N, 1, D)
    x = torch.add(torch.cat([start, x], 1), w[2])  # (N, 1 + P, D)
    return torch.layer_norm(x, [torch.size(x, 2)], w[3], w[4], eps)

  # For looking inside: (N, 3, S, S) to (N, 1 + P, D)
  def clip_image_states(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], blocks: int, patch: int, heads: int, eps: float, activation: int) -> Tensor:
    x = (self).embed_patches(pixels, w, patch, eps)
    return (self).transformer(x, w, 5, blocks, heads, eps, activation, False, False)

  # (N, 3, S, S) to (N, E)
  def image_embedding(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], patch: int, heads: int, eps: float, activation: int, training: bool) -> Tensor:
    x = (self).embed_patches(pixels, w, patch, eps)
    x = (self).transformer(x, w, 5, (self).blocks_before_last(w, 5), heads, eps, activation, False, training)
    class_token = torch.zeros([torch.size(x, 0)], dtype=4, device=ops.prim.device(x))
    x = (self).last_block(x, class_token, None, w, (self).last(w), heads, eps, activation, training)
    return (self).project(x, w, eps)

  def encode_clip_image(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], patch: int, heads: int, eps: float, activation: int) -> Tensor:
    return (self).image_embedding(pixels, w, patch, heads, eps, activation, False)

  # ---- texts ----

  # (N, L) to (N, L, D)
  def embed_tokens(self: __torch__.Clip, ids: Tensor, w: List[Tensor]) -> Tensor:
    return torch.add(torch.to(torch.embedding(w[0], ids), 6), torch.slice(w[1], 0, 0, torch.size(ids, 1)))

  # For looking inside: (N, L) to (N, L, D)
  def clip_text_states(self: __torch__.Clip, ids: Tensor, w: List[Tensor], blocks: int, heads: int, eps: float, activation: int) -> Tensor:
    return (self).transformer((self).embed_tokens(ids, w), w, 2, blocks, heads, eps, activation, True, False)

  # Token ids (N, L) and each prompt's end (N) to (N, E). What follows an end is never looked at.
  def text_embedding(self: __torch__.Clip, ids: Tensor, ends: Tensor, w: List[Tensor], heads: int, eps: float, activation: int, training: bool) -> Tensor:
    x = (self).embed_tokens(ids, w)
    x = (self).transformer(x, w, 2, (self).blocks_before_last(w, 2), heads, eps, activation, True, training)
    tokens = torch.view(torch.arange(torch.size(x, 1), dtype=4, device=ops.prim.device(x)), [1, 1, 1, -1])
    seen = torch.le(tokens, torch.view(ends, [-1, 1, 1, 1]))  # (N, 1, 1, L)
    x = (self).last_block(x, ends, seen, w, (self).last(w), heads, eps, activation, training)
    return (self).project(x, w, eps)

  def encode_clip_text(self: __torch__.Clip, ids: Tensor, ends: Tensor, w: List[Tensor], heads: int, eps: float, activation: int) -> Tensor:
    return (self).text_embedding(ids, ends, w, heads, eps, activation, False)
