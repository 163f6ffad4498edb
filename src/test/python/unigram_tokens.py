"""The two kinds of tokenizers of SigLIP models, written from their description: unigram pieces and byte-level merges.

Kudo 2018, "Subword Regularization", section 3.2, for the search; the Protocol Buffers documentation for the file.
"""
import json
import re
import string
import struct

SPACE = "\u2581"
NORMAL, UNKNOWN, CONTROL = 1, 2, 3
PENALTY = 10  # how much worse an unknown character is than the worst piece


def special_tokens(ids):
    return [{"id": i, "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False,
             "special": True} for token, i in ids.items()]


def framing(before, after, ids):
    def one(token):
        return {"SpecialToken": {"id": token, "type_id": 0}}

    return {"type": "TemplateProcessing", "pair": [],
            "single": [one(t) for t in before] + [{"Sequence": {"id": "A", "type_id": 0}}] + [one(t) for t in after],
            "special_tokens": {t: {"id": t, "ids": [ids[t]], "tokens": [t]} for t in before + after}}


def bare_words(text):
    """SigLIP: lower case, no ASCII punctuation, single spaces."""
    bare = text.lower().translate(str.maketrans("", "", string.punctuation))
    return re.sub(r"\s+", " ", bare).strip()


class Unigram:
    """Pieces with the logarithms of their probabilities; a text is cut into those of the greatest sum.

    `controls` are the first pieces, as (text, type); `before` and `after` enclose each text.
    """

    def __init__(self, controls, words, before, after, rule):
        self.pieces = [(text, 0.0, kind) for text, kind in controls]
        self.rule, self.before, self.after = rule, before, after
        letters = string.ascii_lowercase + string.digits + "\u00e9\u03c3\u03c6\u732b"
        parts = "ph oto ca og gr een re ed lo ng te xt er th ey st an ra 12 34 sq ua".split()
        for texts, score, step in (([SPACE + word for word in words], -3, 0.13), (parts, -6, 0.11), ([SPACE], -4.5, 0),
                                   (letters, -9, 0.07)):
            known = {text for text, _, _ in self.pieces}
            self.pieces += [(text, score - step * i, NORMAL) for i, text in enumerate(texts) if text not in known]
        self.ids = {text: i for i, (text, _, _) in enumerate(self.pieces)}
        self.scores = {text: struct.unpack("<f", struct.pack("<f", s))[0] for text, s, kind in self.pieces if kind == NORMAL}
        self.unknown = next(i for i, (_, _, kind) in enumerate(self.pieces) if kind == UNKNOWN)

    def word(self, word):
        worst = min(self.scores.values()) - PENALTY
        best = [(0.0, [])] + [(float("-inf"), [])] * len(word)
        for begin in range(len(word)):
            found = {end: (self.ids[word[begin:end]], self.scores[word[begin:end]])
                     for end in range(begin + 1, len(word) + 1) if word[begin:end] in self.scores}
            found.setdefault(begin + 1, (self.unknown, worst))
            for end, (piece, score) in found.items():
                if best[begin][0] + score > best[end][0]:
                    best[end] = (best[begin][0] + score, best[begin][1] + [piece])
        return best[-1][1]

    def encode(self, text):
        ids = [i for word in self.rule(text).split(" ") if word for i in self.word(SPACE + word)]
        joined = [i for place, i in enumerate(ids) if not (i == self.unknown and place and ids[place - 1] == i)]
        return [self.ids[t] for t in self.before] + joined + [self.ids[t] for t in self.after]

    def write_json(self, path):
        controls = {text: i for i, (text, _, kind) in enumerate(self.pieces) if kind != NORMAL}
        spaces = {"type": "Metaspace", "replacement": SPACE, "prepend_scheme": "always", "split": True}
        content = {"version": "1.0", "truncation": None, "padding": None, "added_tokens": special_tokens(controls),
                   "normalizer": {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}, "pre_tokenizer": spaces,
                   "post_processor": framing(self.before, self.after, self.ids), "decoder": spaces,
                   "model": {"type": "Unigram", "unk_id": self.unknown, "vocab": [p[:2] for p in self.pieces],
                             "byte_fallback": False}}
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    def write_model(self, path):
        """A SentencePiece model: ModelProto with its pieces, a TrainerSpec and a NormalizerSpec."""
        model = b""
        for text, score, kind in self.pieces:
            piece = delimited(1, text.encode()) + varint(2 << 3 | 5) + struct.pack("<f", score)
            model += delimited(1, piece + (b"" if kind == NORMAL else numbered(3, kind)))
        model += delimited(2, numbered(3, 1) + numbered(4, len(self.pieces)))  # unigram; how many
        path.write_bytes(model + delimited(3, delimited(1, b"identity") + numbered(3, 1)))


