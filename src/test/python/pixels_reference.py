"""Writes the picture files of the pixel tests, and what Pillow and NumPy make of them.

Run with Debian 12's own Python (python3-pil 9.4, python3-numpy 1.24):

    /usr/bin/python3 src/test/python/pixels_reference.py

Everything goes to src/test/golden/pixels/:

    files/        picture files, as a camera or a program would write them
    pictures/     what the preprocessing tests start from
    decoded/      NAME.png: the upright RGB bytes of files/NAME, lossless
    reduced/      NAME.jpg, and NAME-SHRINK.png as libjpeg decodes it at a smaller size
    resized/      NAME-SETTING.png: after the resize, before the crop
    cropped/      NAME-SETTING.png: after the crop
    tensor/       NAME-SETTING.f32: the final values, little-endian float32, (3, height, width)
    manifest.csv  one line a file: name, exact or lossy, format, stored size, orientation
    hashes.txt    SHA-256 of everything

Nothing here shares a line with the Java code: resizing is Pillow's, the rest is written after the NumPy code
path of Hugging Face's CLIPImageProcessor.
"""

import hashlib
import io
import math
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image, ImageOps

OUT = pathlib.Path(__file__).resolve().parents[1] / "golden" / "pixels"
MEAN = np.array([0.48145466, 0.4578275, 0.40821073], dtype=np.float32)
STD = np.array([0.26862954, 0.26130258, 0.27577711], dtype=np.float32)
ORIENTATION = 0x0112


# --- pictures ------------------------------------------------------------------------------------------------


def scene(width, height, seed=1):
    """A smooth picture with edges and a little noise: what resizing and JPEG treat differently."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    u, v = x / max(width - 1, 1), y / max(height - 1, 1)
    red = 255 * u
    green = 255 * (0.5 + 0.5 * np.sin(9 * v + 4 * u))
    blue = 255 * (1 - v)
    rgb = np.stack([red, green, blue], axis=-1)
    disc = (u - 0.3) ** 2 + (v - 0.4) ** 2 < 0.04
    rgb[disc] = (250, 20, 30)
    rgb[(np.abs(u - 0.7) < 0.1) & (np.abs(v - 0.6) < 0.2)] = (10, 240, 240)
    rgb += rng.normal(0, 4, rgb.shape)
    return Image.fromarray(np.clip(rgb + 0.5, 0, 255).astype(np.uint8), "RGB")


def noise(width, height, channels, seed):
    rng = np.random.default_rng(seed)
    shape = (height, width) if channels == 1 else (height, width, channels)
    return rng.integers(0, 256, shape, dtype=np.uint8)


def png_chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth, colour, rows, before=b"", interlace=0):
    """A PNG of kinds that Pillow does not write. Rows are bytes, already packed."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + before + png_chunk(b"IDAT", body) + png_chunk(b"IEND", b"")


def png_rgb16(width, height, values):
    """values: uint16 (height, width, 3)"""
    return png(width, height, 16, 2, [row.astype(">u2").tobytes() for row in values])


def png_adam7(rgb):
    height, width, _ = rgb.shape
    body = b""
    for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        part = rgb[y0::dy, x0::dx]
        if part.size:
            body += b"".join(b"\0" + row.tobytes() for row in part)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 1)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", zlib.compress(body, 9)) + png_chunk(b"IEND", b"")


def exif(orientation):
    e = Image.Exif()
    e[ORIENTATION] = orientation
    return e.tobytes()


# --- files ---------------------------------------------------------------------------------------------------


class Files:
    def __init__(self):
        self.lines = []

    def add(self, name, data, exact, expected=None):
        """expected: the upright RGB picture where Pillow's own conversion is not what we want (see README)."""
        (OUT / "files" / name).write_bytes(data)
        with Image.open(io.BytesIO(data)) as image:
            kind, size = image.format, image.size
            orientation = image.getexif().get(ORIENTATION, 1)
            image.load()
            if kind != "TIFF":  # of a TIFF, Pillow turns the picture while it loads it
                image = ImageOps.exif_transpose(image)
            upright = expected or Image.fromarray(np.asarray(image.convert("RGB")))  # without transparency
        upright.save(OUT / "decoded" / (name + ".png"), optimize=True)
        kind = {"MPO": "JPEG"}.get(kind, kind)
        self.lines.append(f"{name},{'exact' if exact else 'lossy'},{kind},{size[0]},{size[1]},{orientation}")

    def save(self, name, image, exact=True, expected=None, **options):
        buffer = io.BytesIO()
        kind = {"jpg": "JPEG", "tif": "TIFF"}.get(name.rsplit(".", 1)[1], name.rsplit(".", 1)[1].upper())
        image.save(buffer, kind, **options)
        self.add(name, buffer.getvalue(), exact, expected)


