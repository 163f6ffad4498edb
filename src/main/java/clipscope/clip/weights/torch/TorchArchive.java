package clipscope.clip.weights.torch;

import clipscope.clip.weights.Checkpoint;
import clipscope.clip.weights.file.ByteCursor;
import clipscope.clip.weights.file.MalformedFileException;
import clipscope.clip.weights.file.MappedFile;
import clipscope.clip.weights.file.ZipArchive;
import clipscope.clip.weights.pickle.PickleReader;
import clipscope.language.Texts;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads the ZIP archives that PyTorch writes since 1.6, those of TorchScript too.
///
/// Everything lies in one folder: `data.pkl` describes the objects, `data/KEY` are the numbers of each
/// storage, `byteorder` their order. The programs of a TorchScript archive are left alone.
///
/// **Source:** `torch/serialization.py` and `caffe2/serialize/inline_container.cc` of PyTorch.
public final class TorchArchive {

    private static final Texts TEXTS = Texts.beside(TorchArchive.class);

    private static final String START = "PK\u0003\u0004";
    private static final String PICKLE = "/data.pkl";

    private final ZipArchive archive;
    private final String folder;

    private TorchArchive(ZipArchive archive, String folder) {
        this.archive = archive;
        this.folder = folder;
    }

    /// {@return whether the file begins as one of this kind does}
    public static boolean recognises(MappedFile file) {
        return file.beginsWith(START);
    }

    /// Finds the tensors; the checkpoint owns the file from then on.
    public static Checkpoint read(MappedFile file) throws MalformedFileException {
        ZipArchive zip = ZipArchive.read(file.bytes());
        List<String> folders = zip.names().stream()
                .filter(name -> name.endsWith(PICKLE) && name.indexOf('/') == name.length() - PICKLE.length())
                .map(name -> name.substring(0, name.length() - PICKLE.length()))
                .toList();
        if (folders.size() != 1) {
            throw new MalformedFileException(TEXTS.get("archive.pickles", folders.size()));
        }
        TorchArchive archive = new TorchArchive(zip, folders.getFirst());
        archive.checkByteOrder();
        ByteCursor pickle = new ByteCursor(archive.require("data.pkl"), TEXTS.get("pickle"));
        return TorchCheckpoint.of(
                file,
                TorchTensors.in(PickleReader.read(pickle, TorchGlobals::allows).value()),
                archive::storage);
    }

    private void checkByteOrder() throws MalformedFileException {
        Optional<MemorySegment> order = archive.find(folder + "/byteorder");
        if (order.isPresent() && order.get().mismatch(ascii("little")) >= 0) {
            throw new MalformedFileException(TEXTS.get("order"));
        }
    }

    private static MemorySegment ascii(String text) {
        return MemorySegment.ofArray(text.getBytes(StandardCharsets.US_ASCII));
    }

    private MemorySegment storage(TorchStorage storage) throws MalformedFileException {
        MemorySegment bytes = require("data/" + storage.key());
        if (bytes.byteSize() < storage.size()) {
            throw new MalformedFileException(
                    TEXTS.get("storage.bytes", storage.key(), bytes.byteSize(), storage.size()));
        }
        return bytes;
    }

    private MemorySegment require(String name) throws MalformedFileException {
        return archive.find(folder + "/" + name)
                .orElseThrow(() -> new MalformedFileException(TEXTS.get("archive.lacks", name)));
    }
}
