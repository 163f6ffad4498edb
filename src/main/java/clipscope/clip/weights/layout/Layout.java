package clipscope.clip.weights.layout;

import java.util.List;

/// Whose names a checkpoint's tensors have, and what the shapes say about the network.
public sealed interface Layout {

    /// The names of Hugging Face's CLIPModel; its sizes stand in a configuration beside it.
    record HuggingFace() implements Layout {}

    /// The names of OpenAI's CLIP, which open_clip uses too, with a vision transformer.
    record OpenAiVit(VitSizes vision, TextSizes text) implements Layout {}

    /// The same with a modified ResNet.
    record OpenAiResNet(ResNetSizes vision, TextSizes text) implements Layout {}

    /// Neither, or with parts that those networks do not have.
    ///
    /// @param names what does not belong to a network we know, in the checkpoint's order
    record Unknown(List<String> names) implements Layout {

        public Unknown {
            names = List.copyOf(names);
        }
    }

    /// The sizes of a vision transformer.
    ///
    /// **Unit:** pixels for `patch` and `imageSize`.
    ///
    /// @param heads by OpenAI's rule, one for each 64 of the width; other models differ
    record VitSizes(int width, int layers, int heads, int patch, int imageSize) {}

    /// The sizes of a modified ResNet.
    ///
    /// @param layers residual blocks in each of the four stages
    /// @param width channels after the stem
    /// @param heads of the attention that pools, by OpenAI's rule
    /// @param imageSize pixels; what the positions of the pooling attention were made for
    record ResNetSizes(List<Integer> layers, int width, int heads, int imageSize) {

        public ResNetSizes {
            layers = List.copyOf(layers);
        }
    }

    /// The sizes of a text tower.
    ///
    /// @param heads by OpenAI's rule
    /// @param dimensions of the embedding
    record TextSizes(int width, int layers, int heads, int contextLength, int vocabularySize, int dimensions) {}
}
