package clipscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program on a real display, with a window manager, a file manager and the clipboard of other
/// programs: the quick part of `packaging/linux/hands.sh`. Skipped where one of them is not installed.
class RealDesktopIT {

    private static final List<String> NEEDED =
            List.of("Xvfb", "openbox", "xdotool", "import", "jq", "xclip", "pcmanfm");
    private static final int SECONDS = 180; // some 15, on a machine that does nothing else

    @TempDir
    private Path folder;

    private static boolean installed(String program) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPictureIsDraggedAnotherPastedAndALabelTyped() throws Exception {
        List<String> missing =
                NEEDED.stream().filter(program -> !installed(program)).toList();
        assumeTrue(missing.isEmpty(), () -> "skipped, since these are not installed: " + missing);
        Path out = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("packaging/linux/hands.sh", "quick")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("CLIPSCOPE_JAVA", System.getProperty("java.home"));
        builder.environment().put("HANDS_FOLDER", folder.resolve("hands").toString());

        Process process = builder.start();

        assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), "it did not end");
        assertEquals(0, process.exitValue(), Files.readString(out));
    }
}