def jpegs(files):
    photo = scene(150, 100)
    for name, options in {
        "jpeg-444": dict(quality=90, subsampling=0),
        "jpeg-422": dict(quality=90, subsampling=1),
        "jpeg-420": dict(quality=90, subsampling=2),
        "jpeg-420-low": dict(quality=40, subsampling=2),
        "jpeg-progressive": dict(quality=90, progressive=True),
        "jpeg-optimised": dict(quality=85, optimize=True),
        "jpeg-icc": dict(quality=90, icc_profile=b"not a profile" * 20),
    }.items():
        files.save(name + ".jpg", photo, exact=False, **options)
    files.save("jpeg-grey.jpg", photo.convert("L"), exact=False, quality=90)
    files.save("jpeg-cmyk.jpg", photo.convert("CMYK"), exact=False, quality=95)
    files.save("jpeg-1x1.jpg", scene(1, 1), exact=False)
    files.save("jpeg-odd.jpg", scene(17, 9), exact=False, quality=90)
    for orientation in range(1, 9):
        files.save(f"jpeg-exif-{orientation}.jpg", scene(40, 24), exact=False, quality=95, subsampling=0, exif=exif(orientation))
    files.add("jpeg-440.jpg", chroma_in_every_second_row(scene(40, 23)), exact=False)
    files.add("jpeg-440-one-row.jpg", chroma_in_every_second_row(scene(9, 1)), exact=False)
    files.add("jpeg-cmyk-no-adobe.jpg", without_adobe(photo.convert("CMYK")), exact=False)
    files.add("jpeg-ycck.jpg", ycck(photo), exact=False)
    files.add("jpeg-rgb-adobe.jpg", adobe_rgb(photo), exact=False)


def chroma_in_every_second_row(photo):
    """As a lossless turn of a 4:2:2 picture leaves it: all channels whole in width, chroma half in height.

    Pillow writes 4:2:2 only, so sides and factors are swapped in the header of a turned picture. There are as many
    blocks as before, and which picture they make does not matter.
    """
    buffer = io.BytesIO()
    turned = photo.transpose(Image.Transpose.TRANSPOSE)
    turned.save(buffer, "JPEG", quality=90, subsampling=1)
    data = bytearray(buffer.getvalue())
    at = data.find(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", *reversed(struct.unpack(">HH", data[at + 5 : at + 9])))
    data[at + 11] = 0x12  # luma: 1 across, 2 down
    return bytes(data)


def without_adobe(cmyk):
    buffer = io.BytesIO()
    cmyk.save(buffer, "JPEG", quality=90)
    data = buffer.getvalue()
    at = data.find(b"\xff\xee")
    return data[:at] + data[at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0] :]


def ycck(photo):
    """The CMYK file of Pillow with the transform of its Adobe marker set: its channels are read as YCCK."""
    buffer = io.BytesIO()
    cmyk = photo.convert("CMYK")
    c, m, y, k = cmyk.split()
    # Inverted as Adobe does; libjpeg's YCCK is YCC of the inverted CMY, with K as it is.
    inverted = Image.merge("RGB", [Image.eval(p, lambda v: 255 - v) for p in (c, m, y)])
    ycc = inverted.convert("YCbCr").split()
    stored = Image.merge("CMYK", [*ycc, k])
    stored.save(buffer, "JPEG", quality=95)
    data = bytearray(buffer.getvalue())
    at = data.find(b"Adobe")
    data[at + 11] = 2
    return bytes(data)


