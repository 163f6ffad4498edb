
  # ---- training: the methods below follow those of clip.py in the same class ----
  #
  # Weights of a network: the logarithm of the logit scale (), then the image tower's, then the text tower's, both in a
  # checkpoint's order. The list that methods are given begins with those that stay as they are, `fixed` in number: none,
  # or a whole network. What is learned follows: a whole network, or what takes the place of some weights or is added to
  # them. The logit scale comes first there, and the logit bias of the sigmoid loss last. I images, T texts; several texts
  # may be true of an image.
  #
  # sizes: where the text tower's weights begin (0) and end (10); heads and activation of the image tower (1, 2), then of the
  # text tower (3, 4); their epsilons (5, 6); the side of a patch (7); the number format of products (8); `fixed` (9); 1 for
  # the sigmoid loss, 0 for cross entropy (11).

  # The weights of the network that these make. `places` tells for each that is learned: from 0 on, the weight that it
  # replaces; -1, that it waits for the next; below, that its product with the one before, (out, r) times (r, in), is added
  # to the weight of the number -2 - place: Hu et al. 2021, "LoRA: Low-Rank Adaptation of Large Language Models", section 4.1.
  def assemble(self: __torch__.Clip, fixed: List[Tensor], learned: List[Tensor], places: Tensor) -> List[Tensor]:
    if torch.eq(torch.len(fixed), 0):
      network = learned
    else:
      network = torch.slice(fixed, 0)
      for i in range(torch.len(learned)):
        place = int(places[i])
        if torch.ge(place, 0):
          _0 = torch._set_item(network, place, learned[i])
        elif torch.lt(place, -1):
          at = torch.sub(-2, place)
          _1 = torch._set_item(network, at, torch.add(network[at], torch.matmul(learned[i], learned[torch.sub(i, 1)])))
    return network

  def network(self: __torch__.Clip, sizes: Tensor, places: Tensor, weights: List[Tensor]) -> List[Tensor]:
    fixed = int(sizes[9])
    return torch.slice((self).assemble(torch.slice(weights, 0, fixed), torch.slice(weights, fixed), places), 0, int(sizes[10]))

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

  # The towers as they are now, in float32 and without learning.
  def tower_image(self: __torch__.Clip, pixels: Tensor, sizes: Tensor, places: Tensor, weights: List[Tensor]) -> Tensor:
    tower = torch.slice((self).network(sizes, places, weights), 1, int(sizes[0]))
    kept = torch.zeros([torch.size(pixels, 0), 0], dtype=4, device=ops.prim.device(pixels))
    return (self).learn_image(pixels, kept, tower, 6, int(sizes[7]), int(sizes[1]), float(sizes[5]), int(sizes[2]))

  def tower_text(self: __torch__.Clip, ids: Tensor, ends: Tensor, sizes: Tensor, places: Tensor, weights: List[Tensor]) -> Tensor:
    tower = torch.slice((self).network(sizes, places, weights), int(sizes[0]))
    return (self).learn_text(ids, ends, tower, 6, int(sizes[3]), float(sizes[6]), int(sizes[4]))

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

  # Of every image with every text: is it true? Divided by the number of images. What is neither takes no part. Zhai et al.
  # 2023, "Sigmoid Loss for Language Image Pre-Training", algorithm 1.
  def sigmoid_loss(self: __torch__.Clip, images: Tensor, texts: Tensor, truth: Tensor, scale: Tensor, bias: Tensor) -> Tensor:
    cosines = torch.matmul((self).unit(images), torch.t((self).unit(texts)))  # (I, T)
    logits = torch.add(torch.mul(cosines, torch.exp(scale)), bias)
    sign = torch.sub(torch.mul(truth, 2), 1)  # 1 true, -1 false, 0 neither
    losses = torch.mul(torch.softplus(torch.neg(torch.mul(sign, logits))), torch.abs(sign))
    return torch.div(torch.sum(losses), torch.size(images, 0))

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

  # The loss and its gradient by each weight that is learned, without changing any.
  def loss_and_gradients(self: __torch__.Clip, pixels: Tensor, kept: Tensor, ids: Tensor, ends: Tensor, truth: Tensor, sizes: Tensor, places: Tensor, weights: List[Tensor]) -> List[Tensor]:
    fixed = int(sizes[9])
    leaves = annotate(List[Tensor], [])
    for i in range(torch.sub(torch.len(weights), fixed)):
      _0 = torch.append(leaves, torch.requires_grad_(torch.detach(weights[torch.add(fixed, i)])))
    network = (self).assemble(torch.slice(weights, 0, fixed), leaves, places)
    text_from = int(sizes[0])
    eps = float(sizes[5])
    dtype = int(sizes[8])
    images = (self).learn_image(pixels, kept, torch.slice(network, 1, text_from), dtype, int(sizes[7]), int(sizes[1]), eps, int(sizes[2]))
    eps = float(sizes[6])
    texts = (self).learn_text(ids, ends, torch.slice(network, text_from, int(sizes[10])), dtype, int(sizes[3]), eps, int(sizes[4]))
    if torch.eq(int(sizes[11]), 1):
      loss = (self).sigmoid_loss(images, texts, truth, leaves[0], leaves[-1])
    else:
      loss = (self).contrastive_loss(images, texts, truth, leaves[0])
    results = [torch.detach(loss)]
    gradients = torch.autograd.grad([loss], leaves)
    for i in range(torch.len(gradients)):
      _1 = torch.append(results, unchecked_cast(Tensor, gradients[i]))
    return results

  # One step: loss, gradients cut to a length, AdamW, scale kept below `settings[6]`, and the average of what is learned moved
  # towards it. Gives the loss, the length of the gradient before the cut, and the logarithm of the logit scale after the
  # step (3).
  #
  # settings: step from 1, rate, beta 1, beta 2, epsilon, decay, greatest scale, greatest length, how far the average moves.
  def train_step(self: __torch__.Clip, pixels: Tensor, kept: Tensor, ids: Tensor, ends: Tensor, truth: Tensor, sizes: Tensor, places: Tensor, settings: Tensor, weights: List[Tensor], first: List[Tensor], second: List[Tensor], average: List[Tensor]) -> Tensor:
    results = (self).loss_and_gradients(pixels, kept, ids, ends, truth, sizes, places, weights)
    learned = torch.slice(weights, int(sizes[9]))
    squares = annotate(List[Tensor], [])
    for i in range(torch.len(learned)):
      _0 = torch.append(squares, torch.sum(torch.pow(results[i + 1], 2)))
    length = torch.sqrt(torch.sum(torch.stack(squares)))
    cut = torch.clamp(torch.div(float(settings[7]), torch.add(length, 9.9999999999999995e-07)), None, 1.)
    for i in range(torch.len(learned)):
      gradient = torch.mul(results[i + 1], cut)
      _1 = (self).adamw(torch.detach(learned[i]), gradient, first[i], second[i], float(settings[0]), float(settings[1]), float(settings[2]), float(settings[3]), float(settings[4]), float(settings[5]))
    _2 = torch.clamp_(torch.detach(learned[0]), None, float(settings[6]))
    for i in range(torch.len(learned)):
      _3 = torch.lerp_(average[i], torch.detach(learned[i]), float(settings[8]))
    return torch.stack([results[0], length, torch.detach(learned[0])])
