package clipscope.image.decode;

import clipscope.image.PixelGoldens;
import clipscope.image.file.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/// Files that are no pictures, or damaged ones, made from good ones.
final class BrokenPictures {

    /// One of each way to store a picture.
    static final List<String> SAMPLES = List.of(
            "jpeg-420.jpg",
            "jpeg-progressive.jpg",
            "jpeg-cmyk.jpg",
            "jpeg-exif-6.jpg",
            "png-rgb.png",
            "png-palette.png",
            "png-interlaced.png",
            "png-exif-6.png",
            "gif-palette.gif",
            "gif-animated.gif",
            "bmp-rgb.bmp",
            "bmp-palette.bmp",
            "webp-lossy.webp",
            "webp-lossless.webp",
            "webp-lossy-alpha.webp",
            "webp-animated.webp",
            "tiff-lzw.tif",
            "tiff-deflate.tif",
            "tiff-jpeg.tif",
            "tiff-tiled.tif",
            "tiff-exif-6.tif");

    private BrokenPictures() {}

    /// A broken file.
    record Broken(String name, Block file) {

        @Override
        public String toString() {
            return name;
        }
    }

    static byte[] good(String name) {
        try {
            return Files.readAllBytes(PixelGoldens.file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return each sample cut at many places, less the animated: their first picture may be whole}
    static List<Broken> cutOff() {
        List<Broken> result = new ArrayList<>();
        List<String> still =
                SAMPLES.stream().filter(name -> !name.contains("animated")).toList();
        for (String name : still) {
            byte[] file = good(name);
            for (int length : List.of(1, 3, 8, 13, 27, 40, file.length / 4, file.length / 2, file.length * 3 / 4)) {
                result.add(new Broken("%s, first %d bytes".formatted(name, length), new Block(first(file, length))));
            }
        }
        return result;
    }

    /// {@return files whose headers lie or contradict themselves}
    static List<Broken> lying() {
        List<Broken> result = new ArrayList<>();
        for (int value : List.of(0, 1, 0x7fff_ffff, 0xffff_ffff, 0x8000_0000)) {
            result.add(new Broken("PNG width " + value, png(16, value)));
            result.add(new Broken("PNG height " + value, png(20, value)));
            result.add(
                    new Broken("PNG chunk length " + value, changed("png-rgb.png", ByteOrder.BIG_ENDIAN, 33, value)));
            result.add(bmp("offset", 10, value));
            result.add(bmp("header size", 14, value));
            result.add(bmp("width", 18, value));
            result.add(bmp("height", 22, value));
            result.add(bmp("colours", 46, value));
            result.add(new Broken(
                    "WebP chunk length " + value, changed("webp-lossy.webp", ByteOrder.LITTLE_ENDIAN, 16, value)));
            result.add(new Broken("TIFF offset " + value, changed("tiff-lzw.tif", ByteOrder.LITTLE_ENDIAN, 4, value)));
        }
        for (int value : List.of(0, 1, 0xffff)) {
            result.add(new Broken("JPEG size " + value, jpegSize(value)));
            result.add(new Broken("GIF size " + value, shorts("gif-palette.gif", 6, value)));
            result.add(new Broken("JPEG segment length " + value, shorts("jpeg-420.jpg", 4, value)));
        }
        result.add(new Broken("TIFF whose directory follows itself", tiffLoop()));
        result.add(new Broken("TIFF with fields of 4 billion values", tiffCounts()));
        result.add(new Broken("PNG of 3 bits", png(24, 0x03020000)));
        result.add(new Broken("PNG of colour type 5", png(24, 0x08050000)));
        return result;
    }

    /// {@return files that begin as a picture does and go on with noise}
    static List<Broken> noise() {
        List<Broken> result = new ArrayList<>();
        Random random = new Random(1);
        for (String name : SAMPLES) {
            byte[] file = good(name);
            for (int kept : List.of(12, 30, 100)) {
                byte[] broken = file.clone();
                byte[] noise = new byte[Math.max(0, file.length - kept)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, broken, file.length - noise.length, noise.length);
                result.add(new Broken("%s, noise after %d bytes".formatted(name, kept), new Block(broken)));
            }
        }
        return result;
    }

    /// {@return the file with a few bytes changed, half of them near its beginning, where the numbers are}
    static byte[] mutated(byte[] file, Random random) {
        byte[] result = file.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(200, result.length) : result.length);
            result[at] = random.nextInt(4) == 0 ? (byte) 0xff : (byte) random.nextInt(256);
        }
        return random.nextInt(8) == 0 ? first(result, random.nextInt(result.length)) : result;
    }

    private static byte[] first(byte[] file, int length) {
        return Arrays.copyOf(file, Math.min(length, file.length - 1));
    }

    private static Block changed(String name, ByteOrder order, int at, int value) {
        byte[] file = good(name);
        ByteBuffer.wrap(file).order(order).putInt(at, value);
        return new Block(file);
    }

    private static Block shorts(String name, int at, int value) {
        byte[] file = good(name);
        ByteBuffer.wrap(file).putShort(at, (short) value);
        return new Block(file);
    }

    private static Broken bmp(String field, int at, int value) {
        return new Broken(
                "BMP %s %d".formatted(field, value), changed("bmp-palette.bmp", ByteOrder.LITTLE_ENDIAN, at, value));
    }

    /// A changed header with a right checksum, so that the lie itself is met.
    private static Block png(int at, int value) {
        byte[] file = good("png-rgb.png");
        ByteBuffer buffer = ByteBuffer.wrap(file);
        if (at == 24) { // depth and colour type are two bytes
            buffer.putShort(at, (short) (value >>> 16));
        } else {
            buffer.putInt(at, value);
        }
        CRC32 checksum = new CRC32();
        checksum.update(file, 12, 17);
        buffer.putInt(29, (int) checksum.getValue());
        return new Block(file);
    }

    private static Block jpegSize(int value) {
        byte[] file = good("jpeg-420.jpg");
        for (int at = 0; at < file.length - 9; at++) {
            if ((file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(file).putShort(at + 5, (short) value).putShort(at + 7, (short) value);
                return new Block(file);
            }
        }
        throw new AssertionError("no frame header");
    }

    /// Little-endian, an empty directory at 8 that names itself as the next one.
    private static Block tiffLoop() {
        ByteBuffer file = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        file.putShort((short) 1)
                .putShort((short) 256)
                .putShort((short) 4)
                .putInt(1)
                .putInt(9)
                .putInt(8);
        return new Block(file.array());
    }

    private static Block tiffCounts() {
        ByteBuffer file = ByteBuffer.allocate(2 + 8 + 12 * 8 + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 8);
        for (int tag : List.of(256, 257, 258, 259, 262, 273, 277, 279)) {
            file.putShort((short) tag).putShort((short) 4).putInt(-1).putInt(8);
        }
        return new Block(file.array());
    }
}