def adobe_rgb(photo):
    """Channels stored as red, green, blue, said so by an Adobe marker of transform 0."""
    buffer = io.BytesIO()
    Image.merge("YCbCr", photo.split()).save(buffer, "JPEG", quality=95, subsampling=0)
    data = buffer.getvalue()
    end = 4 + struct.unpack(">H", data[4:6])[0]  # replace JFIF's segment, which would say YCbCr
    adobe = b"\xff\xee" + struct.pack(">H", 14) + b"Adobe" + struct.pack(">HHHB", 100, 0, 0, 0)
    return data[:2] + adobe + data[end:]


def pngs(files):
    photo = scene(60, 41)
    files.save("png-rgb.png", photo)
    files.save("png-grey.png", photo.convert("L"))
    files.save("png-grey-alpha.png", Image.fromarray(noise(31, 20, 2, 3), "LA"))
    files.save("png-rgba.png", Image.fromarray(noise(31, 20, 4, 4), "RGBA"))
    files.save("png-palette.png", photo.quantize(100))
    files.save("png-palette-alpha.png", photo.quantize(50), transparency=bytes(range(0, 250, 5)))
    files.save("png-palette-2.png", photo.quantize(2), bits=1)
    files.save("png-palette-4.png", photo.quantize(4), bits=2)
    files.save("png-palette-16.png", photo.quantize(16), bits=4)
    files.save("png-1bit.png", photo.convert("1"))
    files.save("png-rgb-trns.png", photo, transparency=photo.getpixel((3, 3)))
    files.save("png-grey-trns.png", photo.convert("L"), transparency=100)
    files.save("png-1x1.png", scene(1, 1))
    files.save("png-2x3.png", scene(2, 3))
    plain = (OUT / "files" / "png-grey.png").read_bytes()
    files.add("png-grey-gamma.png", plain[:33] + png_chunk(b"gAMA", struct.pack(">I", 100000)) + plain[33:], True)
    values = np.random.default_rng(5).integers(0, 65536, (20, 30, 3), dtype=np.uint16)
    files.add("png-rgb16.png", png_rgb16(30, 20, values), True)
    rgba = np.random.default_rng(6).integers(0, 65536, (20, 30, 4), dtype=np.uint16)
    files.add("png-rgba16.png", png(30, 20, 16, 6, [r.astype(">u2").tobytes() for r in rgba]), True)
    la = np.random.default_rng(7).integers(0, 65536, (20, 30, 2), dtype=np.uint16)
    files.add("png-grey-alpha16.png", png(30, 20, 16, 4, [r.astype(">u2").tobytes() for r in la]), True)
    grey = np.random.default_rng(8).integers(0, 65536, (20, 30), dtype=np.uint16)
    high = Image.fromarray((grey >> 8).astype(np.uint8), "L").convert("RGB")
    files.add("png-grey16.png", png(30, 20, 16, 0, [r.astype(">u2").tobytes() for r in grey]), True, high)
    for bits in (2, 4):
        packed = noise(math.ceil(31 * bits / 8), 20, 1, bits)
        files.add(f"png-grey{bits}.png", png(31, 20, bits, 0, [r.tobytes() for r in packed]), True)
    files.add("png-interlaced.png", png_adam7(np.asarray(photo)), True)
    for orientation in (3, 6, 8):
        files.save(f"png-exif-{orientation}.png", scene(25, 14), exif=exif(orientation))


