package clipscope.clip.weights.open;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.NoWeights;
import clipscope.clip.weights.SafetensorsFile;
import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.file.MappedFile;
import clipscope.clip.weights.torch.LegacyTorchFile;
import clipscope.clip.weights.torch.TorchArchive;
import clipscope.language.Texts;
import clipscope.problem.ProblemException;
import java.nio.file.Path;
import java.util.Map;

/// Opens weight files of every kind: safetensors, PyTorch's of any age, TorchScript's, and indexes of several
/// of them. The kind is told by the content; the name says nothing.
public final class Checkpoints {

    private static final Texts TEXTS = Texts.beside(Checkpoints.class);

    private Checkpoints() {}

    /// Maps a weight file.
    ///
    /// @param file the file, or the index of several
    /// @throws ProblemException if there is no such file, it cannot be read, or it is not what it should be
    public static Checkpoint open(Path file) throws ProblemException {
        return UnwrappedCheckpoint.of(
                switch (MappedFile.open(file, Checkpoints::read)) {
                    case Content.Whole(Checkpoint checkpoint) -> checkpoint;
                    case Content.Index(Map<String, Path> files) ->
                        ShardedCheckpoint.open(file, files, Checkpoints::openShard);
                });
    }

    /// What a file turned out to be.
    private sealed interface Content {

        record Whole(Checkpoint checkpoint) implements Content {}

        record Index(Map<String, Path> files) implements Content {}
    }

    private static Checkpoint openShard(Path file) throws ProblemException {
        return MappedFile.open(file, Checkpoints::whole);
    }

    private static Content read(MappedFile file) throws MalformedFileException {
        if (!SafetensorsFile.recognises(file) && ShardIndex.recognises(file)) {
            Map<String, Path> files = ShardIndex.read(file);
            file.close();
            return new Content.Index(files);
        }
        return new Content.Whole(whole(file));
    }

    private static Checkpoint whole(MappedFile file) throws MalformedFileException {
        if (SafetensorsFile.recognises(file)) {
            return SafetensorsFile.read(file);
        }
        if (TorchArchive.recognises(file)) {
            return TorchArchive.read(file);
        }
        if (LegacyTorchFile.recognises(file)) {
            return LegacyTorchFile.read(file);
        }
        NoWeights.check(file);
        throw new MalformedFileException(TEXTS.get("no.weights"));
    }
}
