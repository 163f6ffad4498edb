
  # ---- SigLIP's two transformers ----
  #
  # A tower's weights as in a checkpoint, and bound in the same order:
  #   image: patch (2), positions, blocks, post norm (2), probe (1, 1, D), in (3 D, D), in (3 D), out (2), norm (2),
  #          fc1 (2), fc2 (2); bound: `in` becomes q (2), k (2), v (2)
  #   text:  tokens, positions, blocks, final norm (2), head (2)
  #
  # Sources: Zhai et al. 2023, "Sigmoid Loss for Language Image Pre-Training"; the pooling is that of Zhai et al. 2022,
  # "Scaling Vision Transformers"; names and order of operations as in Hugging Face's SiglipModel.

  def bind_siglip_image(self: __torch__.Clip, stored: List[Tensor], dtype: int, grid: int) -> List[Tensor]:
    blocks = torch.floordiv(torch.sub(torch.len(stored), 16), 16)
    kernels = torch.to(torch.flatten(stored[0], 1), dtype)  # (D, 3 · patch²)
    bound = [(self).pack(kernels), torch.to(stored[1], dtype), (self).positions(stored[2], 0, grid)]
    bound = (self).bind_blocks(bound, stored, 3, blocks, dtype, False)
    head = torch.sub(torch.len(stored), 13)
    bound = (self).bind_norm(bound, stored, head)
    width = torch.size(stored[torch.add(head, 2)], 2)
    _0 = torch.append(bound, torch.to(stored[torch.add(head, 2)], dtype))  # (1, 1, D)
    for part in range(3):  # q, k, v: (D, D) and (D) each
      begin = torch.mul(part, width)
      end = torch.add(begin, width)
      _1 = torch.append(bound, (self).pack(torch.to(torch.slice(stored[torch.add(head, 3)], 0, begin, end), dtype)))
      _2 = torch.append(bound, torch.to(torch.slice(stored[torch.add(head, 4)], 0, begin, end), dtype))
    bound = (self).bind_linear(bound, stored, torch.add(head, 5), dtype)
    bound = (self).bind_norm(bound, stored, torch.add(head, 7))
    bound = (self).bind_linear(bound, stored, torch.add(head, 9), dtype)
    return (self).bind_linear(bound, stored, torch.add(head, 11), dtype)

  def bind_siglip_text(self: __torch__.Clip, stored: List[Tensor], dtype: int) -> List[Tensor]:
    blocks = torch.floordiv(torch.sub(torch.len(stored), 6), 16)
    bound = (self).bind_blocks([stored[0], torch.to(stored[1], 6)], stored, 2, blocks, dtype, False)
    bound = (self).bind_norm(bound, stored, torch.sub(torch.len(stored), 4))
    return (self).bind_linear(bound, stored, torch.sub(torch.len(stored), 2), dtype)

  # ---- images ----

  # (N, 3, S, S) to (N, P, D)
  def siglip_image_states(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], blocks: int, patch: int, heads: int, eps: float, activation: int) -> Tensor:
    x = torch.add((self).patches(pixels, w[0], w[1], patch, ops.prim.dtype(w[1])), w[2])
    return (self).transformer(x, w, 3, blocks, heads, eps, activation, False, False)

  # (N, 3, S, S) to (N, D)
  def encode_siglip_image(self: __torch__.Clip, pixels: Tensor, w: List[Tensor], patch: int, heads: int, eps: float, activation: int) -> Tensor:
    head = torch.sub(torch.len(w), 17)
    x = (self).siglip_image_states(pixels, w, torch.floordiv(torch.sub(head, 3), 16), patch, heads, eps, activation)
    x = (self).norm(x, w[head], w[torch.add(head, 1)], eps, w[1])
    probe = torch.repeat(w[torch.add(head, 2)], [torch.size(x, 0), 1, 1])  # (N, 1, D)
    mixed = torch.select((self).look(probe, x, w, torch.add(head, 3), heads, None, False), 1, 0)  # (N, D)
    pooled = torch.to((self).product(mixed, w[torch.add(head, 9)], w[torch.add(head, 10)]), 6)
    return (self).residual(pooled, (self).mlp(pooled, w, torch.add(head, 11), eps, activation), activation, False)

  # ---- texts ----

  # (N, L) to (N, L, D)
  def siglip_text_states(self: __torch__.Clip, ids: Tensor, w: List[Tensor], blocks: int, heads: int, eps: float, activation: int) -> Tensor:
    return (self).transformer((self).embed_tokens(ids, w), w, 2, blocks, heads, eps, activation, False, False)

  # Token ids (N, L), filled up to the context, and the last place of each row (N) to (N, E)
  def encode_siglip_text(self: __torch__.Clip, ids: Tensor, ends: Tensor, w: List[Tensor], heads: int, eps: float, activation: int) -> Tensor:
    x = (self).siglip_text_states(ids, w, torch.floordiv(torch.sub(torch.len(w), 6), 16), heads, eps, activation)
    y = (self).norm((self).pick(x, ends), w[-4], w[-3], eps, w[-1])  # (N, D)
    return torch.to((self).product(y, w[-2], w[-1]), 6)