def others(files):
    photo = scene(60, 41)
    files.save("gif-palette.gif", photo.quantize(64))
    files.save("gif-grey.gif", photo.convert("L"))
    files.save("gif-transparent.gif", photo.quantize(30), transparency=4)
    files.save("gif-interlaced.gif", photo.quantize(64), interlace=1)
    files.save("gif-animated.gif", photo.quantize(64), save_all=True, append_images=[scene(60, 41, 9).quantize(64)], loop=0)
    files.save("bmp-rgb.bmp", photo)
    files.save("bmp-palette.bmp", photo.quantize(200))
    files.save("bmp-grey.bmp", photo.convert("L"))
    files.save("bmp-1bit.bmp", photo.convert("1"))
    files.save("bmp-rgba.bmp", Image.fromarray(noise(31, 20, 4, 4), "RGBA"))
    files.add("bmp-565.bmp", bmp(31, 20, 16, 3, noise(64, 20, 1, 31), struct.pack("<III", 0xF800, 0x7E0, 0x1F)), True)
    files.add("bmp-few-colours.bmp", bmp(31, 20, 8, 0, noise(32, 20, 1, 32), noise(4, 9, 1, 33).tobytes(), 9), True)
    gif = b"GIF89a" + struct.pack("<HHBBB", 5, 4, 0x70, 0, 0)  # no palette: an index is a level of grey
    files.add("gif-no-palette.gif", gif + b"," + struct.pack("<HHHHB", 1, 2, 2, 1, 0) + bytes.fromhex("02028c0a003b"), True)
    files.save("webp-lossless.webp", photo, lossless=True)
    for kind, options in {"lossy": dict(quality=80), "lossless": dict(lossless=True)}.items():
        frame = webp_chunks(scene(25, 14), **options)
        files.add(f"webp-part-{kind}.webp", webp_part(frame, 25, 14), True)
    alpha = photo.copy()
    alpha.putalpha(Image.fromarray(np.maximum(noise(60, 41, 1, 12), 1), "L"))
    files.save("webp-lossless-alpha.webp", alpha, lossless=True)
    files.save("webp-lossy.webp", scene(150, 100), exact=False, quality=90)
    for quality in (50, 70, 80):
        files.save(f"webp-lossy-{quality}.webp", scene(75, 61, quality), exact=False, quality=quality)
    files.save("webp-lossy-flat.webp", Image.new("RGB", (33, 17), (200, 30, 90)), exact=False, quality=75)
    files.save("webp-lossy-1x1.webp", scene(1, 1), exact=False)
    files.save("webp-lossy-animated.webp", photo, save_all=True, append_images=[scene(60, 41, 9)], quality=60)
    files.save("webp-lossy-low.webp", scene(150, 100), exact=False, quality=30)
    files.save("webp-lossy-alpha.webp", alpha, exact=False, quality=90)
    files.save("webp-animated.webp", photo, save_all=True, append_images=[scene(60, 41, 9)], lossless=True)
    for orientation in (3, 6, 8):
        files.save(f"webp-exif-{orientation}.webp", scene(25, 14), lossless=True, exif=exif(orientation))


def bmp(width, height, bits, compression, rows, tables, colours=0):
    offset = 14 + 40 + len(tables)
    data = rows.tobytes()
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(data), 0, 0, colours, 0)
    return b"BM" + struct.pack("<IHHI", offset + len(data), 0, 0, offset) + head + tables + data


def webp_chunks(image, **options):
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", **options)
    return buffer.getvalue()[12:]


