package clipscope.train.world.art;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Words in the fonts of a folder, as white sprites.
///
/// Fonts come with their files, so that the same words look the same on every machine.
///
/// **Thread:** Thread-safe.
public final class Lettering {

    private static final float TRIAL = 40; // points
    private static final double FILLED = 0.94; // of the sprite's side, by the longer side of the word

    private final List<Font> fonts;

    private Lettering(List<Font> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /// Reads all TrueType fonts of some families.
    ///
    /// @param folder holds one folder for each family
    public static Lettering read(Path folder, List<String> families) throws IOException {
        List<Font> fonts = new ArrayList<>();
        for (String family : families) {
            try (Stream<Path> files = Files.walk(folder.resolve(family))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".ttf"))
                        .sorted()
                        .toList()) {
                    fonts.add(Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont(TRIAL));
                }
            } catch (FontFormatException e) {
                throw new IOException("no font in " + folder.resolve(family), e);
            }
        }
        return new Lettering(fonts);
    }

    /// {@return how many fonts there are}
    public int fonts() {
        return fonts.size();
    }

    /// {@return a word across the middle of a sprite}
    public int[] draw(String text, int font) {
        return draw(text, font, Sprites.SIDE);
    }

    /// {@return a word in white across the middle of a square}
    ///
    /// **Shape:** `(side, side)`, alpha, red, green, blue in one number each, the colours times alpha.
    public int[] draw(String text, int font, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            GlyphVector glyphs = fonts.get(font).createGlyphVector(new FontRenderContext(null, true, true), text);
            Rectangle2D box = glyphs.getVisualBounds();
            double scale = FILLED * side / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            graphics.translate(side / 2.0, side / 2.0);
            graphics.scale(scale, scale);
            graphics.translate(-box.getCenterX(), -box.getCenterY());
            graphics.setColor(Color.WHITE);
            graphics.fill(glyphs.getOutline());
        } finally {
            graphics.dispose();
        }
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
