"""CLIP's byte-level BPE, written from its description: learning merges, and applying them.

Independent of the tokenizer that ClipScope uses: no regular expressions of Unicode classes, only `unicodedata`.
"""
import json
import unicodedata

START, END = "<|startoftext|>", "<|endoftext|>"
SUFFIX = "</w>"
CONTRACTIONS = ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d")
PATTERN = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"


def byte_characters():
    """GPT-2's printable stand-in for each byte, in the order of its vocabulary."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    table, extra = {byte: chr(byte) for byte in printable}, 0
    for byte in range(256):
        if byte not in table:
            table[byte] = chr(256 + extra)
            extra += 1
    return table  # insertion order: the printable ones, then the others


BYTES = byte_characters()


def is_space(c):
    """Unicode's White_Space; Python's own isspace() takes four control characters more."""
    return c in "\t\n\v\f\r\x85" or unicodedata.category(c) in ("Zs", "Zl", "Zp")


def kind(c):
    """What the pattern takes a character for: a letter, a number, a space or another."""
    if is_space(c):
        return "space"
    return {"L": "letter", "N": "number"}.get(unicodedata.category(c)[0], "other")


def normalise(text):
    """NFC, runs of white space as one space, lower case character by character."""
    squeezed = []
    for c in unicodedata.normalize("NFC", text):
        c = " " if is_space(c) else c
        if not (c == " " and squeezed and squeezed[-1] == " "):
            squeezed.append(c)
    return "".join(c.lower() for c in squeezed)


def words(text):
    """Splits normalised text: contractions, runs of letters, single numbers, runs of the rest."""
    found, i = [], 0
    while i < len(text):
        contraction = next((c for c in CONTRACTIONS if text.startswith(c, i)), None)
        if contraction:
            found.append(contraction)
            i += len(contraction)
            continue
        k, j = kind(text[i]), i + 1
        if k in ("letter", "other"):
            while j < len(text) and kind(text[j]) == k:
                j += 1
        if k != "space":
            found.append(text[i:j])
        i = j
    return found


def symbols(word):
    """The word's bytes as characters, the last one marked."""
    chars = [BYTES[b] for b in word.encode("utf-8")]
    return tuple(chars[:-1] + [chars[-1] + SUFFIX])


def merge(pieces, pair):
    result, i = [], 0
    while i < len(pieces):
        if i + 1 < len(pieces) and (pieces[i], pieces[i + 1]) == pair:
            result.append(pieces[i] + pieces[i + 1])
            i += 2
        else:
            result.append(pieces[i])
            i += 1
    return tuple(result)


def learn(text, count):
    """The `count` merges of the most frequent pairs; among equals the one that sorts first."""
    counts = {}
    for word in words(normalise(text)):
        counts[symbols(word)] = counts.get(symbols(word), 0) + 1
    merges = []
    while len(merges) < count:
        pairs = {}
        for pieces, n in counts.items():
            for pair in zip(pieces, pieces[1:]):
                pairs[pair] = pairs.get(pair, 0) + n
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        counts = {merge(pieces, best): n for pieces, n in counts.items()}
    return merges


class Tokens:
    """Text to ids, in the order of CLIP's vocabulary: bytes, last bytes, merges, start, end."""

    def __init__(self, merges):
        self.merges = merges
        alphabet = list(BYTES.values())
        pieces = alphabet + [c + SUFFIX for c in alphabet] + ["".join(m) for m in merges] + [START, END]
        self.ids = {piece: i for i, piece in enumerate(pieces)}
        assert len(self.ids) == len(pieces)
        self.ranks = {pair: rank for rank, pair in enumerate(merges)}
        self.start, self.end = self.ids[START], self.ids[END]

    def word(self, word):
        pieces = symbols(word)
        while True:
            known = [pair for pair in zip(pieces, pieces[1:]) if pair in self.ranks]
            if not known:
                return [self.ids[piece] for piece in pieces]
            pieces = merge(pieces, min(known, key=self.ranks.__getitem__))

    def plain(self, text):
        return [i for word in words(normalise(text)) for i in self.word(word)]

    def encode(self, text):
        """The whole text with start and end; a start or end token spelt out in it counts as one."""
        ids = []
        while text:
            places = [(text.find(special), special) for special in (START, END) if special in text]
            place, special = min(places, default=(len(text), ""))
            ids += self.plain(text[:place])
            ids += [self.ids[special]] if special else []
            text = text[place + len(special):]
        return [self.start, *ids, self.end]

    def cut(self, text, context):
        """The ids that fit, the end token kept, and how many were dropped."""
        ids = self.encode(text)
        dropped = max(0, len(ids) - context)
        return (ids[:context - 1] + [self.end] if dropped else ids), dropped

    def write(self, path):
        """A tokenizer.json that means the same."""
        added = [
            {"id": self.ids[token], "content": token, "single_word": False, "lstrip": False, "rstrip": False,
             "normalized": token == START, "special": True}
            for token in (START, END)
        ]
        content = {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": added,
            "normalizer": {"type": "Sequence", "normalizers": [
                {"type": "NFC"},
                {"type": "Replace", "pattern": {"Regex": r"\s+"}, "content": " "},
                {"type": "Lowercase"}]},
            "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
                {"type": "Split", "pattern": {"Regex": PATTERN}, "behavior": "Removed", "invert": True},
                {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True}]},
            "post_processor": {"type": "RobertaProcessing", "sep": [END, self.end], "cls": [START, self.start],
                               "trim_offsets": False, "add_prefix_space": False},
            "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True},
            "model": {"type": "BPE", "dropout": None, "unk_token": END, "continuing_subword_prefix": "",
                      "end_of_word_suffix": SUFFIX, "fuse_unk": False, "vocab": self.ids,
                      "merges": [" ".join(pair) for pair in self.merges]},
        }
        path.write_text(json.dumps(content, ensure_ascii=False, indent=None), encoding="utf-8")
