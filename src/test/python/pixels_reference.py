"""Writes the pictures of src/test/golden/pixels and what Pillow and NumPy make of them.

Run with Debian 12's python3-pil and python3-numpy from the repository root:

    /usr/bin/python3 src/test/python/pixels_reference.py

Independent of the Java code: Pillow decodes, converts, turns and resizes; the crop and the normalisation are the
few lines of NumPy below, after Hugging Face's CLIPImageProcessor.

    files/NAME          the pictures, as people have them
    decoded/NAME.png    what Pillow reads from a file, upright, RGB
    resized/CASE.png    after the resize and after the crop, one file each
    tensors/CASE.npy    float32 (3, H, W)
    cases.csv           what was done in each case
"""

import csv
import hashlib
import io
import math
import pathlib
import struct
import sys
import zlib

import numpy as np
import PIL
from PIL import Image, ImageOps

OUT = pathlib.Path("src/test/golden/pixels")
CLIP = ((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))
HALF = ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))


# --- pictures -------------------------------------------------------------------------------------------------------

def scene(width, height, seed=1):
    """Smooth shades, edges and noise: everything a resize and a decoder can get wrong. uint8 (H, W, 3)."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    u, v = x / max(width - 1, 1), y / max(height - 1, 1)
    red = 255 * u
    green = 255 * v
    blue = 127 + 120 * np.sin(9 * u + 5 * v)
    picture = np.stack([red, green, blue], -1)
    disc = (u - 0.6) ** 2 + (v - 0.4) ** 2 < 0.05
    picture[disc] = (250, 240, 10)
    stripes = ((x // 3).astype(int) % 2 == 0) & (v > 0.8)
    picture[stripes] = (0, 0, 0)
    noise = np.random.RandomState(seed).randint(-12, 13, picture.shape)
    return np.clip(np.rint(picture + noise), 0, 255).astype(np.uint8)


def smooth(width, height):
    """What a lossy format keeps well: no edges, no noise."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    picture = np.stack([
        127 + 100 * np.sin(x / 17), 127 + 100 * np.cos(y / 13), 127 + 100 * np.sin((x + y) / 23)], -1)
    return np.rint(picture).astype(np.uint8)


def png(width, height, depth, kind, rows, *chunks, interlace=0):
    """A PNG written by hand, for what Pillow cannot write: rows are bytes without their filter byte."""
    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    data = b"".join(b"\0" + row for row in rows)
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlace)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(chunk(n, d) for n, d in chunks)
            + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b""))


def adam7(rgb):
    """The rows of an interlaced 8-bit RGB picture, pass by pass."""
    rows = []
    for x0, y0, dx, dy in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):
        part = rgb[y0::dy, x0::dx]
        if part.size:
            rows += [row.tobytes() for row in part]
    return rows


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags.tobytes()


def save(name, picture, **options):
    picture = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    picture.save(OUT / "files" / name, **options)


def write(name, data):
    (OUT / "files" / name).write_bytes(data)


def write_sizes():
    for name, (width, height) in {
            "landscape": (97, 61), "portrait": (50, 83), "square": (64, 64), "tiny-1x1": (1, 1), "tiny-2x3": (2, 3),
            "panorama": (300, 7), "pillar": (5, 301), "target": (32, 32)}.items():
        save(name + ".png", scene(width, height))
    save("photo.png", smooth(320, 240))


