
  # ---- products by oneDNN, for inference on x86 processors ----
  #
  # torch's own `linear` asks MKL in float32, which does not use AVX-512 on AMD's processors; and in bfloat16 it arranges
  # the weights anew at each call. oneDNN is twice as fast at the first, and the second is done once, at the binding. Its
  # activations are computed while a product is in the cache. These operations have no gradient, and some builds of torch
  # lack them.

  # Whether a matrix is one for oneDNN: it was packed, or need not be.
  def suits(self: __torch__.Clip, weight: Tensor) -> bool:
    return torch.__or__(ops.prim.is_mkldnn(weight), torch.eq(ops.prim.dtype(weight), 6))

  # A copy in the order that oneDNN multiplies fastest, which it would else make at each call: half of the time of one
  # picture. bfloat16 only where the processor has instructions for it, since torch emulates them elsewhere; float32 only
  # if the rows are a multiple of 64, since the oneDNN in torch 2.7 multiplies other packed matrices wrongly.
  def pack(self: __torch__.Clip, weight: Tensor) -> Tensor:
    packed = weight
    type = ops.prim.dtype(weight)
    if torch.eq(type, 15):
      if ops.mkldnn._is_mkldnn_bf16_supported():
        packed = ops.mkldnn._reorder_linear_weight(torch.contiguous(weight))
    elif torch.__and__(torch.eq(type, 6), torch.eq(torch.remainder(torch.size(weight, 0), 64), 0)):
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

  # q (N, H, L, d), k and v (N, H, M, d) to (N, H, L, d). In float32 whatever the weights are in: scores that are rounded
  # to bfloat16 cost a cosine of 0.0005. With float32 weights and few tokens as two products with all scores between them,
  # since torch's own way, block by block, has neither oneDNN nor, on AMD's processors, AVX-512; after a conversion its way
  # is the faster one.
  def attend(self: __torch__.Clip, q: Tensor, k: Tensor, v: Tensor, seen: Optional[Tensor], causal: bool) -> Tensor:
    queries = torch.to(q, 6)
    keys = torch.to(k, 6)
    values = torch.to(v, 6)
    if torch.__and__(torch.eq(ops.prim.dtype(k), 6), torch.le(torch.size(k, 2), 64)):
      scale = torch.pow(torch.size(q, 3), -0.5)
      scores = torch.matmul(torch.mul(queries, scale), torch.transpose(keys, 2, 3))  # (N, H, L, M)
      if causal:
        later = torch.triu(torch.ones([torch.size(q, 2), torch.size(k, 2)], dtype=11), 1)
        scores = torch.masked_fill_(scores, later, -inf)
      if torch.__isnot__(seen, None):
        scores = torch.masked_fill_(scores, torch.logical_not(unchecked_cast(Tensor, seen)), -inf)
      mixed = torch.matmul(torch.softmax(scores, -1), values)
    else:
      mixed = torch.scaled_dot_product_attention(queries, keys, values, seen, 0., causal)
    return torch.to(mixed, ops.prim.dtype(q))
