package clipscope.clip;

import clipscope.clip.pixels.Framer;
import clipscope.clip.pixels.PixelTensor;
import clipscope.clip.text.TextPiece;
import clipscope.clip.text.TokenizedText;
import clipscope.embedding.FloatMatrix;
import clipscope.image.PixelImage;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/// A loaded model: two towers, their preprocessing and the scale that turns cosines into logits.
///
/// **Thread:** the encoders and [#close] belong to the inference thread; everything else is thread-safe.
///
/// **Memory:** holds the mapped weights until [#close()].
public interface ClipModel extends AutoCloseable {

    ModelCard card();

    /// {@return what the model computes in: never [Precision#AUTO]}
    default Precision precision() {
        return computed().precision();
    }

    /// {@return how the model computes, and why so}
    Computed computed();

    /// {@return how many numbers the weights are that the model computes with}
    long parameters();

    /// {@return how cosines become logits, and logits probabilities}
    ScoreRule scoreRule();

    /// {@return all that decides which embedding a picture gets, as a hash that is the name of a folder too}
    String imageIdentity();

    /// {@return what has become of the model's files since it was opened; empty if nothing has} Looks at
    /// files: not for the JavaFX thread.
    Optional<Problem> changed();

    /// {@return what another program needs to compute the same}
    Recipe recipe();

    /// Resizes, crops and normalises a picture as the model's reference does.
    PixelTensor preprocess(PixelImage image);

    /// {@return how pictures are shown to the image tower in another framing than the model's own}
    Framer framer();

    /// Turns a text into tokens, cut to the model's context with the end token kept.
    ///
    /// @throws ProblemException if the model came without a tokenizer
    TokenizedText tokenize(String text) throws ProblemException;

    /// {@return every piece of a text in its order, those beyond the context too, without start and end}
    ///
    /// @throws ProblemException if the model came without a tokenizer
    List<TextPiece> pieces(String text) throws ProblemException;

    /// Runs the image tower.
    ///
    /// **Shape:** `(N, D)`, projected and *not* normalised, in the order of the images.
    ///
    /// @throws ProblemException if the result has NaN or infinity, or memory ran out
    FloatMatrix encodeImages(List<PixelTensor> images) throws ProblemException;

    /// Runs the text tower.
    ///
    /// **Shape:** `(N, D)`, projected and *not* normalised, in the order of the texts.
    ///
    /// @throws ProblemException if the result has NaN or infinity, or memory ran out
    FloatMatrix encodeTexts(List<TokenizedText> texts) throws ProblemException;

    @Override
    void close();
}