def webp_part(frame, width, height):
    """An animation of one frame that covers a part of its canvas of 40 by 30 pixels."""
    u24 = lambda n: struct.pack("<I", n)[:3]
    chunk = lambda kind, data: kind + struct.pack("<I", len(data)) + data
    extended = chunk(b"VP8X", b"\x02\0\0\0" + u24(39) + u24(29))
    place = u24(10 // 2) + u24(6 // 2) + u24(width - 1) + u24(height - 1) + u24(100) + b"\0"
    body = b"WEBP" + extended + chunk(b"ANIM", b"\x10\x20\x30\xff\0\0") + chunk(b"ANMF", place + frame)
    return chunk(b"RIFF", body)


def tiffs(files):
    photo = scene(60, 41)
    for name, compression in {"raw": None, "lzw": "tiff_lzw", "deflate": "tiff_adobe_deflate", "packbits": "packbits"}.items():
        files.save(f"tiff-{name}.tif", photo, compression=compression)
    files.save("tiff-grey.tif", photo.convert("L"), compression="tiff_lzw")
    files.save("tiff-palette.tif", photo.quantize(64), compression="tiff_lzw")
    files.save("tiff-1bit.tif", photo.convert("1"), compression="group4")
    files.save("tiff-cmyk.tif", Image.fromarray(noise(31, 20, 4, 13), "CMYK"), compression="tiff_lzw")
    files.save("tiff-rgba.tif", Image.fromarray(noise(31, 20, 4, 14), "RGBA"), compression="tiff_lzw")
    files.save("tiff-jpeg.tif", scene(64, 48), exact=False, compression="jpeg", quality=95)
    grey = np.random.default_rng(15).integers(0, 65536, (20, 30), dtype=np.uint16)
    high = Image.fromarray((grey >> 8).astype(np.uint8), "L").convert("RGB")
    files.save("tiff-grey16.tif", Image.fromarray(grey), expected=high)
    pages = io.BytesIO()
    photo.save(pages, "TIFF", save_all=True, append_images=[scene(30, 20)], compression="tiff_lzw")
    files.add("tiff-two-pages.tif", pages.getvalue(), True)
    for orientation in range(1, 9):
        files.save(f"tiff-exif-{orientation}.tif", scene(25, 14), tiffinfo={ORIENTATION: orientation})
    values = np.random.default_rng(16).integers(0, 65536, (20, 30, 3), dtype=np.uint16)
    files.add("tiff-rgb16.tif", tiff(30, 20, 3, 16, values.astype("<u2").tobytes()), True, Image.fromarray((values >> 8).astype(np.uint8), "RGB"))
    rgb = np.asarray(photo)
    files.add("tiff-tiled.tif", tiled_tiff(rgb, 16), True)


def tiff(width, height, samples, bits, data):
    """Little-endian, one strip, uncompressed."""
    return tiff_file(width, height, samples, bits, [(273, 4, [8]), (278, 4, [height]), (279, 4, [len(data)])], data)


def tiled_tiff(rgb, side):
    height, width, _ = rgb.shape
    tiles, offsets, lengths = b"", [], []
    for y in range(0, height, side):
        for x in range(0, width, side):
            tile = np.zeros((side, side, 3), np.uint8)
            part = rgb[y : y + side, x : x + side]
            tile[: part.shape[0], : part.shape[1]] = part
            offsets.append(8 + len(tiles))
            lengths.append(tile.size)
            tiles += tile.tobytes()
    return tiff_file(width, height, 3, 8, [(322, 4, [side]), (323, 4, [side]), (324, 4, offsets), (325, 4, lengths)], tiles)


def tiff_file(width, height, samples, bits, places, data):
    fields = [
        (256, 4, [width]), (257, 4, [height]), (258, 3, [bits] * samples), (259, 3, [1]),
        (262, 3, [2 if samples == 3 else 1]), (277, 3, [samples]), (284, 3, [1]), *places,
    ]
    fields.sort()
    at = 8 + len(data)
    extra_at = at + 2 + 12 * len(fields) + 4
    entries, extra = b"", b""
    for tag, kind, values in fields:
        packed = struct.pack("<" + {3: "H", 4: "I"}[kind] * len(values), *values)
        if len(packed) > 4:
            place = struct.pack("<I", extra_at + len(extra))
            extra += packed
        else:
            place = packed.ljust(4, b"\0")
        entries += struct.pack("<HHI", tag, kind, len(values)) + place
    return b"II*\0" + struct.pack("<I", at) + data + struct.pack("<H", len(fields)) + entries + b"\0\0\0\0" + extra


# --- JPEG at a smaller size ----------------------------------------------------------------------------------


def reduced():
    """What Pillow's `draft` makes of JPEG files: libjpeg decodes them at a half, a quarter or an eighth."""
    for name, options in {
        "444": dict(subsampling=0),
        "422": dict(subsampling=1),
        "420": dict(subsampling=2),
        "restart": dict(subsampling=2, restart_marker_blocks=3),
    }.items():
        buffer = io.BytesIO()
        scene(203, 117).save(buffer, "JPEG", quality=90, **options)
        data = buffer.getvalue()
        (OUT / "reduced" / f"{name}.jpg").write_bytes(data)
        for shrink in (2, 4, 8):
            image = Image.open(io.BytesIO(data))
            if name == "422":  # libjpeg halves the columns of chroma once more; the mean of the whole is wanted
                image = image.reduce(shrink)
            else:
                image.draft("RGB", (203 // shrink, 117 // shrink))
            image.convert("RGB").save(OUT / "reduced" / f"{name}-{shrink}.png", optimize=True)
    grey = io.BytesIO()
    scene(203, 117).convert("L").save(grey, "JPEG", quality=90)
    (OUT / "reduced" / "grey.jpg").write_bytes(grey.getvalue())
    for shrink in (2, 4, 8):
        image = Image.open(io.BytesIO(grey.getvalue()))
        image.draft("L", (203 // shrink, 117 // shrink))
        image.convert("RGB").save(OUT / "reduced" / f"grey-{shrink}.png", optimize=True)


# --- preprocessing -------------------------------------------------------------------------------------------


def shortest_edge(image, size, resample):
    width, height = image.size
    short, long = min(width, height), max(width, height)
    longer = int(size * long / short)
    return image.resize((size, longer) if width <= height else (longer, size), resample)


def centre_crop(pixels, width, height):
    """The rule of transformers' `center_crop`: rounds down, fills with zeros what the picture does not cover."""
    h, w, _ = pixels.shape
    top, left = (h - height) // 2, (w - width) // 2
    result = np.zeros((height, width, 3), np.uint8)
    for y in range(height):
        for x in range(width):
            if 0 <= y + top < h and 0 <= x + left < w:
                result[y, x] = pixels[y + top, x + left]
    return result


def tensor(pixels, mean, std):
    scaled = (pixels.astype(np.float64) * (1 / 255)).astype(np.float32)
    return ((scaled - mean) / std).transpose(2, 0, 1)


HALF = np.array([0.5, 0.5, 0.5], dtype=np.float32)

SETTINGS = {
    "clip32": lambda i: (shortest_edge(i, 32, Image.BICUBIC), (32, 32), MEAN, STD),
    "clip48": lambda i: (shortest_edge(i, 48, Image.BICUBIC), (48, 48), MEAN, STD),
    "clip224": lambda i: (shortest_edge(i, 224, Image.BICUBIC), (224, 224), MEAN, STD),
    "bilinear33": lambda i: (shortest_edge(i, 33, Image.BILINEAR), (33, 33), HALF, HALF),
    "squash40": lambda i: (i.resize((40, 30), Image.BICUBIC), None, HALF, HALF),
    "squash-bilinear20": lambda i: (i.resize((20, 20), Image.BILINEAR), None, HALF, HALF),
    "wide-crop": lambda i: (shortest_edge(i, 20, Image.BICUBIC), (35, 26), MEAN, STD),
}

PICTURES = {
    "landscape": lambda: scene(301, 200, 21),
    "portrait": lambda: scene(97, 160, 22),
    "square": lambda: scene(48, 48, 23),
    "tiny-1x1": lambda: scene(1, 1, 24),
    "tiny-2x3": lambda: scene(2, 3, 25),
    "panorama": lambda: scene(700, 20, 26),
    "pillar": lambda: scene(9, 400, 27),
    "noise": lambda: Image.fromarray(noise(67, 71, 3, 28), "RGB"),
    "checker": lambda: Image.fromarray(np.repeat((np.indices((50, 63)).sum(0) % 2 * 255).astype(np.uint8)[..., None], 3, 2), "RGB"),
}


def preprocessing():
    for name, make in PICTURES.items():
        image = make()
        image.save(OUT / "pictures" / f"{name}.png", optimize=True)
        for setting, step in SETTINGS.items():
            if setting == "clip224" and name not in ("landscape", "tiny-2x3"):
                continue
            resized, crop, mean, std = step(image)
            resized.save(OUT / "resized" / f"{name}-{setting}.png", optimize=True)
            pixels = np.asarray(resized)
            if crop:
                pixels = centre_crop(pixels, *crop)
            Image.fromarray(pixels, "RGB").save(OUT / "cropped" / f"{name}-{setting}.png", optimize=True)
            if setting in ("clip32", "bilinear33", "wide-crop") or (setting == "clip224" and name == "tiny-2x3"):
                tensor(pixels, mean, std).astype("<f4").tofile(OUT / "tensor" / f"{name}-{setting}.f32")


def main():
    for folder in ("files", "decoded", "pictures", "reduced", "resized", "cropped", "tensor"):
        (OUT / folder).mkdir(parents=True, exist_ok=True)
        for old in (OUT / folder).iterdir():
            old.unlink()
    files = Files()
    jpegs(files)
    pngs(files)
    others(files)
    tiffs(files)
    reduced()
    (OUT / "manifest.csv").write_text("\n".join(files.lines) + "\n")
    preprocessing()
    paths = sorted(p for p in OUT.rglob("*") if p.is_file() and p.name not in ("hashes.txt", "README.md"))
    lines = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(OUT).as_posix()}" for p in paths]
    (OUT / "hashes.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
