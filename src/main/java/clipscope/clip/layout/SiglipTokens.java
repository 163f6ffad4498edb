package clipscope.clip.layout;

import clipscope.clip.text.TextRule;
import clipscope.clip.text.TokenizerSource;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/// How the prompts of SigLIP models become tokens: by SigLIP's rules or, in SigLIP 2, by those of Gemma's
/// tokenizer.
///
/// **Source:** `tokenization_siglip.py` of huggingface/transformers; the text in lower case in SigLIP 2 as in
/// `big_vision`, where it was trained.
final class SiglipTokens {

    private static final Texts TEXTS = Texts.beside(SiglipTokens.class);

    private static final int GEMMA_VOCABULARY = 256_000;
    private static final String CONFIG = "tokenizer_config.json";
    private static final TokenizerPlan.Padding SIGLIP = new TokenizerPlan.Padding("</s>", 1);
    private static final TokenizerPlan.Padding GEMMA = new TokenizerPlan.Padding("<pad>", 0);

    private SiglipTokens() {}

    /// {@return the plan for a text tower that sees the whole context and is read at its last place}
    static TokenizerPlan plan(ModelFiles files, int vocabulary, FactSheet facts) throws ProblemException {
        Optional<TokenizerSource> source = TokenizerFiles.ofSiglip(files);
        ClipTokens.note(source, facts);
        Optional<Path> file = files.first(CONFIG);
        Optional<String> kind = Optional.empty();
        Optional<String> pad = Optional.empty();
        if (file.isPresent()) {
            JsonFields config = JsonFields.read(file.get());
            kind = config.text("tokenizer_class");
            pad = config.isObject("pad_token")
                    ? config.object("pad_token").orElseThrow().text("content")
                    : config.text("pad_token");
        }
        Optional<Boolean> named = kind.flatMap(SiglipTokens::gemma);
        boolean gemma = named.orElse(vocabulary == GEMMA_VOCABULARY);
        TextRule rule = gemma ? TextRule.LOWER_CASE : TextRule.BARE_WORDS;
        if (named.isPresent()) {
            facts.read(TEXTS.get("fact.texts"), rule.words(), file.orElseThrow());
        } else {
            facts.assume(TEXTS.get("fact.texts"), rule.words(), TEXTS.get("why.pieces", vocabulary));
        }
        TokenizerPlan.Padding usual = gemma ? GEMMA : SIGLIP;
        TokenizerPlan.Padding padding = pad.map(piece -> new TokenizerPlan.Padding(piece, usual.otherwise()))
                .orElse(usual);
        if (pad.isPresent()) {
            facts.read(TEXTS.get("fact.padding"), TEXTS.get("padding.whole", padding.piece()), file.orElseThrow());
        } else {
            facts.assume(
                    TEXTS.get("fact.padding"),
                    TEXTS.get("padding.whole", padding.piece()),
                    TEXTS.get("without", "pad_token", CONFIG));
        }
        facts.assume(TEXTS.get("fact.pooling"), TEXTS.get("pooling.last"), TEXTS.get("why.siglip"));
        return new TokenizerPlan(source, rule, Optional.empty(), Optional.of(padding), files.first("words.txt"));
    }

    /// {@return whether the rules are those of Gemma's tokenizer; empty if the class tells neither, as that
    /// of any tokenizer does which is read from a `tokenizer.json`}
    private static Optional<Boolean> gemma(String tokenizerClass) {
        if (tokenizerClass.startsWith("Gemma") || tokenizerClass.startsWith("Siglip2")) {
            return Optional.of(true);
        }
        return tokenizerClass.startsWith("Siglip") ? Optional.of(false) : Optional.empty();
    }
}
