package clipscope.clip.certificate;

import clipscope.clip.certificate.Certificate.Line;
import clipscope.clip.certificate.Certificate.Mark;
import clipscope.clip.certificate.Certificate.Section;
import clipscope.clip.weights.file.FileDigest;
import clipscope.file.ReadFault;
import clipscope.language.Texts;
import clipscope.problem.Problem;
import clipscope.problem.ProblemException;
import clipscope.task.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files of a model, with the hashes by which they can be compared with those of a publisher.
final class FileSection {

    private static final Texts TEXTS = Texts.beside(FileSection.class);

    private FileSection() {}

    /// {@return a line for each file; fewer if it was cancelled}
    ///
    /// @throws ProblemException if one of them cannot be read
    static Section of(List<Path> files, Cancellation cancellation) throws ProblemException {
        List<Line> lines = new ArrayList<>();
        for (Path file : files) {
            String size = TEXTS.get("file.size", size(file));
            FileDigest.sha256(file, _ -> {}, cancellation)
                    .ifPresent(hash -> lines.add(
                            new Line(String.valueOf(file.getFileName()), size, Mark.READ, "SHA-256 " + hash)));
        }
        return new Section(TEXTS.get("section.files"), lines);
    }

    private static long size(Path file) throws ProblemException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.UnreadableFile(file, ReadFault.reason(e)), e);
        }
    }
}
