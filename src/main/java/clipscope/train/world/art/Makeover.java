package clipscope.train.world.art;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Redraws a vector drawing in another style, so that a model cannot know a thing by the hand that drew
/// it.
///
/// **Thread:** Immutable.
enum Makeover {
    /// As it is.
    NONE,
    /// Gradients become one colour, filters go, and now and then a small part is missing.
    FLAT,
    /// Dark lines, and what was filled is white; what was dark stays so.
    OUTLINE,
    /// Dark lines alone.
    WIRE,
    /// As it is, with dark lines around all parts.
    CARTOON,
    /// Each colour becomes another one.
    RECOLOURED;

    private static final Pattern PAINT = Pattern.compile(
            "\\b(fill|stroke|stop-color|color)=\"(#[0-9a-fA-F]{3,8}|[a-z]+|currentColor|url\\(#[^)\"]+\\))\"");
    private static final Pattern GRADIENT = Pattern.compile(
            "<(?:linear|radial)Gradient[^>]*\\bid=\"([^\"]+)\"[^>]*>(.*?)</(?:linear|radial)Gradient>", Pattern.DOTALL);
    private static final Pattern STOP = Pattern.compile("stop-color=\"(#[0-9a-fA-F]{3,8})\"");
    private static final Pattern FILTER = Pattern.compile("\\s(?:filter|style)=\"[^\"]*\"");
    private static final Pattern PART = Pattern.compile("<(?:path|circle|ellipse|rect)\\b[^>]*/>");
    private static final int FEW_PARTS = 6;
    private static final double DARK = 0.22; // luminance

    /// {@return whether things keep the colours that they were drawn in}
    boolean keepsColours() {
        return this == NONE || this == FLAT || this == CARTOON;
    }

    /// {@return whether there are lines only}
    boolean isLined() {
        return this == OUTLINE || this == WIRE;
    }

    /// {@return the drawing in the new style}
    Svg of(Svg drawing, RandomGenerator random) {
        return switch (this) {
            case NONE -> drawing;
            case FLAT -> drawing.withBody(thinned(flat(drawing.body()), random));
            case OUTLINE -> lined(drawing, flat(drawing.body()), light(random), random);
            case WIRE -> lined(drawing, flat(drawing.body()), "none", random);
            case CARTOON -> stroked(drawing, flat(drawing.body()), ink(random), random);
            case RECOLOURED -> drawing.withBody(recoloured(drawing.body(), random));
        };
    }

    private static String flat(String body) {
        Map<String, String> colours = new HashMap<>();
        Matcher gradients = GRADIENT.matcher(body);
        while (gradients.find()) {
            Matcher stops = STOP.matcher(gradients.group(2));
            if (stops.find()) {
                colours.put("url(#" + gradients.group(1) + ")", stops.group(1));
            }
        }
        String plain = FILTER.matcher(body).replaceAll("");
        return painted(plain, paint -> colours.getOrDefault(paint, paint));
    }

    /// Replaces each colour or reference.
    private static String painted(String body, UnaryOperator<String> change) {
        return PAINT.matcher(body)
                .replaceAll(match ->
                        Matcher.quoteReplacement("%s=\"%s\"".formatted(match.group(1), change.apply(match.group(2)))));
    }

    private static String thinned(String body, RandomGenerator random) {
        if (PART.matcher(body).results().count() <= FEW_PARTS) {
            return body;
        }
        return PART.matcher(body)
                .replaceAll(part -> Matcher.quoteReplacement(random.nextInt(10) == 0 ? "" : part.group()));
    }

    private static Svg lined(Svg drawing, String body, String fill, RandomGenerator random) {
        String ink = ink(random);
        boolean keepDark = random.nextInt(4) != 0;
        String lined = PAINT.matcher(body).replaceAll((MatchResult match) -> {
            String paint = match.group(2);
            String now = paint.equals("none")
                    ? "none"
                    : !match.group(1).equals("fill") ? ink : keepDark && isDark(paint) ? ink : fill;
            return Matcher.quoteReplacement("%s=\"%s\"".formatted(match.group(1), now));
        });
        return drawing.withBody(group(drawing, lined, ink, "fill=\"" + fill + "\"", random));
    }

    private static Svg stroked(Svg drawing, String body, String ink, RandomGenerator random) {
        return drawing.withBody(group(drawing, body, ink, "", random));
    }

    private static String group(Svg drawing, String body, String ink, String fill, RandomGenerator random) {
        double width = drawing.width() * (0.007 + 0.03 * random.nextDouble() * random.nextDouble());
        return String.format(
                Locale.ROOT,
                "<g stroke=\"%s\" stroke-width=\"%.3f\" stroke-linejoin=\"round\" stroke-linecap=\"round\" %s>%s</g>",
                ink,
                width,
                fill,
                body);
    }

    private static String recoloured(String body, RandomGenerator random) {
        double turn = random.nextInt(3) == 0 ? random.nextDouble() : 0.12 * (random.nextDouble() - 0.5);
        double spread = random.nextInt(3) == 0 ? 0.5 : 0.08;
        double greyness = 0.4 + random.nextDouble();
        double shift = 0.3 * (random.nextDouble() - 0.5);
        Map<String, String> colours = new HashMap<>();
        return painted(
                body,
                paint -> paint.startsWith("#")
                        ? colours.computeIfAbsent(
                                paint,
                                each -> shifted(each, turn + spread * (random.nextDouble() - 0.5), greyness, shift))
                        : paint);
    }

    private static String shifted(String paint, double turn, double saturation, double shift) {
        int rgb = rgb(paint);
        double[] hsl = Hsl.of(rgb);
        double lightness = Math.clamp(hsl[2] + shift, 0.03, 0.97);
        return "#%06x".formatted(Hsl.rgb(hsl[0] + turn, Math.clamp(hsl[1] * saturation, 0.0, 1.0), lightness));
    }

    private static String ink(RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return "#%06x"
                    .formatted(Hsl.rgb(random.nextDouble(), random.nextDouble(), 0.1 + 0.3 * random.nextDouble()));
        }
        int grey = random.nextInt(0x40);
        return "#%02x%02x%02x".formatted(grey, grey, grey);
    }

    private static String light(RandomGenerator random) {
        return random.nextInt(3) != 0
                ? "#ffffff"
                : "#%06x".formatted(Hsl.rgb(random.nextDouble(), random.nextDouble(), 0.8 + 0.2 * random.nextDouble()));
    }

    private static boolean isDark(String paint) {
        if (paint.equals("black") || paint.equals("currentColor")) {
            return true;
        }
        if (!paint.startsWith("#")) {
            return false;
        }
        int rgb = rgb(paint);
        return (0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255)) / 255 < DARK;
    }

    /// {@return `#rgb` or `#rrggbb` as a number; an alpha behind it is left out}
    private static int rgb(String paint) {
        String digits = paint.substring(1);
        if (digits.length() < 6) {
            digits = "" + digits.charAt(0) + digits.charAt(0) + digits.charAt(1) + digits.charAt(1) + digits.charAt(2)
                    + digits.charAt(2);
        }
        return Integer.parseInt(digits.substring(0, 6), 16);
    }
}
