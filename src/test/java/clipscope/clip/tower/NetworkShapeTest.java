package clipscope.clip.tower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NetworkShapeTest {

    /// "Model parameters: 151,277,313" says `notebooks/Interacting_with_CLIP.ipynb` of openai/CLIP.
    @Test
    void vitB32HasAsManyParametersAsItsAuthorsCount() {
        TransformerShape vision = new TransformerShape(768, 3072, 12, 12, 1e-5, Activation.QUICK_GELU);
        TransformerShape text = new TransformerShape(512, 2048, 12, 8, 1e-5, Activation.QUICK_GELU);

        NetworkShape network =
                new NetworkShape(new ClipVision(vision, 224, 32, 512), new ClipText(text, 49_408, 77, 512));

        assertEquals(151_277_313, network.parameters());
    }
}
