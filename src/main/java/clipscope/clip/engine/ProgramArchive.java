package clipscope.clip.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The TorchScript archive around `transformer.py` and its fellows, made in memory.
///
/// libtorch compiles programs from archives only: a ZIP with the text, a pickle that names the class, and
/// no data, since the program has no parameters.
///
/// **Source:** the section "Serialization" of `torch/csrc/jit/OVERVIEW.md` of pytorch/pytorch.
final class ProgramArchive {

    private static final String FOLDER = "clip/";
    private static final String CLASS = "Clip"; // the class that transformer.py begins

    /// Which versions of the operators the text means: from 9 on, gelu takes its approximation by name.
    private static final String VERSION = "10\n"; // kProducedFileFormatVersion of torch/.../caffe2/serialize/versions.h

    private ProgramArchive() {}

    /// {@return an archive of the towers for inference, as `torch.jit.load` takes it}
    static InputStream forInference(Products products) {
        return of(List.of("transformer.py", products.resource(), "clip.py", "siglip.py", "resnet.py"));
    }

    /// {@return an archive of what can learn}
    static InputStream forTraining() {
        return of(List.of("transformer.py", Products.PLAIN.resource(), "clip.py", "training.py"));
    }

    /// @param parts the first begins the class, the others go on with it
    private static InputStream of(List<String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", instance());
            store(zip, "code/__torch__.py", source(parts));
            store(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'}); // protocol 2, empty tuple, stop
            store(zip, "version", VERSION.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the program is a part of the application
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static byte[] source(List<String> parts) throws IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        for (String name : parts) {
            try (InputStream text = Objects.requireNonNull(ProgramArchive.class.getResourceAsStream(name))) {
                text.transferTo(source);
            }
        }
        return source.toByteArray();
    }

    /// A pickle of an object of the class without attributes: PROTO 2, GLOBAL, EMPTY_TUPLE, NEWOBJ,
    /// EMPTY_DICT, BUILD, STOP.
    private static byte[] instance() {
        return ("\u0080\u0002c__torch__\n" + CLASS + "\n)\u0081}b.").getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Not deflated: libtorch maps the entries.
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(FOLDER + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
