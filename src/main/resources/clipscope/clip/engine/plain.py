
  # ---- products as every device has them, with gradients ----

  # A matrix as `product` and `wide` take it.
  def pack(self: __torch__.Clip, weight: Tensor) -> Tensor:
    return weight

  # (…, D) and (M, D) to (…, M)
  def product(self: __torch__.Clip, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return torch.linear(x, weight, bias)

  # The product and its activation.
  def wide(self: __torch__.Clip, x: Tensor, weight: Tensor, bias: Tensor, activation: int) -> Tensor:
    return (self).activate(torch.linear(x, weight, bias), activation)

  # q (N, H, L, d), k and v (N, H, M, d) to (N, H, L, d). Where a gradient is wanted and the scores of all tokens with
  # all are few, in single products: on processors the gradient of the one below takes several times as long.
  def attend(self: __torch__.Clip, q: Tensor, k: Tensor, v: Tensor, seen: Optional[Tensor], causal: bool) -> Tensor:
    if torch.__and__(ops.prim.requires_grad(q), torch.le(torch.size(k, 2), 128)):
      mixed = (self).attend_in_steps(q, k, v, seen, causal)
    else:
      mixed = torch.scaled_dot_product_attention(q, k, v, seen, 0., causal)
    return mixed

  def attend_in_steps(self: __torch__.Clip, q: Tensor, k: Tensor, v: Tensor, seen: Optional[Tensor], causal: bool) -> Tensor:
    scores = torch.to(torch.matmul(q, torch.transpose(k, 2, 3)), 6)  # (N, H, L, M)
    scores = torch.mul(scores, float(torch.size(q, 3)) ** -0.5)
    if causal:
      later = torch.triu(torch.ones([torch.size(q, 2), torch.size(k, 2)], dtype=11, device=ops.prim.device(q)), 1)
      scores = torch.masked_fill(scores, later, -10000.)
    if torch.__isnot__(seen, None):
      scores = torch.masked_fill(scores, torch.logical_not(unchecked_cast(Tensor, seen)), -10000.)
    return torch.matmul(torch.to(torch.softmax(scores, -1), ops.prim.dtype(v)), v)
