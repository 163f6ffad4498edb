package clipscope.packaging;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// The program's icon in the sizes and containers that systems ask for, drawn from one drawing.
///
/// @param svg the drawing
record Icons(Path svg) {

    /// Sizes of the hicolor theme.
    static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

    /// Kinds of entries in Apple's container, and the sides of their pictures.
    private static final Map<String, Integer> APPLE =
            new TreeMap<>(Map.of("icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024));

    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 128, 256);

    byte[] png(int side) throws IOException {
        SVGDocument drawing = new SVGLoader().load(svg.toUri().toURL());
        if (drawing == null) {
            throw new IOException(svg + " is no drawing");
        }
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render((java.awt.Component) null, graphics, new ViewBox(0, 0, side, side));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    /// Writes a Windows icon: a directory of PNG files.
    void writeIco(Path target) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int side : WINDOWS) {
            pictures.add(png(side));
        }
        int size = pictures.stream().mapToInt(picture -> picture.length).sum();
        int directory = 6 + 16 * pictures.size();
        ByteBuffer out = ByteBuffer.allocate(directory + size).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        int offset = directory;
        for (int i = 0; i < pictures.size(); i++) {
            byte side = (byte) (int) WINDOWS.get(i); // 256 is written as 0
            out.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(out::put);
        Files.write(target, out.array());
    }

    /// Writes an Apple icon: PNG files, each behind its kind and its length.
    void writeIcns(Path target) throws IOException {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> entry : APPLE.entrySet()) {
            byte[] picture = png(entry.getValue());
            entries.writeBytes(header(entry.getKey(), picture.length));
            entries.writeBytes(picture);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header("icns", entries.size()));
        entries.writeTo(file);
        Files.write(target, file.toByteArray());
    }

    private static byte[] header(String kind, int length) {
        return ByteBuffer.allocate(8)
                .put(kind.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(8 + length)
                .array();
    }
}
