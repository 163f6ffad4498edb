package clipscope.clip.text;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds for each token the part of the text that it stands for.
final class PieceTexts {

    private static final String END_OF_WORD = "</w>";

    private PieceTexts() {}

    /// @param text what was encoded
    /// @param framed whether start and end are still to be added to the encoding
    static List<TextPiece> of(String text, Encoding encoding, boolean framed, int contextLength) {
        long[] ids = encoding.getIds();
        long[] special = encoding.getSpecialTokenMask();
        CharSpan[] spans = encoding.getCharTokenSpans();
        int total = ids.length + (framed ? 2 : 0);
        int cut = total <= contextLength ? contextLength : contextLength - 1; // the end token is kept
        int before = framed ? 1 : 0;
        List<TextPiece> pieces = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (special[i] == 0) {
                String piece = text(text, spans[i], encoding.getTokens()[i]);
                pieces.add(new TextPiece(piece, Math.toIntExact(ids[i]), i + before < cut));
            }
        }
        return pieces;
    }

    /// Places count characters, which Java's strings do not where one takes two units.
    private static String text(String text, @Nullable CharSpan span, String token) {
        int characters = text.codePointCount(0, text.length());
        if (span == null || span.getStart() >= span.getEnd() || span.getEnd() > characters) {
            return token.replace(END_OF_WORD, "");
        }
        return text.substring(text.offsetByCodePoints(0, span.getStart()), text.offsetByCodePoints(0, span.getEnd()))
                .strip();
    }
}
