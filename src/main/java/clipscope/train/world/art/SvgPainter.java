package clipscope.train.world.art;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Turns vector drawings into small pictures with transparency.
///
/// **Thread:** Confined to the thread that made it.
final class SvgPainter {

    private static final double MARGIN = 0.03; // parts of the side that lines may stick out

    private final SVGLoader loader = new SVGLoader();
    private final int side;

    /// @param side of the pictures, in pixels
    SvgPainter(int side) {
        this.side = side;
    }

    /// {@return pixels (side, side), alpha, red, green, blue in one number each, the colours times
    /// alpha; or nothing if the library cannot read the drawing}
    Optional<int[]> paint(Svg drawing) {
        SVGDocument document = loader.load(
                new ByteArrayInputStream(drawing.document().getBytes(StandardCharsets.UTF_8)),
                null,
                LoaderContext.createDefault());
        if (document == null) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            float margin = (float) (MARGIN * side);
            document.render(null, graphics, new ViewBox(margin, margin, side - 2 * margin, side - 2 * margin));
        } finally {
            graphics.dispose();
        }
        return Optional.of(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
    }
}