def write_png_kinds():
    rgb = scene(37, 29)
    save("rgba.png", np.dstack([rgb, np.linspace(0, 255, 37 * 29).reshape(29, 37).astype(np.uint8)]))
    grey = Image.fromarray(rgb).convert("L")
    save("grey.png", grey)
    save("grey-alpha.png", Image.merge("LA", (grey, Image.fromarray(rgb[:, :, 0]))))
    palette = Image.fromarray(rgb).quantize(40)
    save("palette.png", palette)
    save("palette-transparent.png", palette, transparency=3)
    save("palette-16.png", Image.fromarray(rgb).quantize(16), bits=4)
    save("palette-4.png", Image.fromarray(rgb).quantize(4), bits=2)
    save("palette-2.png", Image.fromarray(rgb).quantize(2), bits=1)
    save("bilevel.png", grey.convert("1"))
    save("rgb-transparent.png", Image.fromarray(rgb), transparency=tuple(int(v) for v in rgb[0, 0]))
    for bits in (2, 4):
        steps = np.asarray(grey) >> (8 - bits)
        padded = np.pad(steps, ((0, 0), (0, -37 % (8 // bits))))
        packed = sum(padded[:, i::8 // bits].astype(int) << (8 - bits * (i + 1)) for i in range(8 // bits))
        write(f"grey-{bits}-bit.png", png(37, 29, bits, 0, [row.astype(np.uint8).tobytes() for row in packed]))
    deep = (rgb.astype(np.uint16) << 8 | np.arange(29 * 37 * 3).reshape(29, 37, 3) % 256).astype(">u2")
    write("rgb-16-bit.png", png(37, 29, 16, 2, [row.tobytes() for row in deep]))
    alpha = np.dstack([deep, deep[:, :, 0]]).astype(">u2")
    write("rgba-16-bit.png", png(37, 29, 16, 6, [row.tobytes() for row in alpha]))
    write("grey-16-bit.png", png(37, 29, 16, 0, [row.tobytes() for row in deep[:, :, 1]]))
    write("grey-alpha-16-bit.png", png(37, 29, 16, 4, [row.tobytes() for row in alpha[:, :, 2:]]))
    write("interlaced.png", png(37, 29, 8, 2, adam7(rgb), interlace=1))
    write("gamma.png", png(37, 29, 8, 0, [r.tobytes() for r in np.asarray(grey)], (b"gAMA", struct.pack(">I", 100000))))
    save("exif-6.png", rgb, exif=exif(6))


def write_jpeg_kinds():
    rgb = smooth(75, 53)
    save("444.jpg", rgb, quality=92, subsampling=0)
    save("422.jpg", rgb, quality=92, subsampling=1)
    save("420.jpg", rgb, quality=92, subsampling=2)
    save("420-edges.jpg", scene(75, 53), quality=85, subsampling=2)
    save("progressive.jpg", rgb, quality=92, progressive=True)
    save("optimised.jpg", rgb, quality=50, optimize=True)
    save("grey.jpg", Image.fromarray(rgb).convert("L"), quality=92)
    cmyk = Image.fromarray(np.dstack([255 - rgb, rgb[:, :, 0] // 3]), "CMYK")
    save("cmyk.jpg", cmyk, quality=92)
    save("ycck.jpg", cmyk, quality=92)
    data = (OUT / "files" / "ycck.jpg").read_bytes()
    at = data.index(b"Adobe") + 11
    write("ycck.jpg", data[:at] + b"\2" + data[at + 1:])  # the same numbers, declared as YCCK
    rgb_jpeg = (OUT / "files" / "444.jpg").read_bytes()
    adobe = b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0"
    end_of_jfif = 4 + struct.unpack(">H", rgb_jpeg[4:6])[0]
    write("rgb-adobe.jpg", rgb_jpeg[:2] + adobe + rgb_jpeg[end_of_jfif:])  # the same numbers, declared as RGB
    write("no-marker.jpg", rgb_jpeg[:2] + rgb_jpeg[end_of_jfif:])  # neither JFIF nor Adobe: YCbCr by the ids 1, 2, 3
    for orientation in range(1, 9):
        save(f"exif-{orientation}.jpg", scene(20, 13), quality=95, subsampling=0, exif=exif(orientation))
    save("icc.jpg", rgb, quality=92, icc_profile=swapped_profile())


def swapped_profile():
    """An ICC profile in which red and blue change places: whoever applies it gives it away."""
    from PIL import ImageCms
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for i in range(struct.unpack(">I", profile[128:132])[0]):
        entry = 132 + 12 * i
        name = bytes(profile[entry:entry + 4])
        if name in (b"rXYZ", b"bXYZ"):
            profile[entry:entry + 4] = b"bXYZ" if name == b"rXYZ" else b"rXYZ"
    profile[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)  # or it would hold the time of day
    return bytes(profile)


def write_other_kinds():
    rgb = scene(37, 29)
    picture = Image.fromarray(rgb)
    grey = picture.convert("L")
    palette = picture.quantize(40)
    save("palette.gif", palette)
    save("interlaced.gif", palette, interlace=1)
    save("transparent.gif", palette, transparency=5)
    save("animated.gif", palette, save_all=True, append_images=[Image.fromarray(scene(37, 29, 2)).quantize(40)])
    write("offset.gif", offset_gif())
    save("rgb.bmp", picture)
    save("grey.bmp", grey)
    save("palette.bmp", palette)
    save("bilevel.bmp", grey.convert("1"))
    save("rgba.bmp", Image.fromarray(np.dstack([rgb, rgb[:, :, 1]])))
    write("top-down.bmp", top_down_bmp(rgb))
    write("555.bmp", bmp_16(rgb))
    write("rle.bmp", rle_bmp())
    save("lossless.webp", picture, lossless=True)
    save("lossless-alpha.webp", Image.fromarray(np.dstack([rgb, 255 - rgb[:, :, 1]])), lossless=True, exact=True)
    save("lossy.webp", smooth(75, 53), quality=90)
    save("lossy-edges.webp", scene(75, 53), quality=90)
    save("lossy-alpha.webp", Image.fromarray(np.dstack([smooth(75, 53), smooth(75, 53)[:, :, 0]])), quality=90)
    save("animated.webp", picture, save_all=True, append_images=[Image.fromarray(scene(37, 29, 2))], lossless=True)
    save("exif-8.webp", picture, lossless=True, exif=exif(8))
    for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"):
        save(f"{compression}.tiff", picture, compression=compression)
    save("jpeg.tiff", smooth(75, 53), compression="jpeg", quality=92)
    save("grey.tiff", grey)
    save("palette.tiff", palette)
    save("bilevel.tiff", grey.convert("1"), compression="group4")
    save("rgba.tiff", Image.fromarray(np.dstack([rgb, rgb[:, :, 1]])), compression="tiff_lzw")
    save("grey-alpha.tiff", Image.merge("LA", (grey, grey)))
    save("cmyk.tiff", Image.fromarray(np.dstack([255 - rgb, rgb[:, :, 0] // 3]), "CMYK"), compression="tiff_lzw")
    save("grey-16-bit.tiff", Image.fromarray((np.asarray(grey).astype(np.uint16) << 8) + 77))
    save("pages.tiff", picture, save_all=True, append_images=[Image.fromarray(scene(37, 29, 2))])
    save("orientation-7.tiff", picture, tiffinfo={0x0112: 7})
    write("tiled.tiff", rgb_tiff(scene(40, 24), "<", tile=16))
    write("big-endian.tiff", rgb_tiff(rgb, ">"))
    write("planar.tiff", rgb_tiff(rgb, "<", planar=True))
    write("rgb-16-bit.tiff", rgb_tiff(rgb, "<", bits=16))


def offset_gif():
    """A frame that covers only part of the screen: the rest has colour 0, or the transparent one."""
    inner = Image.fromarray(scene(10, 8)).quantize(16)
    buffer = io.BytesIO()
    inner.save(buffer, "GIF")
    data = bytearray(buffer.getvalue())
    data[6:10] = struct.pack("<HH", 17, 13)
    frame = data.index(b"\x2c", 13 + 3 * (2 << (data[10] & 7)))
    data[frame + 1:frame + 5] = struct.pack("<HH", 4, 3)
    return bytes(data)


def bmp(width, height, bits, compression, data, palette=b"", masks=b""):
    offset = 14 + 40 + len(masks) + len(palette)
    return (struct.pack("<2sIHHI", b"BM", offset + len(data), 0, 0, offset)
            + struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(data), 2835, 2835, len(palette) // 4, 0)
            + masks + palette + data)


def top_down_bmp(rgb):
    height, width, _ = rgb.shape
    rows = [row[:, ::-1].tobytes() + b"\0" * (-3 * width % 4) for row in rgb]
    return bmp(width, -height, 24, 0, b"".join(rows))


def bmp_16(rgb):
    height, width, _ = rgb.shape
    five = (rgb >> 3).astype(np.uint16)
    words = (five[:, :, 0] << 10 | five[:, :, 1] << 5 | five[:, :, 2]).astype("<u2")
    return bmp(width, height, 16, 0, b"".join(row.tobytes() + b"\0" * (-2 * width % 4) for row in words[::-1]))


def rle_bmp():
    """8 bits, run-length encoded: runs and literal stretches."""
    palette = b"".join(bytes((i, 255 - i, i // 2, 0)) for i in range(256))
    rows = b"".join(bytes((6, 10 * y, 0, 4, 1, 50, 100, 200, 2, 255 - y, 0, 0)) for y in range(9))
    return bmp(12, 9, 8, 1, rows + b"\0\1", palette)


def rgb_tiff(rgb, order, tile=None, planar=False, bits=8):
    """A TIFF written by hand, for what Pillow cannot write."""
    height, width, _ = rgb.shape
    samples = rgb if bits == 8 else ((rgb.astype(np.uint16) << 8) + 99).astype(order + "u2")
    if tile:
        padded = np.pad(samples, ((0, -height % tile), (0, -width % tile), (0, 0)))
        parts = [padded[y:y + tile, x:x + tile].tobytes()
                 for y in range(0, height, tile) for x in range(0, width, tile)]
    else:
        parts = [samples[:, :, c].tobytes() for c in range(3)] if planar else [samples.tobytes()]
    offsets, at = [], 8
    for part in parts:
        offsets.append(at)
        at += len(part)
    tags = [(256, 3, [width]), (257, 3, [height]), (258, 3, [bits] * 3), (259, 3, [1]), (262, 3, [2]), (277, 3, [3]),
            (284, 3, [2 if planar else 1])]
    tags += ([(322, 3, [tile]), (323, 3, [tile]), (324, 4, offsets), (325, 4, [len(p) for p in parts])] if tile else
             [(273, 4, offsets), (278, 3, [height]), (279, 4, [len(p) for p in parts])])
    directory, extra = b"", b""
    extra_at = at + 2 + 12 * len(tags) + 4
    for tag, kind, values in sorted(tags):
        packed = b"".join(struct.pack(order + {3: "H", 4: "I"}[kind], v) for v in values)
        directory += struct.pack(order + "HHI", tag, kind, len(values))
        if len(packed) <= 4:
            directory += packed.ljust(4, b"\0")
        else:
            directory += struct.pack(order + "I", extra_at + len(extra))
            extra += packed
    mark = b"II" if order == "<" else b"MM"
    return (mark + struct.pack(order + "HI", 42, at) + b"".join(parts)
            + struct.pack(order + "H", len(tags)) + directory + b"\0\0\0\0" + extra)


# --- what they become -----------------------------------------------------------------------------------------------

def decode(path):
    """Upright RGB. Grey of 16 bits: the high byte; Pillow's convert would clip nearly all of it to white."""
    picture = Image.open(path)
    picture.getexif()  # before load: of a TIFF with several pages it cannot be read any more after it
    picture.load()
    if picture.mode.startswith("I"):
        picture = Image.fromarray((np.asarray(picture).astype(np.uint32) >> 8).astype(np.uint8))
    return ImageOps.exif_transpose(picture).convert("RGB")


def resized_size(width, height, size):
    """Hugging Face's get_resize_output_image_size: the product is cut, not rounded."""
    short, long = min(width, height), max(width, height)
    new_short, new_long = size, int(size * long / short)
    return (new_short, new_long) if width <= height else (new_long, new_short)


def centre_crop(pixels, width, height):
    """Hugging Face's center_crop: rounded down; zeros around what is too small."""
    h, w, _ = pixels.shape
    top, left = (h - height) // 2, (w - width) // 2
    if top >= 0 and left >= 0 and top + height <= h and left + width <= w:
        return pixels[top:top + height, left:left + width]
    new_h, new_w = max(height, h), max(width, w)
    canvas = np.zeros((new_h, new_w, 3), pixels.dtype)
    top_pad, left_pad = math.ceil((new_h - h) / 2), math.ceil((new_w - w) / 2)
    canvas[top_pad:top_pad + h, left_pad:left_pad + w] = pixels
    top, left = top + top_pad, left + left_pad
    return canvas[max(0, top):min(new_h, top + height), max(0, left):min(new_w, left + width)]


def normalise(pixels, mean, std):
    share = (pixels * (1 / 255)).astype(np.float32)
    return ((share - np.array(mean, np.float32)) / np.array(std, np.float32)).transpose(2, 0, 1)


def write_cases():
    names = ["landscape", "portrait", "square", "tiny-1x1", "tiny-2x3", "panorama", "pillar", "target"]
    filters = {"BICUBIC": Image.BICUBIC, "BILINEAR": Image.BILINEAR}
    cases = [(n, "SHORTEST_EDGE", 32, 32, f, 32, 32, CLIP) for n in names for f in filters]
    cases += [(n, "SQUASH", 48, 33, f, 0, 0, HALF) for n in names for f in filters]
    cases += [(n, "SHORTEST_EDGE", 20, 20, "BICUBIC", 29, 26, CLIP) for n in names]  # a crop that is too large
    cases += [("landscape", "SHORTEST_EDGE", 60, 60, "BICUBIC", 33, 50, HALF),
              ("photo", "SHORTEST_EDGE", 224, 224, "BICUBIC", 224, 224, CLIP)]
    rows = []
    for name, mode, width, height, resample, crop_w, crop_h, (mean, std) in cases:
        picture = Image.open(OUT / "files" / f"{name}.png").convert("RGB")
        size = (width, height) if mode == "SQUASH" else resized_size(*picture.size, width)
        resized = np.asarray(picture.resize(size, filters[resample]))
        cropped = centre_crop(resized, crop_w, crop_h) if crop_w else resized
        case = f"{name}-{mode.lower()}-{width}-{resample.lower()}"
        Image.fromarray(resized).save(OUT / "resized" / f"{case}.png")
        Image.fromarray(cropped).save(OUT / "cropped" / f"{case}.png")
        if (name, width) != ("photo", 224):  # its tensor would be 602 kB, and adds nothing to its pixels
            np.save(OUT / "tensors" / f"{case}.npy", np.ascontiguousarray(normalise(cropped, mean, std)))
        rows.append([case, name, mode, width, height, resample, crop_w, crop_h, *mean, *std])
    with open(OUT / "cases.csv", "w", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)


def main():
    for folder in ("files", "decoded", "resized", "cropped", "tensors"):
        (OUT / folder).mkdir(parents=True, exist_ok=True)
        for old in (OUT / folder).iterdir():
            old.unlink()
    write_sizes()
    write_png_kinds()
    write_jpeg_kinds()
    write_other_kinds()
    for path in sorted((OUT / "files").iterdir()):
        try:
            decode(path).save(OUT / "decoded" / (path.name + ".png"))
        except Exception as e:
            sys.exit(f"{path}: {e!r}")
    write_cases()
    everything = sorted(p for p in OUT.rglob("*") if p.is_file() and p.suffix != ".md")
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in everything)).hexdigest()
    print(f"Pillow {PIL.__version__}, NumPy {np.__version__}: {len(everything)} files, "
          f"{sum(p.stat().st_size for p in everything) >> 10} kB, sha256 of all in order of path {digest}")


if __name__ == "__main__":
    main()
