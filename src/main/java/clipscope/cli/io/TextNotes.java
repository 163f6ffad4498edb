package clipscope.cli.io;

import clipscope.clip.text.TokenizedText;

/// Tells what a model does not take in of a text.
public final class TextNotes {

    private static final int SHOWN = 60; // characters of a text that tell it from the others

    private TextNotes() {}

    public static void tell(CommandIo io, TokenizedText text) {
        if (text.truncated()) {
            io.note("“%s” is too long: the last %d tokens are left out.".formatted(start(text), text.dropped()));
        }
        if (!text.unknownWords().isEmpty()) {
            io.note("“%s”: not in this model's vocabulary: %s."
                    .formatted(start(text), String.join(", ", text.unknownWords())));
        }
    }

    private static String start(TokenizedText text) {
        String all = text.text();
        return all.length() <= SHOWN
                ? all
                : all.substring(0, all.offsetByCodePoints(0, all.codePointCount(0, SHOWN))) + "…";
    }
}
