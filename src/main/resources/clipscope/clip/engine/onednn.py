
  # ---- products by oneDNN, for inference on x86 processors ----
  #
  # torch's own `linear` asks MKL in float32, which does not use AVX-512 on AMD's processors; and in bfloat16 it arranges
  # the weights anew at each call. oneDNN is twice as fast at the first, and the second is done once, at the binding. Its
  # activations are computed while a product is in the cache. These operations have no gradient, and some builds of torch
  # lack them.

  # Whether a matrix is one for oneDNN: it was packed, or need not be.
  def suits(self: __torch__.Clip, weight: Tensor) -> bool:
    return torch.__or__(ops.prim.is_mkldnn(weight), torch.eq(ops.prim.dtype(weight), 6))

  # bfloat16 is copied to the order that oneDNN multiplies fastest; where the processor has no instructions for it, torch
  # emulates them. float32 stays as it lies in the file: the version of oneDNN in torch 2.7 multiplies a packed matrix
  # wrongly if the number of its rows is no multiple of 64.
  def pack(self: __torch__.Clip, weight: Tensor) -> Tensor:
    packed = weight
    if torch.eq(ops.prim.dtype(weight), 15):
      if ops.mkldnn._is_mkldnn_bf16_supported():
        packed = ops.mkldnn._reorder_linear_weight(torch.contiguous(weight))
    return packed

  # (…, D) and (M, D) to (…, M)
  def product(self: __torch__.Clip, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    if (self).suits(weight):
      y = ops.mkldnn._linear_pointwise(x, weight, bias, "none", annotate(List[Optional[number]], []), None)
    else:
      y = torch.linear(x, weight, bias)
    return y

  # The product and its activation.
  def wide(self: __torch__.Clip, x: Tensor, weight: Tensor, bias: Tensor, activation: int) -> Tensor:
    if torch.__and__((self).suits(weight), torch.ne(activation, 0)):
      kind = "gelu"
      how = "none"
      if torch.eq(activation, 2):
        how = "tanh"
      elif torch.eq(activation, 3):
        kind = "swish"
      y = ops.mkldnn._linear_pointwise(x, weight, bias, kind, annotate(List[Optional[number]], []), how)
    else:
      y = (self).activate((self).product(x, weight, bias), activation)
    return y

  # q (N, H, L, d), k and v (N, H, M, d) to (N, H, L, d). In float32 whatever the weights are in: that is faster than in
  # bfloat16, for which there is no kernel but on the newest processors.
  def attend(self: __torch__.Clip, q: Tensor, k: Tensor, v: Tensor, seen: Optional[Tensor], causal: bool) -> Tensor:
    mixed = torch.scaled_dot_product_attention(torch.to(q, 6), torch.to(k, 6), torch.to(v, 6), seen, 0., causal)
    return torch.to(mixed, ops.prim.dtype(q))