def varint(number):
    low, rest = number & 0x7F, number >> 7
    return bytes([low]) if not rest else bytes([low | 0x80]) + varint(rest)


def numbered(field, number):
    return varint(field << 3) + varint(number)


def delimited(field, content):
    return varint(field << 3 | 2) + varint(len(content)) + content


class Gemma:
    """Merges over the characters of a text in lower case, spaces among them; what has no piece is spelt in bytes."""

    def __init__(self, corpus, count):
        controls = ["<pad>", "<eos>", "<bos>", "<unk>"]
        text = corpus.lower().replace("\n", " ").replace(" ", SPACE)
        self.merges, pieces = [], list(text)
        while len(self.merges) < count:
            pairs = {}
            for pair in zip(pieces, pieces[1:]):
                if not pair[1].startswith(SPACE):
                    pairs[pair] = pairs.get(pair, 0) + 1
            best = min(pairs, key=lambda pair: (-pairs[pair], pair))
            self.merges.append(best)
            pieces = self.merge(pieces, best)
        self.bytes = [f"<0x{b:02X}>" for b in range(256)]
        vocabulary = controls + self.bytes + sorted(set(text)) + ["".join(pair) for pair in self.merges]
        self.ids = {piece: i for i, piece in enumerate(dict.fromkeys(vocabulary))}
        self.controls = {token: self.ids[token] for token in controls}
        self.ranks = {pair: rank for rank, pair in enumerate(self.merges)}

    @staticmethod
    def merge(pieces, pair):
        result, i = [], 0
        while i < len(pieces):
            joined = tuple(pieces[i:i + 2]) == pair
            result.append("".join(pair) if joined else pieces[i])
            i += 2 if joined else 1
        return result

    def encode(self, text):
        pieces = list(text.lower().replace(" ", SPACE))
        while known := [pair for pair in zip(pieces, pieces[1:]) if pair in self.ranks]:
            pieces = self.merge(pieces, min(known, key=self.ranks.__getitem__))
        ids = []
        for piece in pieces:
            ids += [self.ids[piece]] if piece in self.ids else [self.ids[self.bytes[b]] for b in piece.encode()]
        return ids + [self.ids["<eos>"]]

    def write_json(self, path):
        content = {"version": "1.0", "truncation": None, "padding": None, "added_tokens": special_tokens(self.controls),
                   "normalizer": {"type": "Replace", "pattern": {"String": " "}, "content": SPACE},
                   "pre_tokenizer": {"type": "Split", "pattern": {"String": " "}, "behavior": "MergedWithPrevious",
                                     "invert": False},
                   "post_processor": framing([], ["<eos>"], self.ids), "decoder": None,
                   "model": {"type": "BPE", "dropout": None, "unk_token": "<unk>", "continuing_subword_prefix": None,
                             "end_of_word_suffix": None, "fuse_unk": True, "byte_fallback": True, "vocab": self.ids,
                             "merges": [" ".join(pair) for pair in self.merges]}}
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
