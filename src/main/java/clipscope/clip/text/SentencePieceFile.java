package clipscope.clip.text;

import clipscope.file.ReadFault;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A SentencePiece model of the unigram kind.
///
/// **Thread:** Immutable.
///
/// **Source:** `sentencepiece_model.proto` of google/sentencepiece.
///
/// @param pieces all pieces, at the places that are their ids
/// @param characters the map of characters that texts are normalised with, as it is stored; may be empty
record SentencePieceFile(Path file, List<Piece> pieces, String characters) {

    private static final Texts TEXTS = Texts.beside(SentencePieceFile.class);

    private static final long MAX_BYTES = 64L << 20; // that of mSigLIP, with 250,000 pieces, has 4 MB
    private static final int UNIGRAM = 1; // TrainerSpec.ModelType
    private static final int UNKNOWN = 2; // SentencePiece.Type
    private static final int CONTROL = 3;
    private static final String END = "</s>";
    private static final Gson GSON = new Gson();

    SentencePieceFile {
        pieces = List.copyOf(pieces);
    }

    /// A piece.
    ///
    /// @param score the logarithm of its probability
    record Piece(String text, float score, int type) {}

    /// Reads the file.
    ///
    /// @throws ProblemException if it cannot be read, is damaged, or is of another kind
    static SentencePieceFile read(Path file) throws ProblemException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new ProblemException(new Problem.MissingFile(file));
            }
            if (Files.size(file) > MAX_BYTES) {
                throw bad(file, TEXTS.get("sentencepiece.long", MAX_BYTES));
            }
            return parse(file, new ProtocolBuffer(ByteBuffer.wrap(Files.readAllBytes(file))));
        } catch (MalformedTextException e) {
            throw new ProblemException(new Problem.BadModelFile(file, TEXTS.get("sentencepiece.none", e.fault())), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }

    private static SentencePieceFile parse(Path file, ProtocolBuffer model)
            throws ProblemException, MalformedTextException {
        List<Piece> pieces = new ArrayList<>();
        String characters = "";
        while (model.next()) {
            switch (model.field()) { // of ModelProto
                case 1 -> pieces.add(piece(model.message()));
                case 2 -> checkKind(file, model.message());
                case 3 -> characters = characters(model.message());
                default -> model.skip();
            }
        }
        if (pieces.stream().noneMatch(piece -> piece.text().equals(END))) {
            throw bad(file, TEXTS.get("sentencepiece.end", END));
        }
        return new SentencePieceFile(file, pieces, characters);
    }

    private static Piece piece(ProtocolBuffer message) throws MalformedTextException {
        String text = "";
        float score = 0;
        int type = 1;
        while (message.next()) {
            switch (message.field()) { // of SentencePiece
                case 1 -> text = message.text();
                case 2 -> score = message.fixed32();
                case 3 -> type = (int) message.varint();
                default -> message.skip();
            }
        }
        return new Piece(text, score, type);
    }

    private static void checkKind(Path file, ProtocolBuffer trainer) throws ProblemException, MalformedTextException {
        while (trainer.next()) {
            if (trainer.field() == 3 && trainer.varint() != UNIGRAM) { // model_type of TrainerSpec
                throw new ProblemException(new Problem.UnsupportedModel(file, TEXTS.get("sentencepiece.kind")));
            } else if (trainer.field() != 3) {
                trainer.skip();
            }
        }
    }

    private static String characters(ProtocolBuffer normalizer) throws MalformedTextException {
        String characters = "";
        while (normalizer.next()) {
            if (normalizer.field() == 2) { // precompiled_charsmap of NormalizerSpec
                characters = Base64.getEncoder().encodeToString(normalizer.bytes());
            } else {
                normalizer.skip();
            }
        }
        return characters;
    }

    /// {@return the `tokenizer.json` that means the same, with the end token added to each text}
    String json() {
        List<Map<String, Object>> special = new ArrayList<>();
        int unknown = 0;
        for (int id = 0; id < pieces.size(); id++) {
            Piece piece = pieces.get(id);
            if (piece.type() == UNKNOWN || piece.type() == CONTROL) {
                special.add(ClipTokenizerJson.special(piece.text(), id));
            }
            unknown = piece.type() == UNKNOWN ? id : unknown;
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", "1.0");
        content.put("added_tokens", special);
        if (!characters.isEmpty()) {
            content.put("normalizer", ClipTokenizerJson.typed("Precompiled", "precompiled_charsmap", characters));
        }
        content.put("pre_tokenizer", wordStarts());
        content.put("post_processor", ending());
        content.put("decoder", wordStarts());
        content.put("model", ClipTokenizerJson.typed("Unigram", "unk_id", unknown, "vocab", scores()));
        return GSON.toJson(content);
    }

    private List<List<Object>> scores() {
        return pieces.stream()
                .map(piece -> List.<Object>of(piece.text(), piece.score()))
                .toList();
    }

    private static Map<String, Object> wordStarts() {
        return ClipTokenizerJson.typed("Metaspace", "replacement", "▁", "prepend_scheme", "always", "split", true);
    }

    private Map<String, Object> ending() {
        int id = pieces.stream().map(Piece::text).toList().indexOf(END);
        return ClipTokenizerJson.typed(
                "TemplateProcessing",
                "single",
                List.of(
                        Map.of("Sequence", Map.of("id", "A", "type_id", 0)),
                        Map.of("SpecialToken", Map.of("id", END, "type_id", 0))),
                "pair",
                List.of(),
                "special_tokens",
                Map.of(END, Map.of("id", END, "ids", List.of(id), "tokens", List.of(END))));
    }

    private static ProblemException bad(Path file, String reason) {
        return new ProblemException(new Problem.BadModelFile(file, reason));
    }
}
