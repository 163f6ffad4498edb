
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

  # q (N, H, L, d), k and v (N, H, M, d) to (N, H, L, d)
  def attend(self: __torch__.Clip, q: Tensor, k: Tensor, v: Tensor, seen: Optional[Tensor], causal: bool) -> Tensor:
    return torch.scaled_dot_product_attention(q, k, v, seen, 0., causal)
