
  # ---- training: the methods below follow those of clip.py in the same class ----
  #
  # Weights, here and in the optimiser's lists: the logarithm of the logit scale (), then the image tower's, then the
  # text tower's, both in a checkpoint's order. I images, T texts; several texts may be true of an image.

  # (I, 3, S, S) to (I, E), with gradients. `kept` (I, K) are the patches that are looked at, none for all: Li et al.
  # 2023, "Scaling Language-Image Pre-training via Masking".
  def learn_image(self: __torch__.Clip, pixels: Tensor, kept: Tensor, stored: List[Tensor], dtype: int, patch: int, heads: int, eps: float, activation: int) -> Tensor:
    w = (self).bind_clip_image(stored, dtype, torch.floordiv(torch.size(pixels, 2), patch), False)
    x = (self).patches(pixels, w[0], None, patch, dtype)
    x = torch.add(x, torch.slice(w[2], 0, 1))  # (I, P, D)
    if torch.gt(torch.size(kept, 1), 0):
      x = torch.gather(x, 1, torch.expand(torch.unsqueeze(kept, 2), [-1, -1, torch.size(x, 2)]))  # (I, K, D)
    start = torch.expand(torch.add(w[1], torch.slice(w[2], 0, 0, 1)), [torch.size(x, 0), 1, -1])
    x = torch.layer_norm(torch.cat([start, x], 1), [torch.size(x, 2)], w[3], w[4], eps)
    x = (self).transformer(x, w, 5, (self).blocks_before_last(w, 5), heads, eps, activation, False, True)
    class_token = torch.zeros([torch.size(x, 0)], dtype=4, device=ops.prim.device(x))
    x = (self).last_block(x, class_token, None, w, (self).last(w), heads, eps, activation, True)
    return (self).project(x, w, eps)

  # Token ids (T, L) and each text's end (T) to (T, E), with gradients. A few texts at a time, cut to the longest of
  # them: where they come in the order of their lengths, little is computed for nothing.
  def learn_text(self: __torch__.Clip, ids: Tensor, ends: Tensor, stored: List[Tensor], dtype: int, heads: int, eps: float, activation: int) -> Tensor:
    w = (self).bind_clip_text(stored, dtype, False)
    parts = annotate(List[Tensor], [])
    count = torch.size(ids, 0)
    for i in range(torch.floordiv(torch.add(count, 127), 128)):
      begin = torch.mul(i, 128)
      some_ends = torch.slice(ends, 0, begin, torch.add(begin, 128))
      longest = torch.add(int(torch.max(some_ends)), 1)
      some = torch.slice(torch.slice(ids, 0, begin, torch.add(begin, 128)), 1, 0, longest)
      _0 = torch.append(parts, (self).text_embedding(some, some_ends, w, heads, eps, activation, True))
    return torch.cat(parts, 0)

  # The towers as they are now, in float32 and without learning. `sizes` as in `train_step`.
  def tower_image(self: __torch__.Clip, pixels: Tensor, sizes: Tensor, weights: List[Tensor]) -> Tensor:
    kept = torch.zeros([torch.size(pixels, 0), 0], dtype=4, device=ops.prim.device(pixels))
    return (self).learn_image(pixels, kept, weights, 6, int(sizes[7]), int(sizes[1]), float(sizes[5]), int(sizes[2]))

  def tower_text(self: __torch__.Clip, ids: Tensor, ends: Tensor, sizes: Tensor, weights: List[Tensor]) -> Tensor:
    return (self).learn_text(ids, ends, weights, 6, int(sizes[3]), float(sizes[6]), int(sizes[4]))

  def unit(self: __torch__.Clip, x: Tensor) -> Tensor:
    return torch.div(x, torch.linalg_vector_norm(x, 2, [-1], True))

  # Mean over the rows with a true column of the mean over their true columns of -log(e^true / (e^true + sum of e^false)).
  # With one true column in each row and all others false this is the cross entropy of the CLIP paper. What is neither
  # (truth 0.5) takes no part.
  def one_side(self: __torch__.Clip, logits: Tensor, truth: Tensor) -> Tensor:
    against = torch.logsumexp(torch.masked_fill(logits, torch.gt(truth, 0), -10000.), [1], True)
    true = torch.to(torch.eq(truth, 1), 6)
    losses = torch.mul(torch.softplus(torch.sub(against, logits)), true)
    count = torch.sum(true, [1])
    rows = torch.clamp(torch.sum(torch.clamp(count, None, 1.)), 1.)
    return torch.div(torch.sum(torch.div(torch.sum(losses, [1]), torch.clamp(count, 1.))), rows)

  # Images (I, E), texts (T, E), truth (I, T), the logarithm of the logit scale () to the loss ()
  def contrastive_loss(self: __torch__.Clip, images: Tensor, texts: Tensor, truth: Tensor, scale: Tensor) -> Tensor:
    cosines = torch.matmul((self).unit(images), torch.t((self).unit(texts)))  # (I, T)
    logits = torch.mul(cosines, torch.exp(scale))
    rows = (self).one_side(logits, truth)
    columns = (self).one_side(torch.t(logits), torch.t(truth))
    return torch.div(torch.add(rows, columns), 2)

  # One AdamW update of a weight in place, from its gradient. `first` and `second` are the moving averages of the
  # gradient and of its square. Loshchilov and Hutter 2019, algorithm 2; only matrices decay.
  def adamw(self: __torch__.Clip, weight: Tensor, gradient: Tensor, first: Tensor, second: Tensor, step: float, rate: float, beta1: float, beta2: float, epsilon: float, decay: float) -> Tensor:
    if torch.gt(torch.dim(weight), 1):
      _0 = torch.mul_(weight, 1. - rate * decay)
    _1 = torch.add_(torch.mul_(first, beta1), gradient, alpha=1. - beta1)
    _2 = torch.addcmul_(torch.mul_(second, beta2), gradient, gradient, value=1. - beta2)
    mean = torch.div(first, 1. - beta1 ** step)
    deviation = torch.add(torch.sqrt(torch.div(second, 1. - beta2 ** step)), epsilon)
    return torch.addcdiv_(weight, mean, deviation, value=-rate)

  # The loss and its gradient by each weight, without changing any.
  def loss_and_gradients(self: __torch__.Clip, pixels: Tensor, kept: Tensor, ids: Tensor, ends: Tensor, truth: Tensor, sizes: Tensor, weights: List[Tensor]) -> List[Tensor]:
    leaves = annotate(List[Tensor], [])
    for i in range(torch.len(weights)):
      _0 = torch.append(leaves, torch.requires_grad_(torch.detach(weights[i])))
    text_from = int(sizes[0])
    eps = float(sizes[5])
    dtype = int(sizes[8])
    images = (self).learn_image(pixels, kept, torch.slice(leaves, 1, text_from), dtype, int(sizes[7]), int(sizes[1]), eps, int(sizes[2]))
    eps = float(sizes[6])
    texts = (self).learn_text(ids, ends, torch.slice(leaves, text_from), dtype, int(sizes[3]), eps, int(sizes[4]))
    loss = (self).contrastive_loss(images, texts, truth, leaves[0])
    results = [torch.detach(loss)]
    gradients = torch.autograd.grad([loss], leaves)
    for i in range(torch.len(gradients)):
      _1 = torch.append(results, unchecked_cast(Tensor, gradients[i]))
    return results

  # One step: loss, gradients cut to a length, AdamW, scale kept below `settings[6]`, and the average of the weights moved
  # towards them. Gives the loss, the length of the
  # gradient before the cut, and the logarithm of the logit scale after the step (3).
  #
  # sizes: where the text tower's weights begin; heads and activation of the image tower, then of the text tower; their
  # epsilons; the side of a patch; the number format of products. settings: step from 1, rate, beta 1, beta 2, epsilon,
  # decay, greatest scale, greatest length, how far the average moves.
  def train_step(self: __torch__.Clip, pixels: Tensor, kept: Tensor, ids: Tensor, ends: Tensor, truth: Tensor, sizes: Tensor, settings: Tensor, weights: List[Tensor], first: List[Tensor], second: List[Tensor], average: List[Tensor]) -> Tensor:
    results = (self).loss_and_gradients(pixels, kept, ids, ends, truth, sizes, weights)
    squares = annotate(List[Tensor], [])
    for i in range(torch.len(weights)):
      _0 = torch.append(squares, torch.sum(torch.pow(results[i + 1], 2)))
    length = torch.sqrt(torch.sum(torch.stack(squares)))
    cut = torch.clamp(torch.div(float(settings[7]), torch.add(length, 9.9999999999999995e-07)), None, 1.)
    for i in range(torch.len(weights)):
      gradient = torch.mul(results[i + 1], cut)
      _1 = (self).adamw(torch.detach(weights[i]), gradient, first[i], second[i], float(settings[0]), float(settings[1]), float(settings[2]), float(settings[3]), float(settings[4]), float(settings[5]))
    _2 = torch.clamp_(torch.detach(weights[0]), None, float(settings[6]))
    for i in range(torch.len(weights)):
      _3 = torch.lerp_(average[i], torch.detach(weights[i]), float(settings[8]))
    return torch.stack([results[0], length, torch.detach(weights[0])])
